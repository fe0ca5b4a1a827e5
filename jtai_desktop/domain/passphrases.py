"""What makes a passphrase worth having, and who gives one."""

from dataclasses import dataclass

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted

SHORTEST = 10
USUAL_PERSON = "Inspection coordinator"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who makes a vault, and the passphrase that will open it."""

    person: str
    passphrase: str


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
