"""The action plan as a workbook: its columns, what stands in each, what a changed cell means."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from jtai_desktop.domain.actions import changing
from jtai_desktop.domain.actions.action import Action
from jtai_desktop.domain.actions.answering import read_sources, sources_text
from jtai_desktop.domain.actions.changing import Texts
from jtai_desktop.domain.actions.freezing import progress_text
from jtai_desktop.domain.actions.plan import ActionPlan, Entry
from jtai_desktop.domain.actions.rating import RATING_WORDS
from jtai_desktop.domain.actions.timescale import read_timescale
from jtai_desktop.domain.documents.cell_texts import day_plain
from jtai_desktop.domain.evaluations.writing import Signed
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.sheets import ExportHead
from jtai_desktop.domain.table_back import Column, Rules
from jtai_desktop.domain.typed import read_at, read_day

FORMAT: Final = "jtai-plan 1"
IDS: Final = {"action-id": "Action id", "stamp": "Stamp"}
SEAL = 12


class Key(StrEnum):
    """The columns, in their order."""

    NUMBER = "number"
    SECTION = "section"
    ANSWERS = "answers"
    TEXT = "text"
    LEAD = "lead"
    DEPUTY = "deputy"
    TIMESCALE = "timescale"
    DUE = "due"
    RATING = "rating"
    COMPUTED = "computed"
    PROGRESS = "progress"
    ADD = "add-progress"
    STARTED = "started"
    FORECAST = "forecast"
    COMPLETED = "completed"
    IMPACT = "impact"
    MEASURE = "measure"
    REFERENCES = "references"


class RowKey(NamedTuple):
    """What names a row."""

    action_id: str


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A column of the workbook."""

    key: Key
    heading: str
    width: int
    editable: bool = True
    is_day: bool = False


COLUMNS: Final = (
    PlanColumn(Key.NUMBER, "No.", 6, editable=False),
    PlanColumn(Key.SECTION, "Section", 16, editable=False),
    PlanColumn(Key.ANSWERS, "Findings it answers", 12),
    PlanColumn(Key.TEXT, "Action", 46),
    PlanColumn(Key.LEAD, "Lead, one role", 20),
    PlanColumn(Key.DEPUTY, "Deputy", 20),
    PlanColumn(Key.TIMESCALE, "Timescale", 18),
    PlanColumn(Key.DUE, "Due", 12, editable=False, is_day=True),
    PlanColumn(Key.RATING, "Rating", 18, editable=False),
    PlanColumn(Key.COMPUTED, "Computed rating", 18, editable=False),
    PlanColumn(Key.PROGRESS, "Progress and evidence so far", 46, editable=False),
    PlanColumn(Key.ADD, "Progress to add", 46),
    PlanColumn(Key.STARTED, "Started", 12, is_day=True),
    PlanColumn(Key.FORECAST, "Forecast", 12, is_day=True),
    PlanColumn(Key.COMPLETED, "Completed", 12, is_day=True),
    PlanColumn(Key.IMPACT, "Evidence of impact", 40),
    PlanColumn(Key.MEASURE, "Measure of impact", 30),
    PlanColumn(Key.REFERENCES, "Strategic references", 14),
)
BY_KEY: Final = {each.key: each for each in COLUMNS}
TextsOf = Mapping[Key, str]


def _takes_time(column: Column[Key]) -> bool:
    """A date in “Timescale” is one that a sheet made of the words; it says the same day."""
    return BY_KEY[column.key].is_day or column.key is Key.TIMESCALE


RULES: Final = Rules(IDS, COLUMNS, BY_KEY[Key.NUMBER], _takes_time)


def texts_of(entry: Entry, plan: ActionPlan) -> dict[Key, str]:
    """What stands in each cell of a row."""
    action, its = entry.action, entry.action.facts
    return {
        Key.NUMBER: action.number,
        Key.SECTION: plan.section(action.section).title,
        Key.ANSWERS: sources_text(entry.sources),
        Key.TEXT: action.text,
        Key.LEAD: action.lead,
        Key.DEPUTY: action.deputy,
        Key.TIMESCALE: its.timescale.words,
        Key.DUE: _day(its.due),
        Key.RATING: RATING_WORDS[entry.rating],
        Key.COMPUTED: entry.stand.computed.words,
        Key.PROGRESS: progress_text(action),
        Key.ADD: "",
        Key.STARTED: _day(its.started),
        Key.FORECAST: _day(its.forecast),
        Key.COMPLETED: _day(its.completed),
        Key.IMPACT: its.impact,
        Key.MEASURE: action.measure,
        Key.REFERENCES: action.references,
    }


def seal_of(head: ExportHead, rows: Iterable[tuple[RowKey, TextsOf]]) -> str:
    """The hash of what is exported; it also names the export in the log."""
    found = hashlib.sha256()
    for part in (head.vault_id, head.inspection_id, head.as_at.isoformat()):
        found.update(f"{part}\0".encode())
    for key, texts in rows:
        found.update("\0".join((*key, *texts.values())).encode("utf-8", "replace"))
    return found.hexdigest()[:SEAL]


Rule = Callable[[Action, str, ActionPlan, Signed], Action]


def _text(field: str) -> Rule:
    def rule(action: Action, text: str, plan: ActionPlan, _signed: Signed) -> Action:
        sections = [each.key for each in plan.known_sections]
        return changing.written(action, Texts(**{field: text}), sections)

    return rule


def _answers(action: Action, text: str, plan: ActionPlan, _signed: Signed) -> Action:
    """What it answers of another part of the program stays."""
    have = {each.key for each in plan.sources}
    others = [each for each in action.sources if each not in have]
    return changing.with_sources(action, [*others, *read_sources(text, plan.sources)])


def _add(action: Action, text: str, _plan: ActionPlan, signed: Signed) -> Action:
    return changing.noted(action, text, london(signed.when).date(), signed)


def _dated(rule: Callable[[Action, date | None, Signed], Action], place: str) -> Rule:
    def dated(action: Action, text: str, _plan: ActionPlan, signed: Signed) -> Action:
        return rule(action, read_at(place, read_day, text) if text.strip() else None, signed)

    return dated


# In the order in which they are done: what is completed has no forecast any more.
DEEDS: Final[Mapping[Key, Rule]] = {
    Key.ANSWERS: _answers,
    Key.TEXT: _text("text"),
    Key.LEAD: _text("lead"),
    Key.DEPUTY: _text("deputy"),
    Key.MEASURE: _text("measure"),
    Key.REFERENCES: _text("references"),
    Key.TIMESCALE: lambda action, text, _plan, signed: changing.timed(
        action, read_timescale(text), signed
    ),
    Key.STARTED: _dated(changing.started, "Started"),
    Key.FORECAST: _dated(changing.forecast, "Forecast"),
    Key.COMPLETED: _dated(changing.completed, "Completed"),
    Key.IMPACT: lambda action, text, _plan, signed: changing.evidenced(action, text, signed),
    Key.ADD: _add,
}


def _day(day: date | None) -> str:
    return day_plain(day) if day else ""
