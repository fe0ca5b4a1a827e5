"""What stands in the cells of a line: texts, states as word and icon, warnings."""

from collections.abc import Callable
from datetime import date

from jtai_desktop.domain.documents.doubts import DoubtKind, near
from jtai_desktop.domain.documents.lateness import Late, said
from jtai_desktop.domain.documents.track import Ours, Theirs
from jtai_desktop.domain.moments import Hour, Moment
from jtai_desktop.domain.wording import moment_near
from jtai_desktop.ui.kit.cells import Cell
from jtai_desktop.ui.pages.documents import columns as c
from jtai_desktop.ui.pages.documents.lines import Line
from jtai_desktop.ui.theme.states import State, StateLook, look_of
from jtai_desktop.ui.theme.tokens import Role

_LATE = {Late.TO_US: look_of(State.LATE_TO_US), Late.LATE: look_of(State.LATE)}
_OURS = {ours: look_of(State(ours.value)) for ours in Ours}
_THEIRS = {theirs: look_of(State(theirs.value)) for theirs in Theirs}
_WARNING = look_of(State.WARNING)
Make = Callable[[Line, date], Cell]


def cells_of(line: Line, today: date) -> tuple[Cell, ...]:
    """The cells of a line, in the order of the columns."""
    return tuple(_MAKERS[key](line, today) for key in c.KEYS)


def due_text(moment: Moment | None, today: date) -> str:
    """Today; Mon 9, 12:00. The end of a day needs no word in a narrow column."""
    if moment is None:
        return ""
    if moment.hour is Hour.END_OF_DAY:
        moment = Moment(moment.day)
    return moment_near(moment, today)


def spoken(line: Line, today: date) -> str:
    """State, what, until when, and what looks wrong, as a screen reader says it."""
    state = said(line.late, line.late_by) or _OURS[line.ours].said
    named = line.owner or "no owner"
    due = f"due {moment_near(line.due, today)}" if line.due else ""
    theirs = _THEIRS[line.theirs].said if line.theirs is not Theirs.NO_STATUS else ""
    ours = _OURS[line.ours].said if line.late is not Late.NO else ""
    facts = (doubt.fact for doubt in line.doubts)
    parts = (state, f"{line.item.called} {line.title}", due, ours, theirs, line.agency_short)
    return ", ".join(part for part in (*parts, named, *facts) if part)


def _number(line: Line, _today: date) -> Cell:
    if not line.first:
        return Cell(said=f"Further document of {line.item.called}")
    return Cell(line.item.code, bold=True, said=line.item.called)


def _title(line: Line, _today: date) -> Cell:
    full = line.item.title if line.first else line.title
    return Cell(line.title, indent=0 if line.first else 12, tip=full)


def _due(line: Line, today: date) -> Cell:
    text = due_text(line.passed, today)
    if line.late is Late.NO:
        return Cell(text, tip=moment_near(line.due, today) if line.due else "")
    spoken_late = said(line.late, line.late_by)
    passed = moment_near(line.passed, today) if line.passed else ""
    return Cell(text, state=_LATE[line.late], tip=f"{spoken_late}, was due {passed}")


def _internal(line: Line, today: date) -> Cell:
    return Cell(due_text(line.item.internal, today))


def _theirs(line: Line, _today: date) -> Cell:
    query = line.standing.query if line.standing else None
    return Cell(state=_THEIRS[line.theirs], tip=query.text if query else "")


def _version(line: Line, _today: date) -> Cell:
    if not line.newest:
        return Cell()
    sent = line.standing.sent if line.standing else None
    held = f", the inspectors hold version {sent.version}" if sent else ""
    return Cell(f"v{line.newest}", tip=f"Version {line.newest}{held}" if sent else "")


def _date(line: Line, today: date) -> Cell:
    """The newest of its dates; what looks wrong stands in its place."""
    dates = line.document.dates if line.document else ()
    text = near(max(dates), today.year) if dates else ""
    wrong = [doubt for doubt in line.doubts if doubt.kind is not DoubtKind.QUERY]
    if not wrong:
        return Cell(text)
    fact = wrong[0].fact if len(wrong) == 1 else f"{wrong[0].fact} +{len(wrong) - 1}"
    told = ". ".join(doubt.sentence for doubt in line.doubts)
    return Cell(state=_warned(fact), tip=told, said=f"Warning: {told}")


def _warned(fact: str) -> StateLook:
    return _WARNING.worded(fact)


def _chased(line: Line, _today: date) -> Cell:
    times = "once" if line.chased == 1 else f"{line.chased} times"
    return Cell(f"{line.chased}×", said=f"Chased {times}") if line.chased else Cell()


def _note(line: Line, _today: date) -> Cell:
    text = line.document.notes.internal if line.document else line.item.notes.internal
    return Cell(" ".join(text.split()), ink=Role.INK2, tip=text)


def _own(place: int) -> Make:
    return lambda line, _today: Cell(line.item.own[place], tip=line.item.own[place])


_MAKERS: dict[str, Make] = {
    c.NUMBER: _number,
    c.TITLE: _title,
    c.AGENCY: lambda line, _today: Cell(line.agency_short),
    c.OWNER: lambda line, _today: Cell(line.owner),
    c.DEPUTY: lambda line, _today: Cell(line.deputy, ink=Role.INK2),
    c.DUE: _due,
    c.INTERNAL: _internal,
    c.OURS: lambda line, _today: Cell(state=_OURS[line.ours]),
    c.THEIRS: _theirs,
    c.VERSION: _version,
    c.DATE: _date,
    c.CHASED: _chased,
    c.NOTE: _note,
    **{key: _own(place) for place, key in enumerate(c.OWN)},
}
