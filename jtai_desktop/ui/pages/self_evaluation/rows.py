"""The rows of the page: groups with their counts, criteria and markers with their state."""

from collections.abc import Iterator
from enum import StrEnum

from jtai_desktop.domain.self_evaluation.register import Entry, Group, Stand
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.pages.self_evaluation.facts import Facts
from jtai_desktop.ui.pages.self_evaluation.looks import NUDGE_SHORT, look_of_entry, nudge_look
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("number", "No.", 34),
    Column("title", "Criterion or marker"),
    Column("who", "Answered by", 96, leaves=1),
    Column("remark", "Remark", 136, leaves=2),
    Column("state", "State", 92),
)
SECTION = "group:"
RETIRED = "Retired"


class Quick(StrEnum):
    """The filters of one click."""

    ALL = "all"
    MISSING = "missing"
    DRAFT = "draft"
    AGREED = "agreed"
    REMARKS = "remarks"


def fits(entry: Entry, quick: Quick) -> bool:
    """Whether a filter lets a point through."""
    if quick is Quick.ALL:
        return True
    return bool(entry.found) if quick is Quick.REMARKS else entry.stand.value == quick.value


def counts(facts: Facts) -> dict[Quick, int]:
    """How many each filter lets through."""
    entries = facts.found.entries
    return {quick: sum(1 for each in entries if fits(each, quick)) for quick in Quick}


def rows_of(facts: Facts, quick: Quick, typed: str) -> list[Row]:
    """Group by group what the filter and every typed word let through; what is retired last."""
    words = typed.casefold().split()
    rows: list[Row] = []
    for group in facts.found.groups:
        shown = [e for e in group.entries if fits(e, quick) and _has(facts, e, words)]
        if shown:
            rows += [_section(group.name, _said(group)), *_rows(facts, shown)]
    gone = [e for e in facts.found.retired if quick is Quick.ALL and _has(facts, e, words)]
    if gone:
        rows += [_section(RETIRED, "no longer asked, answers kept"), *_rows(facts, gone)]
    return rows


def _has(facts: Facts, entry: Entry, words: list[str]) -> bool:
    texts = [text for answer in entry.answers for text in answer.texts.values()]
    point = entry.point
    named = (point.called, point.title, point.short, point.group, *_who(facts, entry))
    looked_in = " ".join((*named, *texts)).casefold()
    return all(word in looked_in for word in words)


def _rows(facts: Facts, entries: list[Entry]) -> Iterator[Row]:
    for each in entries:
        point, found = each.point, each.found
        state = look_of(State.NOT_APPLICABLE).worded(RETIRED)
        more = f" +{len(found) - 1}" if len(found) > 1 else ""
        tip = "\n".join(
            f"{facts.agency(f.answer.agency) if f.answer else point.called}: {f.sentence}"
            for f in found
        )
        cells = (
            Cell(str(point.number), bold=True, right=True),
            Cell(
                point.short or point.title.rstrip("."),
                tail=f"¶{point.paragraph}" if point.paragraph else "",
                tip=point.title,
            ),
            Cell(", ".join(_who(facts, each)), ink=Role.INK2, font=FontRole.LABEL),
            Cell(state=nudge_look(found[0]), tail=more.strip(), tip=tip) if found else Cell(),
            Cell(state=state if point.is_retired else look_of_entry(each)),
        )
        remarks = (NUDGE_SHORT[one.nudge] for one in found)
        words = (f"{point.called}: {point.title.rstrip('.')}", cells[-1].spoken, *remarks)
        yield Row(point.key, cells, said=", ".join(dict.fromkeys(words)))


def _who(facts: Facts, entry: Entry) -> list[str]:
    return [facts.agency(each.agency) for each in entry.said]


def _section(name: str, said: str) -> Row:
    # The count stands behind the name, since the columns at the right may leave.
    head = Cell(name, bold=True, tail=said, span=len(COLUMNS))
    return Row(f"{SECTION}{name}", (head, *(Cell() for _ in COLUMNS[1:])), section=True)


def _said(group: Group) -> str:
    return f"{group.counts[Stand.AGREED]} of {len(group.entries)} agreed"
