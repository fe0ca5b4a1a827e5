"""Letters of findings, findings and steps to the statement: rows to records and back."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.findings.finding import Finding, Kind, Way
from jtai_desktop.domain.findings.letter import KeptLetter, KeptStep, Spot
from jtai_desktop.domain.flags import Noted
from jtai_desktop.domain.letters.letter import Facts
from jtai_desktop.domain.letters.statement import Step
from jtai_desktop.store import values
from jtai_desktop.store.canonical import canonical
from jtai_desktop.store.files import Taken
from jtai_desktop.store.models import (
    FindingRow,
    KeptFileRow,
    LetterRow,
    StatementStepRow,
    table_of,
)
from jtai_desktop.store.plain_rows import read

_LETTERS, _FINDINGS = table_of(LetterRow), table_of(FindingRow)
_STEPS = table_of(StatementStepRow)
_ITS_LETTERS = select(_LETTERS).where(_LETTERS.c.inspection_id == bindparam("mine"))
_ITS_FINDINGS = select(_FINDINGS).where(_FINDINGS.c.inspection_id == bindparam("mine"))
_ITS_STEPS = (
    select(_STEPS)
    .where(_STEPS.c.inspection_id == bindparam("mine"))
    .order_by(_STEPS.c.letter_id, _STEPS.c.number, _STEPS.c.id)
)
_DAYS = ("letter_date", "fieldwork_start", "fieldwork_end", "statement_due")
_NAMES = ("area", "theme", "principal_authority")
_PLAIN = ("file", "sha256", "file_id", "pages", "no_statement", "left", "unplaced")
_OF_FINDING = ("heading", "text", "printed", "page", "paragraph")


def letters(session: Session, inspection_id: str) -> tuple[KeptLetter, ...]:
    """Every letter, the oldest first; those without a date before all."""
    found = (_letter(row) for row in read(session, _ITS_LETTERS, mine=inspection_id))
    return tuple(sorted(found, key=_age))


def load(session: Session, inspection_id: str) -> tuple[Finding, ...]:
    """Every finding, letter by letter in its own order; retired ones too."""
    turn = {each.id: turn for turn, each in enumerate(letters(session, inspection_id))}
    found = (_finding(row) for row in read(session, _ITS_FINDINGS, mine=inspection_id))
    return tuple(sorted(found, key=lambda each: (turn[each.letter_id], each.number)))


def steps(session: Session, inspection_id: str) -> tuple[KeptStep, ...]:
    """The steps to every letter’s statement, in their order."""
    return tuple(_step(row) for row in read(session, _ITS_STEPS, mine=inspection_id))


def add_letter(session: Session, inspection_id: str, letter: KeptLetter) -> None:
    """A letter that is new."""
    row = LetterRow(id=letter.id, inspection_id=inspection_id, way=letter.way.value)
    row.added = values.instant(letter.added.when)
    row.added_by, row.added_behalf = letter.added.by.person, letter.added.by.behalf
    _fill_letter(row, letter)
    session.add(row)


def change_letter(session: Session, letter: KeptLetter) -> None:
    """Its facts, receipt, statement and counts; refused if the record is stale."""
    row = values.found(session.get(LetterRow, letter.id))
    values.same_version(row.version, letter.version)
    _fill_letter(row, letter)


def add_file(
    session: Session, inspection_id: str, letter: KeptLetter, taken: Taken, when: datetime
) -> None:
    """That the letter’s own file lies in the vault; it stays when the letter is undone."""
    row = KeptFileRow(name=taken.name, inspection_id=inspection_id, size=taken.size)
    row.sha256, row.at = taken.sha256, values.instant(when)
    session.add(row)
    session.flush()
    values.found(session.get(LetterRow, letter.id)).file_id = taken.name


def remove_letter(session: Session, letter: KeptLetter) -> None:
    """Take out a letter of which nothing is kept."""
    row = values.found(session.get(LetterRow, letter.id))
    values.same_version(row.version, letter.version)
    session.delete(row)


def add(session: Session, inspection_id: str, findings: Sequence[Finding]) -> None:
    """Findings that a person confirmed."""
    for finding in findings:
        row = FindingRow(id=finding.id, inspection_id=inspection_id, letter_id=finding.letter_id)
        row.number, row.way = finding.number, finding.way.value
        row.confirmed = values.instant(finding.confirmed.when)
        row.confirmed_by = finding.confirmed.by.person
        row.confirmed_behalf = finding.confirmed.by.behalf
        _fill(row, finding)
        session.add(row)


def change(session: Session, finding: Finding) -> None:
    """Its kind, heading, text, agencies, place, and whether it is retired."""
    row = values.found(session.get(FindingRow, finding.id))
    values.same_version(row.version, finding.version)
    _fill(row, finding)


def next_number(session: Session, letter_id: str) -> int:
    """The number of the next finding of a letter."""
    numbers = select(func.max(FindingRow.number)).where(FindingRow.letter_id == letter_id)
    return (session.scalar(numbers) or 0) + 1


def add_step(session: Session, inspection_id: str, step: KeptStep) -> None:
    """A step that is new."""
    row = StatementStepRow(id=step.id, inspection_id=inspection_id, letter_id=step.letter_id)
    _fill_step(row, step)
    session.add(row)


def change_step(session: Session, step: KeptStep) -> None:
    """All of a step but the letter it belongs to."""
    row = values.found(session.get(StatementStepRow, step.id))
    values.same_version(row.version, step.version)
    _fill_step(row, step)


def remove_step(session: Session, step: KeptStep) -> None:
    """Take a step out."""
    row = values.found(session.get(StatementStepRow, step.id))
    values.same_version(row.version, step.version)
    session.delete(row)


def _age(letter: KeptLetter) -> tuple[date, datetime, str]:
    return letter.facts.letter_date or date.min, letter.added.when, letter.id


def _fill_letter(row: LetterRow, letter: KeptLetter) -> None:
    for name in _DAYS:
        setattr(row, name, values.day(getattr(letter.facts, name)))
    for name in _NAMES:
        setattr(row, name, getattr(letter.facts, name) or "")
    for name in _PLAIN:
        setattr(row, name, getattr(letter, name))
    row.received, row.sent = values.day(letter.received), values.day(letter.sent)
    row.spots = canonical({name: list(spot) for name, spot in letter.spots.items()})


def _fill(row: FindingRow, finding: Finding) -> None:
    row.kind = finding.kind.value
    for name in _OF_FINDING:
        setattr(row, name, getattr(finding, name))
    row.agencies = canonical(list(finding.agencies))
    retired = finding.retired
    by = retired.by if retired else Who("")
    row.retired = values.instant(retired.when) if retired else None
    row.retired_by, row.retired_behalf = by.person, by.behalf
    row.retired_words = retired.words if retired else ""


def _fill_step(row: StatementStepRow, step: KeptStep) -> None:
    row.number, row.name, row.held = step.number, step.step.name, step.held
    row.before, row.papers = step.step.before, step.step.papers
    row.meets = values.day(step.step.meets)


def _letter(row: Any) -> KeptLetter:  # noqa: ANN401
    facts: dict[str, Any] = {name: values.day_of(getattr(row, name)) for name in _DAYS}
    facts |= {name: getattr(row, name) or None for name in _NAMES}
    plain = {name: getattr(row, name) for name in _PLAIN}
    plain["no_statement"] = bool(row.no_statement)
    return KeptLetter(
        id=row.id,
        facts=Facts(**facts),
        added=Noted(values.instant_of(row.added), Who(row.added_by, row.added_behalf)),
        way=Way(row.way),
        spots={name: Spot(*spot) for name, spot in json.loads(row.spots).items()},
        received=values.day_of(row.received),
        sent=values.day_of(row.sent),
        version=row.version,
        **plain,
    )


def _finding(row: Any) -> Finding:  # noqa: ANN401
    by = Who(row.confirmed_by, row.confirmed_behalf)
    return Finding(
        id=row.id,
        letter_id=row.letter_id,
        number=row.number,
        kind=Kind(row.kind),
        agencies=tuple(json.loads(row.agencies)),
        way=Way(row.way),
        confirmed=Noted(values.instant_of(row.confirmed), by),
        retired=_retired(row),
        version=row.version,
        **{name: getattr(row, name) for name in _OF_FINDING},
    )


def _retired(row: Any) -> Noted | None:  # noqa: ANN401
    if not row.retired:
        return None
    by = Who(row.retired_by, row.retired_behalf)
    return Noted(values.instant_of(row.retired), by, row.retired_words)


def _step(row: Any) -> KeptStep:  # noqa: ANN401
    step = Step(row.name, row.before, row.papers, values.day_of(row.meets))
    return KeptStep(row.id, row.letter_id, row.number, step, bool(row.held), row.version)
