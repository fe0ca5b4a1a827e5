"""The entries as rows of a list, sorted by any column and filtered by what is typed."""

from jtai_desktop.domain.wording import day_month
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.pages.week.entries import Entry, Mark, Sort
from jtai_desktop.ui.theme.states import State, StateLook, look_of
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("day", "Day", 86),
    Column("time", "Time", 96),
    Column("what", "What"),
    Column("state", "State", 160),
    Column("place", "Place", 148, leaves=1),
    Column("who", "Who", 116, leaves=2),
)
KINDS = {Sort.MEETING: "meeting", Sort.OWN: "our own", Sort.TALK: "conversation"}


def rows_of(entries: tuple[Entry, ...], typed: str = "") -> tuple[Row, ...]:
    """A row for each entry that has every typed word somewhere."""
    words = typed.casefold().split()
    return tuple(_row(each) for each in entries if _has(each, words))


def _has(entry: Entry, words: list[str]) -> bool:
    if not words:
        return True
    marks = " ".join(mark.word for mark in entry.marks)
    text = f"{_day(entry)} {entry.said} {marks} {entry.who} {entry.clash_words}".casefold()
    return all(word in text for word in words)


def _row(entry: Entry) -> Row:
    first = entry.start.timestamp()
    clock = entry.start.hour * 60 + entry.start.minute
    cells = (
        Cell(_day(entry), order=first),
        Cell(entry.times, order=float(clock)),
        Cell(entry.text, lead=entry.lead),
        _state(entry),
        Cell(entry.place),
        Cell(entry.who),
    )
    return Row(entry.key, cells, said=f"{entry.said}, {entry.who}" if entry.who else entry.said)


def _day(entry: Entry) -> str:
    return day_month(entry.day)


def _state(entry: Entry) -> Cell:
    """What wants something done, else where the consent stands, else what it is."""
    if entry.clashes:
        return Cell(state=look_of(State.WARNING).worded(entry.clash_words))
    wants = next((mark for mark in entry.marks if mark.bold), None)
    if wants is not None:
        return Cell(state=_look(wants, filled=True))
    if entry.marks:
        return Cell(state=_look(entry.marks[0]))
    return Cell(KINDS[entry.sort], ink=Role.INK2)


def _look(mark: Mark, *, filled: bool = False) -> StateLook:
    return StateLook(State.WARNING, mark.word, mark.icon, mark.role, filled=filled)
