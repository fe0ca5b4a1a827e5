"""One thing that looks wrong: its grade, its sentence, the place where it is mended."""

from dataclasses import dataclass
from enum import IntEnum

# The page of the children goes to somebody inspectors may talk with by this and their identity.
TALK = "talk:"
# To an evaluation, and to an “act now” flag, in the same way.
EVALUATION, FLAG = "evaluation:", "flag:"
# The page of findings goes to a letter and its written statement by this and its identity.
LETTER = "letter:"
# To an action of the plan, in the same way.
ACTION = "action:"


class Grade(IntEnum):
    """How grave it is; the gravest stands first."""

    ERROR = 1
    WARNING = 2
    REMARK = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that looks wrong. `place` and `target` say where it is mended, `link` in words."""

    grade: Grade
    sentence: str
    place: str
    target: str
    link: str
