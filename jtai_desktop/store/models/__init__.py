"""The tables, as SQLAlchemy sees them. Text ids come from the caller; times are ISO text.

One way for all: a day is `2026-11-10`, a time of day `17:00:00`, an instant
`2026-11-10T10:40:00+00:00` with London's offset. So what is stored is what is hashed, in any
database.
"""

from jtai_desktop.store.models.base import Base, table_of
from jtai_desktop.store.models.conversations import (
    ConversationLineRow,
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
from jtai_desktop.store.models.inspection import BankHolidayRow, InspectionRow, MilestoneRow
from jtai_desktop.store.models.meetings import MeetingRow, SendingRow, SentMeetingRow
from jtai_desktop.store.models.people import AgencyRow, ContactRow, ResponsibilityRow
from jtai_desktop.store.models.printing import PrintRow
from jtai_desktop.store.models.record import (
    ChainHeadRow,
    DigestRow,
    HistoryRow,
    UndoRow,
    VaultChainRow,
)
from jtai_desktop.store.models.vault import (
    ClosureRow,
    PackRow,
    SettingRow,
    VaultRow,
    ViewRow,
)

__all__ = [
    "AgencyRow",
    "AnswerRow",
    "BankHolidayRow",
    "Base",
    "ChainHeadRow",
    "ChildRow",
    "ClosureRow",
    "ContactRow",
    "ConversationLineRow",
    "CopyOutRow",
    "DigestRow",
    "DocumentRow",
    "HistoryRow",
    "InspectionRow",
    "ItemRow",
    "KeptFileRow",
    "LineRow",
    "MeetingRow",
    "MilestoneRow",
    "OwnColumnRow",
    "PackRow",
    "PersonRow",
    "PrintRow",
    "ResponsibilityRow",
    "SelectionRow",
    "SendingRow",
    "SentMeetingRow",
    "SettingRow",
    "UndoRow",
    "VaultChainRow",
    "VaultRow",
    "VersionRow",
    "ViewRow",
    "table_of",
]
