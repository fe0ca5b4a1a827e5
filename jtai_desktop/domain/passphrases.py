"""What makes a passphrase worth having, who gives one, and how one is made of words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.strength import Grade, judge
from jtai_desktop.domain.wording import counted

SHORTEST = 10
WORDS = 4
USUAL_PERSON = "Inspection coordinator"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who makes a vault, and the passphrase that will open it."""

    person: str
    passphrase: str


def of_words(words: Sequence[str], choose: Callable[[Sequence[str]], str]) -> str:
    """Four different words that chance put together; `choose` is the chance."""
    chosen: list[str] = []
    while len(chosen) < WORDS:
        word = choose(words)
        if word not in chosen:
            chosen.append(word)
    return " ".join(chosen)


def refuse_weak(passphrase: str) -> None:
    """A passphrase that would not keep anybody out."""
    if len(passphrase) < SHORTEST:
        sentence = (
            f"The passphrase has {counted(len(passphrase), 'character')}. Use at least {SHORTEST};"
            " four unrelated words are good."
        )
        raise Refused(sentence, place="Passphrase")
    if len(set(passphrase)) < SHORTEST // 2:
        sentence = "The passphrase repeats itself. Use four unrelated words."
        raise Refused(sentence, place="Passphrase")
    if judge(passphrase).grade is Grade.GUESSED:
        sentence = "The passphrase is among the first that are tried. Use four unrelated words."
        raise Refused(sentence, place="Passphrase")
