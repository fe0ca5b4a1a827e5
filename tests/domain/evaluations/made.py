"""Evaluations and flags for tests: short to write, each step a minute later."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.evaluation import JOINT, Evaluation, Key, Part, Stage
from jtai_desktop.domain.evaluations.frame import Frame, HeadField, Question
from jtai_desktop.domain.evaluations.writing import Signed, move, write
from jtai_desktop.domain.flags import Flag, Noted
from jtai_desktop.domain.moments import LONDON

START = datetime(2026, 11, 6, 14, 0, tzinfo=LONDON)
BY = Who("Inspection coordinator")
FRAME = Frame(
    tuple(Question(number, f"Question {number}?", f"Q{number}", "46") for number in (1, 2, 3)),
    (
        HeadField("case-number", "Case number"),
        HeadField("age", "Age"),
        HeadField("individual-needs", "Individual needs", "For example disability."),
        HeadField("accurate", "Accurate?"),
    ),
)
NEEDS = Key(0, "individual-needs")


def evaluation(agency: str = JOINT, child: str = "Child A", **given: object) -> Evaluation:
    made = Evaluation(f"{child} {agency}", child, child, agency)
    return replace(made, **given)  # type: ignore[arg-type]


def signed(before: Evaluation) -> Signed:
    return Signed(START + timedelta(minutes=len(before.moves)), BY)


def wrote(before: Evaluation, texts: Mapping[Key, str]) -> Evaluation:
    return write(before, FRAME, texts, signed(before))


def answered(before: Evaluation, *numbers: int, parts: tuple[Part, ...] = ()) -> Evaluation:
    """With these questions evaluated, and these further parts of them."""
    every = (Part.EVALUATION, *parts)
    return wrote(before, {Key(each, part): f"{part} {each}" for each in numbers for part in every})


def moved(before: Evaluation, *stages: Stage, reason: str = "Because") -> Evaluation:
    for stage in stages:
        before = move(before, FRAME, stage, signed(before), reason)
    return before


def agreed(before: Evaluation | None = None) -> Evaluation:
    """Answered whole, returned and agreed."""
    whole = answered(before or evaluation(), *FRAME.numbers)
    return moved(whole, Stage.RETURNED, Stage.AGREED)


def flag(**given: object) -> Flag:
    made = Flag("f1", "Child F", "Child F", "Safety plan to be checked", "c1", Noted(START, BY))
    return replace(made, **given)  # type: ignore[arg-type]
