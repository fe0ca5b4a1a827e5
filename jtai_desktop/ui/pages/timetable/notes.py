"""What stands in the Note column beside a milestone, in a line or two."""

from dataclasses import dataclass

from jtai_desktop.domain import standing
from jtai_desktop.domain.milestones import Done
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.wording import clock, day_full, day_short
from jtai_desktop.ui.kit.cells import Cell
from jtai_desktop.ui.pages.timetable.facts import THREE_WEEKS, TO_AGREE, Timetable, ours
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

BRING_BACK = "Bring back"
RECORD = "Record what was agreed"


@dataclass(frozen=True, slots=True)
class _Note:
    """The icon and its reason; what else there is to say; and the second line with its link."""

    icon: str = ""
    icon_role: Role = Role.INK2
    reason: str = ""
    second: str = ""
    link: str = ""


def note_cell(timetable: Timetable, planned: Planned) -> Cell:
    """The note as a cell of the table."""
    note = _reason(timetable, planned)
    rest = [_standing(timetable, planned), _sentence(timetable.gap(planned))]
    if note.second:
        text, second = note.reason, _joined(note.second, *rest)
    else:
        text, second = _joined(note.reason, *rest), ""
    also_to_agree = note.icon == "pen" and planned.open_to_agree is not None
    return Cell(
        text=text,
        second=second,
        icon=note.icon,
        icon_role=note.icon_role,
        mark=TO_AGREE if also_to_agree else None,
        link=note.link,
        ink=Role.INK2,
        font=FontRole.LABEL,
        tip=_joined(text, second) if note.second else "",
    )


def _reason(timetable: Timetable, planned: Planned) -> _Note:
    """Why the time is what it is; the weightiest of several reasons."""
    notes, worked_out = planned.notes, f"Worked out: {timetable.when(planned.computed)}"
    if notes.set_by_hand:
        reason = f"Set by hand: {notes.set_by_hand.reason}"
        return _Note("pen", Role.INK2, reason, worked_out, BRING_BACK)
    if planned.open_to_agree:
        agree = planned.open_to_agree
        unmoved = f"Unmoved: {timetable.when(agree.unmoved)}"
        reason = f"To agree: {_lower(agree.reason)}"
        return _Note("triangle", Role.WARNING, reason, unmoved, RECORD)
    if notes.agreed:
        moved = worked_out if planned.computed != planned.due else ""
        return _Note("ring-tick", Role.INK2, f"Agreed: {notes.agreed.by}", moved)
    if planned.rule.assumed:
        return _Note("waves", Role.INK2, f"Assumed: {_first_clause(planned.rule.assumed)}")
    return _Note()


def _standing(timetable: Timetable, planned: Planned) -> str:
    """What was noted when it was done; else how long there is, where that presses."""
    schedule, now, state = timetable.schedule, timetable.now, timetable.state(planned)
    match state:
        case standing.State.LATE:
            return _sentence(standing.lateness(planned, now, schedule.close))
        case standing.State.DUE_TODAY:
            left = standing.time_left(planned, schedule, now)
            return f"{left} left" if left != "today" else ""
        case standing.State.LAPSED:
            return "Not sent; it was optional"
        case standing.State.DONE | standing.State.HAPPENED:
            return _done(timetable, planned) if planned.notes.done else ""
    return ""


def _done(timetable: Timetable, planned: Planned) -> str:
    done = planned.notes.done
    if done is None or done.note:
        return done.note if done else ""
    word = "Done" if ours(planned) else "Happened"
    return f"{word} {done_at(timetable, planned, done)}"


def done_at(timetable: Timetable, planned: Planned, done: Done) -> str:
    """08:41 on the day it was due, else the day as well."""
    day = london(done.when).date()
    if day == planned.due.day:
        return clock(done.when)
    first = timetable.schedule.week_one
    inside = first <= day < first + THREE_WEEKS
    return f"{day_short(day) if inside else day_full(day)}, {clock(done.when)}"


def _joined(*sentences: str) -> str:
    return ". ".join(each.rstrip(".") for each in sentences if each)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    """Our own reason as it goes on after a colon; names of days keep their capitals."""
    word = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if word.istitle() and word not in _DAYS else text


def _first_clause(text: str) -> str:
    return text.split(";", 1)[0].rstrip(".")


_DAYS = frozenset({"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"})
