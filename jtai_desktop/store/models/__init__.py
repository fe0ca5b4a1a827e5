"""The tables, as SQLAlchemy sees them. Text ids come from the caller; times are ISO text.

One way for all: a day is `2026-11-10`, a time of day `17:00:00`, an instant
`2026-11-10T10:40:00+00:00` with London's offset. So what is stored is what is hashed, in any
database.
"""

from jtai_desktop.store.models.actions import (
    ActionLineRow,
    ActionProgressRow,
    ActionRow,
    FrozenActionRow,
    PlanVersionRow,
)
from jtai_desktop.store.models.audits import (
    AuditAnswerRow,
    AuditCaseRow,
    AuditEntryRow,
    AuditReturnLineRow,
    AuditReturnRow,
    AuditRow,
    AuditTeamRow,
)
from jtai_desktop.store.models.base import Base, table_of
from jtai_desktop.store.models.conversations import (
    CalledBackRow,
    ConfirmationRow,
    ConversationLineRow,
    HoldingRow,
    PersonRow,
    SelectionRow,
)
from jtai_desktop.store.models.documents import (
    AnswerRow,
    ChildRow,
    CopyOutRow,
    DocumentRow,
    ItemRow,
    KeptFileRow,
    LineRow,
    OwnColumnRow,
    VersionRow,
)
from jtai_desktop.store.models.evaluations import (
    EvaluationMoveRow,
    EvaluationRow,
    EvaluationTextRow,
    FlagRow,
)
from jtai_desktop.store.models.findings import FindingRow, LetterRow, StatementStepRow
from jtai_desktop.store.models.inspection import BankHolidayRow, InspectionRow, MilestoneRow
from jtai_desktop.store.models.lists import (
    ListHandRow,
    ListKeptRow,
    ListLineRow,
    ListProblemRow,
    ListVersionRow,
)
from jtai_desktop.store.models.meetings import (
    AcceptanceRow,
    MeetingRow,
    SendingRow,
    SentMeetingRow,
)
from jtai_desktop.store.models.people import AgencyRow, ContactRow, ResponsibilityRow
from jtai_desktop.store.models.printing import PrintRow
from jtai_desktop.store.models.record import (
    ChainHeadRow,
    DigestRow,
    HistoryRow,
    UndoRow,
    VaultChainRow,
)
from jtai_desktop.store.models.self_evaluation import SelfAnswerRow, SelfLinkRow, SelfPointRow
from jtai_desktop.store.models.vault import (
    ClosureRow,
    PackRow,
    SettingRow,
    VaultRow,
    ViewRow,
)

__all__ = [
    "AcceptanceRow",
    "ActionLineRow",
    "ActionProgressRow",
    "ActionRow",
    "AgencyRow",
    "AnswerRow",
    "AuditAnswerRow",
    "AuditCaseRow",
    "AuditEntryRow",
    "AuditReturnLineRow",
    "AuditReturnRow",
    "AuditRow",
    "AuditTeamRow",
    "BankHolidayRow",
    "Base",
    "CalledBackRow",
    "ChainHeadRow",
    "ChildRow",
    "ClosureRow",
    "ConfirmationRow",
    "ContactRow",
    "ConversationLineRow",
    "CopyOutRow",
    "DigestRow",
    "DocumentRow",
    "EvaluationMoveRow",
    "EvaluationRow",
    "EvaluationTextRow",
    "FindingRow",
    "FlagRow",
    "FrozenActionRow",
    "HistoryRow",
    "HoldingRow",
    "InspectionRow",
    "ItemRow",
    "KeptFileRow",
    "LetterRow",
    "LineRow",
    "ListHandRow",
    "ListKeptRow",
    "ListLineRow",
    "ListProblemRow",
    "ListVersionRow",
    "MeetingRow",
    "MilestoneRow",
    "OwnColumnRow",
    "PackRow",
    "PersonRow",
    "PlanVersionRow",
    "PrintRow",
    "ResponsibilityRow",
    "SelectionRow",
    "SelfAnswerRow",
    "SelfLinkRow",
    "SelfPointRow",
    "SendingRow",
    "SentMeetingRow",
    "SettingRow",
    "StatementStepRow",
    "UndoRow",
    "VaultChainRow",
    "VaultRow",
    "VersionRow",
    "ViewRow",
    "table_of",
]
