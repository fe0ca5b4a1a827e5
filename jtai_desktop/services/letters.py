"""Taking in the letter of findings: read it, show it; a person confirms before anything is kept."""

from pathlib import Path

from jtai_desktop.domain.letters import reading
from jtai_desktop.domain.letters.letter import Letter
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.letters import read_letter


def read(path: Path) -> Letter:
    """The letter in a PDF; a file that can't be one is refused in a sentence."""
    pages = read_letter(path)
    try:
        return reading.read(pages)
    except Refused as refused:
        raise Refused(refused.problem.sentence, place=path.name) from None
