"""The report of a case audit as partnerships publish it: one page, cases counted, never named."""

from collections import Counter
from collections.abc import Iterable

from jtai_desktop.domain.audits.audit import Case
from jtai_desktop.domain.audits.entries import SIDE_WORDS, Entry, Part, Side
from jtai_desktop.domain.audits.register import Standing
from jtai_desktop.domain.wording import counted, day_full
from jtai_desktop.reports.blocks import Block, Cell, Column, Heading, Row, Sentence, Table
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Sheet

TITLE = "Multi-agency case audit"
NONE = "No case audit has been begun yet."
NOT_TOLD = "not recorded"
PROCESS = (Column("Step", 30, names_row=True), Column("What was done", 150))
FOUND = (Column("Kind", 24, names_row=True), Column("Headline", 126), Column("Refers to", 30))
TO_DO = (Column("No.", 10, names_row=True), Column("Recommendation", 120), Column("For", 50))
MOST_FEATURES = 16


def audit_report_sheet(material: Material) -> Sheet:
    """The audit that was asked for, else the newest."""
    standing = material.audit
    if standing is None:
        return Sheet(TITLE, material.readers, (Sentence(NONE),), footer="case audit")
    audit = standing.audit
    about = ", ".join(each for each in (audit.theme, audit.period) if each)
    reflections = audit.reflections or f"The reflections are {NOT_TOLD} yet."
    blocks: tuple[Block, ...] = (
        Heading("Process"),
        Table(PROCESS, tuple(_process(standing))),
        Heading("The cases", counted(len(audit.cases), "case")),
        *(Sentence(each) for each in _cases(audit.cases)),
        Heading("Headlines"),
        Table(FOUND, _headlines(audit.of(Part.HEADLINE)), f"Headlines are {NOT_TOLD} yet."),
        Heading("The independent scrutineer’s reflections"),
        *(Sentence(each) for each in reflections.split("\n") if each.strip()),
        Heading("Recommendations"),
        Table(TO_DO, _to_do(audit.of(Part.RECOMMENDATION)), "There are none yet."),
    )
    return Sheet(TITLE, material.readers, blocks, about, footer="case audit")


def counted_features(cases: Iterable[Case]) -> tuple[tuple[str, int], ...]:
    """Each feature with the number of cases it is true of, the most frequent first."""
    found: Counter[str] = Counter()
    for case in cases:
        said = {" ".join(each.split()).casefold() for each in case.features.split(";")}
        found.update(said - {""})
    return tuple(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def _process(standing: Standing) -> Iterable[Row]:
    audit = standing.audit
    lines = audit.of(Part.LINE)
    when = f", agreed on {day_full(audit.agreed)}" if audit.agreed else ""
    said = f"{len(lines)}{when}" if lines else NOT_TOLD
    yield Cell("Key lines"), Cell(said, below=tuple(Cell(each.text) for each in lines))
    yield Cell("Returns"), Cell(_returns(standing))
    yield Cell("Forums"), Cell(_forums(standing))
    views = audit.of(Part.VIEW)
    if views:
        first, *more = [f"{each.who}: {each.text}" for each in views]
        yield Cell("Families’ views"), Cell(first, below=tuple(Cell(each) for each in more))
    yield Cell("Scrutiny"), Cell(audit.scrutineer or NOT_TOLD)


def _returns(standing: Standing) -> str:
    """11 agencies and teams were asked; 36 of 38 returns came, 1 of them late."""
    late = sum(1 for each in standing.received if each.came_late)
    said = f", {late} of them late" if late else ""
    out = len(standing.owed) - len(standing.received)
    still = f"; {out} still to come" if out else ""
    archived = sum(1 for each in standing.owed if each.found.archived)
    records = f". For {archived} the records lay in an archive" if archived else ""
    teams = len(standing.audit.teams)
    asked = f"{teams} {'agency or team was' if teams == 1 else 'agencies and teams were'} asked"
    return f"{asked}; {standing.received_of} came{said}{still}{records}"


def _forums(standing: Standing) -> str:
    """4 with 20 attendees: social care, police; the themes."""
    forums = standing.audit.of(Part.FORUM)
    if not forums:
        return "none"
    themes = [each.themes for each in forums if each.themes]
    who = "; ".join(each.who for each in forums)
    about = f" Themes: {'; '.join(themes)}." if themes else ""
    return f"{len(forums)} with {counted(standing.attendees, 'attendee')}: {who}.{about}"


def _cases(cases: tuple[Case, ...]) -> Iterable[str]:
    """Counted by age band and by feature; no reference, and no case by itself."""
    if not cases:
        yield f"The cases are {NOT_TOLD} yet."
        return
    ages = Counter(each.age_band or NOT_TOLD for each in cases)
    yield f"By age: {', '.join(f'{band}: {number}' for band, number in ages.items())}."
    features = counted_features(cases)
    said = [f"{name} {number}" for name, number in features[:MOST_FEATURES]]
    more = len(features) - MOST_FEATURES
    if said:
        rest = f" and {more} more" if more > 0 else ""
        yield f"By what is true of them: {', '.join(said)}{rest}."


def _headlines(found: tuple[Entry, ...]) -> tuple[Row, ...]:
    """Strengths first."""
    ordered = [each for side in Side for each in found if each.side is side]
    return tuple(
        (Cell(SIDE_WORDS[each.side] if each.side else ""), _cell(each.text), Cell(each.marker))
        for each in ordered
    )


def _to_do(found: tuple[Entry, ...]) -> tuple[Row, ...]:
    return tuple(
        (Cell(str(number)), _cell(each.text), Cell(each.who))
        for number, each in enumerate(found, 1)
    )


def _cell(text: str) -> Cell:
    first, *more = [line for line in text.split("\n") if line.strip()] or [""]
    return Cell(first, below=tuple(Cell(line) for line in more))
