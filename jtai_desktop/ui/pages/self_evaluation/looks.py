"""How a point and its answers look: icon, word and colour together; nothing here is filled."""

from dataclasses import replace

from jtai_desktop.domain.self_evaluation.answer import Answer
from jtai_desktop.domain.self_evaluation.nudges import Found, Nudge
from jtai_desktop.domain.self_evaluation.register import Entry, Stand
from jtai_desktop.ui.theme.states import State, StateLook, look_of
from jtai_desktop.ui.theme.tokens import Role

NUDGE_SHORT = {
    Nudge.CONTRADICTED: "Audit differs",
    Nudge.BROUGHT: "Look at it",
    Nudge.NO_IMPACT: "No impact",
    Nudge.NO_EVIDENCE: "No evidence",
    Nudge.OLD: "Old evidence",
    Nudge.REWORDED: "Other wording",
    Nudge.WEAKNESS: "A weakness",
}


def look_of_stand(stand: Stand) -> StateLook:
    """How a point stands."""
    match stand:
        case Stand.MISSING:
            return look_of(State.NOT_ASKED).worded("Missing")
        case Stand.DRAFT:
            return replace(look_of(State.SET_BY_HAND).worded("Draft"), role=Role.WITH_US)
        case Stand.AGREED:
            return look_of(State.DONE).worded("Agreed")


def look_of_entry(entry: Entry) -> StateLook:
    """How a point stands; several agencies without a joint answer are to be settled."""
    if entry.to_settle:
        return replace(look_of(State.QUERY).worded("To settle"), filled=False)
    return look_of_stand(entry.stand)


def look_of_answer(answer: Answer | None) -> StateLook:
    """Where one answer stands."""
    if answer is None or not answer.is_said:
        return look_of_stand(Stand.MISSING).worded("Nothing yet")
    return look_of_stand(Stand.AGREED if answer.agreed else Stand.DRAFT)


def nudge_look(found: Found, word: str = "") -> StateLook:
    """What is to say: icon and word, never a fill, since nothing is refused for it."""
    look = look_of(State.WARNING).worded(word or NUDGE_SHORT[found.nudge])
    return replace(look, filled=False, spoken=found.sentence)
