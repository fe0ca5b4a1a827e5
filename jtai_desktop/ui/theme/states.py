"""The words of every state, each with its icon and colour: one table for screen and paper alike.

`look_of(State.LATE)` gives the entry; `look_of("to-check")` does the same from a stored value.
Only "late" and warnings are filled; a filled state means: act.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from jtai_desktop.ui.theme.tokens import Role


class State(StrEnum):
    # documents, ours
    NOT_ASKED = "not-asked"
    ASKED = "asked"
    TO_CHECK = "to-check"
    RETURNED = "returned"
    READY = "ready"
    SENT = "sent"
    DOES_NOT_EXIST = "does-not-exist"
    NOT_APPLICABLE = "not-applicable"
    ON_REQUEST = "on-request"
    # child-level lists
    NOT_THERE = "not-there"
    CHECKED = "checked"
    SIGNED = "signed"
    ERROR = "error"
    REMARK = "remark"
    # past a due time; a fact that wants a look; nothing wrong
    LATE = "late"
    LATE_TO_US = "late-to-us"
    WARNING = "warning"
    ALL_WELL = "all-well"
    # inspectors' status
    NO_STATUS = "no-status"
    NO_REPLY = "no-reply"
    RECEIVED = "received"
    QUERY = "query"
    ACCEPTED = "accepted"
    # milestones, ours and the inspectors'
    TO_COME = "to-come"
    DUE_TODAY = "due-today"
    DONE = "done"
    LAPSED = "lapsed"
    AWAITED = "awaited"
    HAPPENED = "happened"
    # marks on a milestone
    SET_BY_HAND = "set-by-hand"
    ASSUMED = "assumed"
    MOVED = "moved"
    # conversations, and the duty that a "no" brings
    CONVERSATION_NOT_ASKED = "conversation-not-asked"
    AGREED = "agreed"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    NOT_APPROPRIATE = "not-appropriate"
    TELL_LEAD_INSPECTOR = "tell-lead-inspector"
    # actions
    NOT_STARTED = "not-started"
    AT_SIGNIFICANT_RISK = "at-significant-risk"
    AT_MINOR_RISK = "at-minor-risk"
    ON_TRACK = "on-track"
    COMPLETED = "completed"
    IMPACT_EVIDENCED = "impact-evidenced"


class Shape(StrEnum):
    """Whether the icon is drawn in lines or solid; solid only for late, sent and happened."""

    LINE = "line"
    SOLID = "solid"


@dataclass(frozen=True, slots=True)
class StateLook:
    """How one state is shown. `spoken` is what a screen reader says instead of the word."""

    state: State
    word: str
    icon: str
    role: Role
    filled: bool = False
    shape: Shape = Shape.LINE
    spoken: str = ""

    @property
    def said(self) -> str:
        return self.spoken or self.word

    def worded(self, word: str) -> "StateLook":
        """The same look with the fact as its word ("22 h 40 min late", "2 of 3 sets")."""
        return replace(self, word=word, spoken="")


def _table(*looks: StateLook) -> Mapping[State, StateLook]:
    return MappingProxyType({look.state: look for look in looks})


_NEUTRAL, _OURS, _DONE = Role.NEUTRAL, Role.WITH_US, Role.DONE
_WARNING, _LATE, _MARK = Role.WARNING, Role.LATE, Role.INK2

STATES: Final = _table(
    StateLook(State.NOT_ASKED, "Not asked", "dashed-ring", _NEUTRAL),
    StateLook(State.ASKED, "Asked", "hourglass", _NEUTRAL),
    StateLook(State.TO_CHECK, "To check", "tray", _OURS),
    StateLook(State.RETURNED, "Returned", "returned", _NEUTRAL),
    StateLook(State.READY, "Ready", "tick", _OURS),
    StateLook(State.SENT, "Sent", "plane", _DONE, shape=Shape.SOLID),
    StateLook(State.DOES_NOT_EXIST, "None", "struck-ring", _NEUTRAL, spoken="Does not exist"),
    StateLook(State.NOT_APPLICABLE, "N/A", "dash", _NEUTRAL, spoken="Not applicable"),
    StateLook(State.ON_REQUEST, "On request", "ring-dots", _NEUTRAL),
    StateLook(State.NOT_THERE, "Not there", "dashed-ring", _NEUTRAL),
    StateLook(State.CHECKED, "Checked", "tick", _OURS),
    StateLook(State.SIGNED, "Signed", "pen", _OURS),
    StateLook(State.ERROR, "Error", "octagon", _LATE),
    StateLook(State.REMARK, "Remark", "info", _NEUTRAL),
    StateLook(State.LATE, "Late", "octagon", _LATE, filled=True, shape=Shape.SOLID),
    StateLook(State.LATE_TO_US, "Late to us", "octagon", _LATE, filled=True, shape=Shape.SOLID),
    StateLook(State.WARNING, "Warning", "triangle", _WARNING, filled=True),
    StateLook(State.ALL_WELL, "Nothing overdue", "tick", _DONE),
    StateLook(State.NO_STATUS, "–", "dash", _NEUTRAL, spoken="No status"),
    StateLook(State.NO_REPLY, "No reply", "hourglass", _NEUTRAL),
    StateLook(State.RECEIVED, "Received", "double-tick", _DONE),
    StateLook(State.QUERY, "Query", "speech-query", _WARNING, filled=True),
    StateLook(State.ACCEPTED, "Accepted", "tick-square", _DONE),
    StateLook(State.TO_COME, "To come", "dashed-ring", _NEUTRAL),
    StateLook(State.DUE_TODAY, "Due today", "clock", _WARNING, filled=True),
    StateLook(State.DONE, "Done", "tick", _DONE),
    StateLook(State.LAPSED, "Lapsed", "dash", _NEUTRAL),
    StateLook(State.AWAITED, "Awaited", "diamond-open", _NEUTRAL),
    StateLook(State.HAPPENED, "Happened", "diamond-filled", _NEUTRAL, shape=Shape.SOLID),
    StateLook(State.SET_BY_HAND, "set by hand", "pen", _MARK),
    StateLook(State.ASSUMED, "assumed", "waves", _MARK),
    StateLook(State.MOVED, "moved", "moved", _MARK),
    StateLook(State.CONVERSATION_NOT_ASKED, "not asked", "dashed-ring", _NEUTRAL),
    StateLook(State.AGREED, "agreed", "ring-tick", _OURS),
    StateLook(State.PLANNED, "planned", "calendar", _OURS),
    StateLook(State.CONFIRMED, "confirmed", "double-tick", _DONE),
    StateLook(State.DECLINED, "declined", "ring-cross", _NEUTRAL),
    StateLook(State.WITHDRAWN, "withdrawn", "back-arrow", _NEUTRAL),
    StateLook(State.NOT_APPROPRIATE, "not appropriate", "struck-ring", _NEUTRAL),
    StateLook(State.TELL_LEAD_INSPECTOR, "Tell lead inspector", "triangle", _WARNING, filled=True),
    StateLook(State.NOT_STARTED, "Not started", "dashed-ring", _NEUTRAL),
    StateLook(State.AT_SIGNIFICANT_RISK, "At significant risk", "octagon", _LATE),
    StateLook(State.AT_MINOR_RISK, "At minor risk", "triangle", _WARNING),
    StateLook(State.ON_TRACK, "On track", "ring-tick", _OURS),
    StateLook(State.COMPLETED, "Completed", "tick", _DONE),
    StateLook(State.IMPACT_EVIDENCED, "Completed, impact evidenced", "double-tick", _DONE),
)


def look_of(state: State | str) -> StateLook:
    """How a state is shown; an unknown value raises ValueError."""
    return STATES[State(state)]
