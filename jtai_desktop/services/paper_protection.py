"""A paper with a passphrase of its own, typed for it and kept nowhere."""

from dataclasses import replace

from jtai_desktop.domain.passphrases import refuse_weak
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services.papers import Paper


def protected(paper: Paper, passphrase: str) -> Paper:
    """The paper, encrypted; its seal stays, since it says the same."""
    from jtai_desktop.reports.pdf import protection

    refuse_weak(passphrase)
    if len(passphrase.encode()) > protection.LONGEST:
        sentence = f"The passphrase for a paper may have {protection.LONGEST} bytes. Shorten it."
        raise Refused(sentence, place="Passphrase")
    return replace(paper, content=protection.protected(paper.content, passphrase))
