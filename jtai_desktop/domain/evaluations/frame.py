"""What an evaluation asks: the questions and the head of the form, as the pack has them."""

from dataclasses import dataclass

from jtai_desktop.domain.evaluations.evaluation import (
    HEAD,
    OWN_PARTS,
    PART_WORDS,
    Evaluation,
    Key,
    Part,
)

# The head’s fields that the program fills itself, and the one that only the joint form has: what
# the inspectors find, which they say once it is agreed and in their hands.
OF_THE_CHILD = frozenset({"case-number", "age"})
OF_THE_JOINT = frozenset({"accurate"})


@dataclass(frozen=True, slots=True)
class Question:
    """One question, in our words, with its paragraph."""

    number: int
    title: str
    short: str = ""
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class HeadField:
    """A field of the head of the form."""

    key: str
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that an evaluation can have a text for."""

    questions: tuple[Question, ...] = ()
    head: tuple[HeadField, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the questions, in their order."""
        return tuple(each.number for each in self.questions)

    @staticmethod
    def is_verdict(key: Key) -> bool:
        """Whether it is what the inspectors find of it: written whatever the stage is."""
        return key.question == HEAD and key.part in OF_THE_JOINT

    def fields(self, *, joint: bool) -> tuple[HeadField, ...]:
        """The fields of the head that are written, not known of the child already."""
        passed = OF_THE_CHILD if joint else OF_THE_CHILD | OF_THE_JOINT
        return tuple(each for each in self.head if each.key not in passed)

    def keys(self, evaluation: Evaluation) -> tuple[Key, ...]:
        """The places of all texts: the head, then question by question."""
        joint = evaluation.is_joint
        head = [Key(HEAD, each.key) for each in self.fields(joint=joint)]
        parts = tuple(Part) if joint else OWN_PARTS
        return (*head, *(Key(number, part) for number in self.numbers for part in parts))

    def called(self, key: Key) -> str:
        """Question 4, Impact; or the head field’s title."""
        if key.question == HEAD:
            return next((each.title for each in self.head if each.key == key.part), key.part)
        return f"Question {key.question}, {PART_WORDS[Part(key.part)]}"
