"""Changing an evaluation: its texts, and where it stands; or the sentence why it can’t be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.evaluation import Evaluation, Key, Move, Part, Stage
from jtai_desktop.domain.evaluations.frame import Frame
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import listed

LONGEST = 10_000  # characters; four pages of one answer
# One step at a time, forwards and back; whoever goes back says why.
NEXT: Final = MappingProxyType(
    {
        Stage.ASKED: (Stage.DRAFTING,),
        Stage.DRAFTING: (Stage.RETURNED,),
        Stage.RETURNED: (Stage.AGREED, Stage.DRAFTING),
        Stage.AGREED: (Stage.RETURNED,),
    }
)
ORDER = tuple(Stage)
AGREED_ALREADY = "It is agreed. Take it back to “returned” first, with a reason."


@dataclass(frozen=True, slots=True)
class Signed:
    """Who does it, and when."""

    when: datetime
    by: Who


def write(
    before: Evaluation, frame: Frame, wanted: Mapping[Key, str], signed: Signed
) -> Evaluation:
    """The evaluation with these texts; the first one begins the draft.

    Once it is agreed only what the inspectors find of it is still written.
    """
    _refuse_frozen(before, frame, wanted)
    places = set(frame.keys(before))
    kept = dict(before.texts)
    for key, text in wanted.items():
        if key not in places:
            raise Refused("There is no such question in this evaluation.", place=before.called())
        checked = texts.note(text, frame.called(key), longest=LONGEST)
        kept[key] = checked
    kept = {key: text for key, text in kept.items() if text}
    if kept == before.texts:
        return before
    written = replace(before, texts=kept)
    return _moved(written, Stage.DRAFTING, signed) if before.stage is Stage.ASKED else written


def move(
    before: Evaluation, frame: Frame, stage: Stage, signed: Signed, reason: str = ""
) -> Evaluation:
    """The evaluation one step further, or one step back with a reason."""
    if not before.selected:
        raise Refused(_apart(before), place=before.child)
    if stage not in NEXT[before.stage]:
        where = f"it stands at “{before.stage}”"
        raise Refused(f"{before.called()} can’t be marked as {stage}: {where}.", place=before.child)
    back = goes_back(before, stage)
    why = texts.line(reason, "Reason", needed=back)
    if not back:
        _refuse_incomplete(before, frame, stage)
    return _moved(before, stage, signed, why)


def goes_back(before: Evaluation, stage: Stage) -> bool:
    """Whether the step needs a reason."""
    return ORDER.index(stage) < ORDER.index(before.stage)


def answered(evaluation: Evaluation, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """The questions to which something is evaluated."""
    return tuple(each for each in numbers if evaluation.text(each, Part.EVALUATION))


def unsettled(evaluation: Evaluation, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """The questions that agencies see differently, without a word on how that was settled."""
    return tuple(
        each
        for each in numbers
        if evaluation.text(each, Part.DIFFERENCE) and not evaluation.text(each, Part.SETTLED)
    )


def _refuse_incomplete(before: Evaluation, frame: Frame, stage: Stage) -> None:
    done = answered(before, frame.numbers)
    if stage is Stage.RETURNED and not done:
        sentence = f"{before.called()}: no question is evaluated yet, so there is nothing back."
        raise Refused(sentence, place=before.child)
    if stage is Stage.AGREED and before.is_joint:
        left = [each for each in frame.numbers if each not in done]
        if left:
            sentence = f"{before.called()}: {_questions(left)} not evaluated yet."
            raise Refused(sentence, place=before.child)
        if left := list(unsettled(before, frame.numbers)):
            sentence = f"{before.called()}: {_questions(left)} seen differently, not settled yet."
            raise Refused(f"{sentence} Say how.", place=before.child)


def _questions(numbers: list[int]) -> str:
    """Questions 3 and 4 are."""
    which = listed([str(each) for each in numbers])
    return f"question {which} is" if len(numbers) == 1 else f"questions {which} are"


def _refuse_frozen(before: Evaluation, frame: Frame, wanted: Iterable[Key]) -> None:
    if not before.selected:
        raise Refused(_apart(before), place=before.child)
    if before.stage is Stage.AGREED and not all(frame.is_verdict(key) for key in wanted):
        raise Refused(f"{before.called()}: {AGREED_ALREADY}", place=before.child)


def _apart(before: Evaluation) -> str:
    return f"{before.called()}: {before.child} is no longer among the selected children."


def _moved(before: Evaluation, stage: Stage, signed: Signed, reason: str = "") -> Evaluation:
    new = Move(len(before.moves) + 1, stage, signed.when, signed.by, reason)
    return replace(before, moves=(*before.moves, new))
