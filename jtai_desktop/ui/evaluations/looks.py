"""How an evaluation looks: its stage, its lateness, what the answer to a question lacks."""

from dataclasses import replace
from datetime import date

from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.documents.lateness import said as late_said
from jtai_desktop.domain.evaluations.evaluation import HEAD, Evaluation, Part, Stage
from jtai_desktop.domain.evaluations.register import NUDGE_WORDS, Entry, Nudge
from jtai_desktop.domain.flags import Flag, FlagState
from jtai_desktop.domain.wording import counted, listed, moment_near
from jtai_desktop.ui.theme.states import State, StateLook, look_of
from jtai_desktop.ui.theme.tokens import Role

NUDGE_SHORT = {Nudge.IMPACT: "impact", Nudge.VIEW: "view", Nudge.EVIDENCE: "evidence"}
NUDGE_TIPS = {
    Nudge.IMPACT: "No impact yet",
    Nudge.VIEW: "No view of the child yet",
    Nudge.EVIDENCE: "No evidence yet",
}


def look_of_stage(evaluation: Evaluation) -> StateLook:
    """Icon, word and colour of where it stands: blue where it is for us to move on."""
    ours = Role.WITH_US if evaluation.is_joint else Role.NEUTRAL
    match evaluation.stage:
        case Stage.ASKED:
            return look_of(State.NOT_ASKED if evaluation.is_joint else State.ASKED).worded(
                "To begin" if evaluation.is_joint else "Asked"
            )
        case Stage.DRAFTING:
            return replace(look_of(State.SET_BY_HAND).worded("Drafting"), role=ours)
        case Stage.RETURNED:
            role = Role.WITH_US if evaluation.is_joint else Role.DONE
            return replace(look_of(State.TO_CHECK).worded("Returned"), role=role)
        case Stage.AGREED:
            return look_of(State.DONE).worded("Agreed")


def look_of_late(entry: Entry) -> StateLook | None:
    """The mark beside the stage; nothing where it is in time."""
    if entry.late is Late.NO:
        return None
    return look_of(State.LATE if entry.late is Late.LATE else State.LATE_TO_US)


def look_of_flag(flag: Flag) -> StateLook:
    """Raised: act. Confirmed: somebody has acted, it is still open. Closed."""
    match flag.state:
        case FlagState.RAISED:
            return look_of(State.WARNING).worded("Act now")
        case FlagState.CONFIRMED:
            return look_of(State.ON_TRACK).worded("Somebody acted")
        case FlagState.CLOSED:
            return look_of(State.DONE).worded("Closed")


def nudge_look(nudge: Nudge) -> StateLook:
    """An answer lacks something: icon and word, never a fill, since nothing is refused for it."""
    return replace(look_of(State.WARNING).worded(NUDGE_TIPS[nudge]), filled=False)


def look_of_question(entry: Entry, number: int) -> StateLook:
    """Where one question of an evaluation stands: open, seen differently, lacking, answered."""
    differs = bool(entry.evaluation.text(number, Part.DIFFERENCE))
    if differs and number in entry.unsettled:
        return replace(look_of(State.QUERY).worded("Differs"), filled=False)
    if number not in entry.answered:
        return look_of(State.NOT_ASKED).worded("Open")
    lacks = [NUDGE_SHORT[each.nudge] for each in entry.lacks if each.question == number]
    if lacks:
        return replace(look_of(State.WARNING).worded(f"No {', '.join(lacks)}"), filled=False)
    return look_of(State.DONE).worded("Settled" if differs else "Answered")


def head_look(entry: Entry, keys: tuple[str, ...]) -> StateLook:
    """Where the head of the form stands."""
    written = any(entry.evaluation.text(HEAD, key) for key in keys)
    return (
        look_of(State.DONE).worded("Written")
        if written
        else look_of(State.NOT_ASKED).worded("Open")
    )


def stands_at(entry: Entry) -> str:
    """Drafting, 4 of 10, 22 h 40 min late to us."""
    late = late_said(entry.late, entry.late_by)
    parts = (look_of_stage(entry.evaluation).said, entry.filled_of, late)
    return ", ".join(each for each in parts if each)


def due_said(entry: Entry, today: date) -> str:
    """Due Thu 12, 12:00, to us Mon 9, 12:00."""
    internal = entry.evaluation.internal
    due = f"due {moment_near(entry.due, today)}" if entry.due else ""
    to_us = f"to us {moment_near(internal, today)}" if internal else ""
    return ", ".join(each for each in (due, to_us) if each)


def lacks_said(entry: Entry) -> str:
    """2 answers without impact and 1 without evidence; nothing where nothing lacks."""
    found = [each.nudge for each in entry.lacks]
    counts = [(found.count(nudge), nudge) for nudge in Nudge if nudge in found]
    words = [f"{number} {NUDGE_WORDS[nudge]}" for number, nudge in counts]
    if not words:
        return ""
    first = counts[0][0]
    words[0] = f"{counted(first, 'answer')} {NUDGE_WORDS[counts[0][1]]}"
    return listed(words)
