"""How a conversation looks: the state of a person, and the words of what can be done."""

from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.conversations import track
from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.ui.theme.states import State, StateLook, look_of

# What a button says, in the order in which it mostly comes to it.
OFFERS: Final = MappingProxyType(
    {
        Step.TELL: "Tell lead inspector…",
        Step.EXPLAIN: "Explained…",
        Step.LEAFLET: "Leaflet…",
        Step.AGREE: "Agreed…",
        Step.DECLINE: "Declined…",
        Step.PLAN: "Plan…",
        Step.CONFIRM: "Confirm in writing…",
        Step.UNDERSTAND: "Understanding checked…",
        Step.WITHDRAW: "Withdrawn…",
        Step.NOT_APPROPRIATE: "Not appropriate…",
        Step.REASK: "Ask again…",
        Step.CALL_OFF: "Call off…",
        Step.CORRECT: "Correct a line…",
    }
)


def look_of_talk(state: track.State) -> StateLook:
    """Icon, word and colour of where a conversation stands."""
    if state is track.State.NOT_ASKED:
        return look_of(State.CONVERSATION_NOT_ASKED)
    return look_of(state.value)
