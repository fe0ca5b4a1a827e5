"""The parts of the page of findings, in the order of the switch.

A part is imported when it is first shown. A part of the page is added by one line in `PARTS`: its
key, the words of the switch, how it is made, and which targets of `open_at` lead to it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from jtai_desktop.domain.remarks.remark import ACTION, LETTER
from jtai_desktop.ui.pages.findings.part import Part
from jtai_desktop.ui.shell.page import Desk

FINDINGS, PLAN, STATEMENT = "list", "plan", "statement"


@dataclass(frozen=True, slots=True)
class PartEntry:
    """One entry of the switch; `targets` are beginnings of what `open_at` is given."""

    key: str
    title: str
    make: Callable[[Desk], Part]
    targets: tuple[str, ...] = ()


def _findings(desk: Desk) -> Part:
    from jtai_desktop.ui.pages.findings.list_part import ListPart

    return ListPart(desk)


def _plan(desk: Desk) -> Part:
    from jtai_desktop.ui.pages.findings.plan_part import PlanPart

    return PlanPart(desk)


def _statement(desk: Desk) -> Part:
    from jtai_desktop.ui.pages.findings.statement_part import StatementPart

    return StatementPart(desk)


PARTS: tuple[PartEntry, ...] = (
    PartEntry(FINDINGS, "Findings", _findings),
    PartEntry(PLAN, "Action plan", _plan, (ACTION, PLAN)),
    PartEntry(STATEMENT, "Written statement", _statement, (LETTER, STATEMENT)),
)


def part_for(target: str) -> str:
    """The key of the part that a target leads to; the first where none claims it."""
    for each in PARTS:
        if target == each.key or any(target.startswith(begin) for begin in each.targets):
            return each.key
    return PARTS[0].key
