"""The register of papers: every kind that can be printed, in the order of the shelf."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from jtai_desktop.reports.action_plan import action_plan_sheet
from jtai_desktop.reports.arrangements import arrangements_sheet
from jtai_desktop.reports.audit_report import audit_report_sheet
from jtai_desktop.reports.board import board_sheet
from jtai_desktop.reports.chasing import chase_sheet
from jtai_desktop.reports.child_cover import child_cover_sheet
from jtai_desktop.reports.child_evaluations import child_evaluations_sheet, evaluated
from jtai_desktop.reports.child_index import child_index_sheet
from jtai_desktop.reports.contacts import contacts_sheet
from jtai_desktop.reports.conversations import conversations_sheet
from jtai_desktop.reports.copies import copies_sheet
from jtai_desktop.reports.day_sheet import day_sheet
from jtai_desktop.reports.held import held_sheet
from jtai_desktop.reports.list_problems import list_problems_sheet
from jtai_desktop.reports.list_versions import lists_sheet
from jtai_desktop.reports.meetings import meetings_sheet, update_sheet
from jtai_desktop.reports.outstanding import outstanding_sheet
from jtai_desktop.reports.pack import READINESS
from jtai_desktop.reports.plan_changes import plan_changes_sheet
from jtai_desktop.reports.plan_issued import plan_issued_sheet
from jtai_desktop.reports.register import register_sheet
from jtai_desktop.reports.requests import request_sheet
from jtai_desktop.reports.self_evaluation import self_evaluation_sheet
from jtai_desktop.reports.timetable import timetable_sheet
from jtai_desktop.reports.variants import Variant
from jtai_desktop.reports.week import week_sheet
from jtai_desktop.services.paper_kind import Choice, PaperKind

_PARTNERSHIP = (Variant.FULL, Variant.STAFF)
_EVERYONE = (Variant.FULL, Variant.INSPECTORS, Variant.STAFF)
_VARIANT_AND_AGENCY = frozenset({Choice.VARIANT, Choice.AGENCY})
_AND_CHILD = _VARIANT_AND_AGENCY | {Choice.CHILD}
_AND_PERSON = _VARIANT_AND_AGENCY | {Choice.CHILD, Choice.PERSON}
_OWN_AGENCY = frozenset({Choice.VARIANT, Choice.ONE_AGENCY})

CHECKLIST: Final = "checklist"
DAY_SHEET: Final = "day-sheet"
PACK: Final = "pack"

_KINDS = (
    PaperKind(
        CHECKLIST,
        "Daily checklist",
        "What is overdue, due today and next, and what is still to send",
        frozenset({Choice.DAY, Choice.AGENCY}),
    ),
    PaperKind(
        DAY_SHEET,
        "Day sheet",
        "The day of one agency or one person, only their own lines",
        frozenset({Choice.DAY, Choice.VARIANT, Choice.ONE_AGENCY, Choice.PERSON}),
        _PARTNERSHIP,
        of_agency=day_sheet,
    ),
    PaperKind(
        PACK,
        READINESS,
        "A cover with what is missing, and chosen parts behind it",
        frozenset({Choice.VARIANT, Choice.AGENCY, Choice.PARTS}),
        _EVERYONE,
    ),
    PaperKind(
        "timetable",
        "Timetable",
        "The weeks drawn, and every milestone",
        _VARIANT_AND_AGENCY,
        _EVERYONE,
        whole=timetable_sheet,
        part="Timetable",
        usual=True,
    ),
    PaperKind(
        "agencies",
        "Agencies and contacts",
        "Who is who, and what they answer for",
        _VARIANT_AND_AGENCY,
        _EVERYONE,
        whole=contacts_sheet,
        part="Contacts",
        usual=True,
    ),
    PaperKind(
        "register",
        "Documents register",
        "Every item with both statuses, version, date and warnings",
        _VARIANT_AND_AGENCY,
        _EVERYONE,
        whole=register_sheet,
        part="Register",
        usual=True,
    ),
    PaperKind(
        "child-index",
        "Case-file documents",
        "Every child with each kind of document",
        _AND_CHILD,
        _EVERYONE,
        whole=child_index_sheet,
        part="Case files",
        usual=True,
    ),
    PaperKind(
        "evaluations",
        "Evaluations of a child",
        "The joint one and each agency’s own, question by question",
        frozenset({Choice.VARIANT, Choice.AGENCY, Choice.ONE_CHILD}),
        _EVERYONE,
        of_child=child_evaluations_sheet,
        whom=evaluated,
        part="Evaluations",
        usual=True,
    ),
    PaperKind(
        "lists",
        "Child-level lists",
        "Every version with its rows, open problems, and who signed and sent it",
        frozenset({Choice.VARIANT}),
        _EVERYONE,
        whole=lists_sheet,
        part="Child-level lists",
        usual=True,
        narrows=False,
    ),
    PaperKind(
        "conversations",
        "Conversations",
        "Who has agreed to talk, what is planned and confirmed",
        _AND_CHILD,
        _EVERYONE,
        whole=conversations_sheet,
        part="Conversations",
        usual=True,
    ),
    PaperKind(
        "week",
        "Fieldwork week",
        "Each day drawn by the hour, and the same as a table",
        _VARIANT_AND_AGENCY,
        _EVERYONE,
        whole=week_sheet,
        part="Week",
        usual=True,
    ),
    PaperKind(
        "meetings",
        "Return of the meetings",
        "Every meeting that takes place, and whether an inspector may observe",
        _VARIANT_AND_AGENCY,
        _EVERYONE,
        whole=meetings_sheet,
        part="Meetings",
        usual=True,
    ),
    PaperKind(
        "meetings-update",
        "Update of the meetings",
        "What is new, changed or cancelled since the inspectors were told last",
        _VARIANT_AND_AGENCY,
        _EVERYONE,
        whole=update_sheet,
        part="Update of meetings",
    ),
    PaperKind(
        "outstanding",
        "Outstanding list",
        "What is still to be sent, the late first",
        _AND_PERSON,
        _PARTNERSHIP,
        whole=outstanding_sheet,
        part="Outstanding",
        usual=True,
    ),
    PaperKind(
        "held",
        "What the inspectors hold",
        "Every version sent, with its hash and who checked it",
        _AND_CHILD,
        _EVERYONE,
        whole=held_sheet,
        part="Held by inspectors",
        usual=True,
    ),
    PaperKind(
        "list-problems",
        "Problems of the lists",
        "For the data team: which rows and columns, what is wanted",
        frozenset({Choice.VARIANT, Choice.LIST}),
        _PARTNERSHIP,
        whole=list_problems_sheet,
        part="Problems of lists",
        narrows=False,
    ),
    PaperKind(
        "request",
        "Request sheet",
        "What one agency is asked for, to tick and sign",
        _OWN_AGENCY,
        _PARTNERSHIP,
        of_agency=request_sheet,
        part="Request sheets",
    ),
    PaperKind(
        "chase",
        "Chase sheet",
        "What one agency still owes, for the telephone",
        _OWN_AGENCY | {Choice.PERSON},
        _PARTNERSHIP,
        of_agency=chase_sheet,
        part="Chase sheets",
    ),
    PaperKind(
        "child-cover",
        "Cover sheet of a child",
        "What lies behind it in the folder on site",
        frozenset({Choice.VARIANT, Choice.ONE_CHILD}),
        _EVERYONE,
        of_child=child_cover_sheet,
        part="Child covers",
    ),
    PaperKind(
        "copies",
        "Printed copies",
        "What lies printed for each child, to tick off",
        _AND_CHILD,
        _PARTNERSHIP,
        whole=copies_sheet,
        part="Printed copies",
    ),
    PaperKind(
        "arrangements",
        "Arrangements for conversations",
        "The letter to the inspectors: whom they meet, when, where, and what helps",
        frozenset(),
        (Variant.INSPECTORS,),
        whole=arrangements_sheet,
        part="Arrangements",
    ),
    PaperKind(
        "self-evaluation",
        "Self-evaluation",
        "Every criterion and marker: answered, or with room to write",
        frozenset({Choice.VARIANT}),
        _EVERYONE,
        whole=self_evaluation_sheet,
        part="Self-evaluation",
    ),
    PaperKind(
        "audit-report",
        "Multi-agency case audit",
        "Process, cases counted, headlines, reflections, recommendations",
        frozenset({Choice.VARIANT}),
        _EVERYONE,
        whole=audit_report_sheet,
        part="Case audit",
    ),
    PaperKind(
        "action-plan",
        "Action plan",
        "What answers the letter, section by section, with every rating",
        _VARIANT_AND_AGENCY,
        (Variant.FULL, Variant.INSPECTORS),
        whole=action_plan_sheet,
    ),
    PaperKind(
        "plan-issued",
        "Action plan as issued",
        "A version that was issued, as it stood then",
        frozenset({Choice.VARIANT, Choice.VERSION}),
        (Variant.FULL, Variant.INSPECTORS),
        whole=plan_issued_sheet,
    ),
    PaperKind(
        "plan-changes",
        "Changes of the action plan",
        "What differs between two versions, or between one and the plan as it stands",
        frozenset({Choice.VERSION, Choice.COMPARED}),
        (Variant.FULL,),
        whole=plan_changes_sheet,
    ),
    PaperKind(
        "board",
        "Board paper on the action plan",
        "Ratings over time, what is at risk, what changed since the version issued last",
        frozenset(),
        (Variant.FULL,),
        whole=board_sheet,
    ),
)
KINDS: Final[Mapping[str, PaperKind]] = MappingProxyType({kind.key: kind for kind in _KINDS})


def parts_for(variant: Variant, *, narrowed: bool = False) -> tuple[PaperKind, ...]:
    """What may stand in a pack of this variant, in its order; `narrowed` is for one agency."""
    of_one = narrowed or variant is Variant.AGENCY
    shown = Variant.FULL if variant is Variant.AGENCY else variant
    parts = (kind for kind in KINDS.values() if kind.is_part and shown in kind.variants)
    return tuple(kind for kind in parts if kind.narrows or not of_one)
