"""Taking in the letter of findings: read it, show it; a person confirms before anything is kept."""

from pathlib import Path

from jtai_desktop.domain.findings import draft
from jtai_desktop.domain.findings.draft import Draft
from jtai_desktop.domain.letters import reading
from jtai_desktop.domain.letters.letter import Letter
from jtai_desktop.domain.letters.picture import PagePicture
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.letters import LetterFile, letter_file, pages_in, picture_of
from jtai_desktop.exchange.workbook_asking import Say, Stop

__all__ = ["LetterFile", "draft_of", "opened", "picture", "read"]


def read(path: Path) -> Letter:
    """The letter in a PDF; a file that can't be one is refused in a sentence."""
    return _letter(opened(path))[0]


def opened(path: Path) -> LetterFile:
    """The file, all of it; refused where it can’t be a PDF."""
    return letter_file(path)


def draft_of(file: LetterFile, say: Say = lambda _: None, stop: Stop = lambda: False) -> Draft:
    """What is in a letter, for a person to go through. It needs no vault."""
    letter, pages = _letter(file, say, stop)
    return draft.of_letter(letter, file.name, file.sha256, pages)


def picture(file: LetterFile, page: int, width: int, stop: Stop = lambda: False) -> PagePicture:
    """A page of the file, to be shown beside what was found on it."""
    return picture_of(file, page, width, stop)


def _letter(
    file: LetterFile, say: Say = lambda _: None, stop: Stop = lambda: False
) -> tuple[Letter, int]:
    pages = pages_in(file, say, stop)
    try:
        return reading.read(pages), pages.count
    except Refused as refused:
        raise Refused(refused.problem.sentence, place=file.name) from None
