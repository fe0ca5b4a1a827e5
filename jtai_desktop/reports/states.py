"""The words of the states on paper, each with its sign: the same words as on the screen."""

from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.actions.rating import RATING_WORDS, Rating
from jtai_desktop.domain.conversations.track import State as TalkState
from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.documents.track import Ours, Theirs
from jtai_desktop.domain.evaluations.evaluation import Stage
from jtai_desktop.domain.lists.versions import Step as ListStep
from jtai_desktop.domain.meetings.sending import ChangeKind
from jtai_desktop.domain.standing import Mark, State
from jtai_desktop.reports.blocks import Cell, Sign

OURS: Final = MappingProxyType(
    {
        Ours.NOT_ASKED: Cell("Not asked", Sign.NOT_ASKED),
        Ours.ASKED: Cell("Asked", Sign.ASKED),
        Ours.RETURNED: Cell("Returned", Sign.RETURNED),
        Ours.TO_CHECK: Cell("To check", Sign.TO_CHECK),
        Ours.READY: Cell("Ready", Sign.READY),
        Ours.SENT: Cell("Sent", Sign.SENT),
        Ours.DOES_NOT_EXIST: Cell("None", Sign.DOES_NOT_EXIST),
        Ours.NOT_APPLICABLE: Cell("N/A", Sign.NOT_APPLICABLE),
        Ours.ON_REQUEST: Cell("On request", Sign.ON_REQUEST),
    }
)
THEIRS: Final = MappingProxyType(
    {
        Theirs.NO_STATUS: Cell("–"),
        Theirs.NO_REPLY: Cell("No reply", Sign.NO_REPLY),
        Theirs.RECEIVED: Cell("Received", Sign.RECEIVED),
        Theirs.QUERY: Cell("Query", Sign.QUERY, strong=True),
        Theirs.ACCEPTED: Cell("Accepted", Sign.ACCEPTED),
    }
)
LATE: Final = MappingProxyType(
    {
        Late.LATE: Cell("Late", Sign.LATE, strong=True),
        Late.TO_US: Cell("Late to us", Sign.LATE, strong=True),
    }
)
MILESTONE: Final = MappingProxyType(
    {
        State.TO_COME: Cell("To come", Sign.TO_COME),
        State.DUE_TODAY: Cell("Due today", Sign.DUE_TODAY, strong=True),
        State.DONE: Cell("Done", Sign.DONE),
        State.LATE: Cell("Late", Sign.LATE, strong=True),
        State.LAPSED: Cell("Lapsed", Sign.LAPSED),
        State.AWAITED: Cell("Awaited", Sign.AWAITED),
        State.HAPPENED: Cell("Happened", Sign.HAPPENED),
    }
)
MARKS: Final = MappingProxyType(
    {
        Mark.SET_BY_HAND: Cell("Set by hand", Sign.SET_BY_HAND),
        Mark.ASSUMED: Cell("Assumed", Sign.ASSUMED),
        Mark.MOVED: Cell("Moved", Sign.MOVED),
        Mark.TO_AGREE: Cell("To agree", Sign.WARNING, strong=True),
    }
)
# No other state of a conversation ever stands on paper.
TALK: Final = MappingProxyType(
    {
        TalkState.AGREED: Cell("Agreed", Sign.AGREED),
        TalkState.PLANNED: Cell("Planned", Sign.PLANNED),
        TalkState.CONFIRMED: Cell("Confirmed", Sign.CONFIRMED),
    }
)
STAGE: Final = MappingProxyType(
    {
        Stage.ASKED: Cell("Asked", Sign.ASKED),
        Stage.DRAFTING: Cell("Drafting", Sign.DRAFTING),
        Stage.RETURNED: Cell("Returned", Sign.TO_CHECK),
        Stage.AGREED: Cell("Agreed", Sign.AGREED),
    }
)
LIST_NOT_THERE: Final = Cell("Not there", Sign.NOT_ASKED)
LIST: Final = MappingProxyType(
    {
        None: Cell("To check", Sign.TO_CHECK),
        ListStep.CHECKED: Cell("Checked", Sign.READY),
        ListStep.SIGNED: Cell("Signed", Sign.SET_BY_HAND),
        ListStep.SENT: Cell("Sent", Sign.SENT),
    }
)
CHANGE: Final = MappingProxyType(
    {
        ChangeKind.NEW: Cell("New", Sign.NEW),
        ChangeKind.CHANGED: Cell("Changed", Sign.CHANGED),
        ChangeKind.CANCELLED: Cell("Cancelled", Sign.CANCELLED),
    }
)
RATING: Final = MappingProxyType(
    {
        Rating.NOT_STARTED: Cell(RATING_WORDS[Rating.NOT_STARTED], Sign.NOT_STARTED),
        Rating.SIGNIFICANT: Cell(
            RATING_WORDS[Rating.SIGNIFICANT], Sign.AT_SIGNIFICANT_RISK, strong=True
        ),
        Rating.MINOR: Cell(RATING_WORDS[Rating.MINOR], Sign.AT_MINOR_RISK, strong=True),
        Rating.ON_TRACK: Cell(RATING_WORDS[Rating.ON_TRACK], Sign.ON_TRACK),
        Rating.COMPLETED: Cell(RATING_WORDS[Rating.COMPLETED], Sign.COMPLETED),
        Rating.EVIDENCED: Cell(RATING_WORDS[Rating.EVIDENCED], Sign.IMPACT_EVIDENCED),
    }
)
