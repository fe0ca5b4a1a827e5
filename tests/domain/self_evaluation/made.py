"""Points and answers made by hand."""

from dataclasses import replace
from datetime import datetime

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.writing import Signed
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.self_evaluation.answer import JOINT, Answer, Part
from jtai_desktop.domain.self_evaluation.point import CRITERIA, Point, Sort
from jtai_desktop.domain.self_evaluation.writing import agree, write

WHEN = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
BY = Signed(WHEN, Who("Inspection coordinator"))
TRAINED = "Staff are trained."
QUICK = "Access to CAMHS is quick"


def criterion(number: int = 23, title: str = TRAINED) -> Point:
    """A criterion of the pack."""
    return Point(Sort.CRITERION, number, CRITERIA, title, "Trained", "26", by_pack=title)


def marker(number: int = 9, title: str = QUICK, group: str = "Access") -> Point:
    """A marker of the pack."""
    return Point(Sort.MARKER, number, group, title, by_pack=title)


def answer(
    point: Point, agency: str = JOINT, text: str = "Most are.", impact: str = "Waits halved."
) -> Answer:
    """A draft."""
    wanted = {Part.EVALUATION: text, Part.IMPACT: impact}
    return write(Answer(f"{point.key} {agency}", point.key, agency), point, wanted, BY)


def agreed(point: Point, agency: str = JOINT) -> Answer:
    """One that is agreed."""
    return agree(answer(point, agency), point, (), BY)


def reworded(point: Point, title: str) -> Point:
    """The same in other words."""
    return replace(point, title=title)
