"""A paper with a passphrase of its own, typed for it and kept nowhere."""

from dataclasses import replace

from jtai_desktop.domain.passphrases import refuse_weak
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services.papers import Paper

LONGEST = 127  # bytes: PDF cuts off the rest without a word


def protected(paper: Paper, passphrase: str) -> Paper:
    """The paper, encrypted; its seal stays, since it says the same."""
    from jtai_desktop.reports.pdf import protection

    check(passphrase)
    return replace(paper, content=protection.protected(paper.content, passphrase))


def check(passphrase: str) -> None:
    """Refused where it keeps nobody out, or where the format would cut off its end."""
    refuse_weak(passphrase)
    if len(passphrase.encode("utf-8", "surrogatepass")) > LONGEST:
        sentence = f"A passphrase for a paper has {LONGEST} bytes at most. Please shorten it."
        raise Refused(sentence, place="Passphrase")
