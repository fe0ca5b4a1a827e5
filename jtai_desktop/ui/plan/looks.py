"""How ratings and lateness look: word, icon and colour together."""

from typing import Final

from jtai_desktop.domain.actions.plan import Entry
from jtai_desktop.domain.actions.rating import Rating
from jtai_desktop.domain.actions.turning import Turn
from jtai_desktop.domain.wording import counted
from jtai_desktop.ui.theme.states import State, StateLook, look_of

STATE_OF: Final = {
    Rating.NOT_STARTED: State.NOT_STARTED,
    Rating.SIGNIFICANT: State.AT_SIGNIFICANT_RISK,
    Rating.MINOR: State.AT_MINOR_RISK,
    Rating.ON_TRACK: State.ON_TRACK,
    Rating.COMPLETED: State.COMPLETED,
    Rating.EVIDENCED: State.IMPACT_EVIDENCED,
}


def rating_look(rating: Rating) -> StateLook:
    """The look of a rating."""
    return look_of(STATE_OF[rating])


def late_look(entry: Entry) -> StateLook | None:
    """12 days late, filled; nothing where it is in time or done."""
    if not entry.late_by:
        return None
    return look_of(State.LATE).worded(f"{counted(entry.late_by, 'day')} late")


def hand_look(entry: Entry) -> StateLook | None:
    """A pen beside a rating that was set by hand."""
    return look_of(State.SET_BY_HAND).worded("by hand") if entry.stand.override else None


def chips_of(entry: Entry) -> tuple[StateLook, ...]:
    """The rating; the computed one where a hand set another; how late it is."""
    looks = [rating_look(entry.rating)]
    if entry.stand.override:
        computed = entry.stand.computed
        looks.append(rating_look(computed.rating).worded(f"Computed: {computed.words}"))
    late = late_look(entry)
    return (*looks, late) if late else tuple(looks)


def turn_said(turn: Turn) -> str:
    """On track → At minor risk."""
    after = turn.after.words
    return f"{turn.before.words} → {after}" if turn.before else after
