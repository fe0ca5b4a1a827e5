"""Bad input, said so that a person can mend it: a place and a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and what to do."""

    place: str
    sentence: str

    def __str__(self) -> str:
        """The place, then the sentence; the sentence alone where there is no place."""
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


class Refused(Exception):  # noqa: N818 - it is an answer to a person, not an error of ours
    """What was asked for can't be done; the message is one plain sentence for a person."""

    def __init__(self, sentence: str, *, place: str = "") -> None:
        super().__init__(sentence)
        self.problem = Problem(place, sentence)
