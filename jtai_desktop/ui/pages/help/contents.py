"""Which help pages there are: written ones, and two that are made from the program itself."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jtai_desktop import places
from jtai_desktop.ui.pages.help.about import about_text, licence_text
from jtai_desktop.ui.pages.help.keys import keys_text
from jtai_desktop.ui.pages.help.text import Part, parts_of, plain_of, title_of

FIRST = "begin"
WRITTEN = (
    FIRST,
    "today",
    "timetable",
    "documents",
    "children",
    "week",
    "people",
    "lists",
    "self-evaluation",
    "audits",
    "findings",
    "papers",
    "settings",
    "undo",
    "vault",
)
# A place of the program whose help goes by another name.
OTHER_NAMES = {"help": FIRST}


@dataclass(frozen=True, slots=True)
class HelpText:
    """One page of help."""

    key: str
    title: str
    parts: tuple[Part, ...]

    @property
    def plain(self) -> str:
        """All of it as plain text."""
        return plain_of(self.parts)


def contents(vault: Path | None) -> tuple[HelpText, ...]:
    """Every page in the order of the list."""
    made: tuple[tuple[str, Callable[[], str]], ...] = (
        ("keys", keys_text),
        ("about", lambda: about_text(vault)),
        ("licences", licence_text),
    )
    written = tuple(_page(key, _written(key)) for key in WRITTEN)
    return written + tuple(_page(key, make()) for key, make in made)


def found(pages: tuple[HelpText, ...], typed: str) -> tuple[HelpText, ...]:
    """The pages that hold every typed word, those with it in the title first."""
    words = typed.casefold().split()
    fits = [page for page in pages if all(word in page.plain.casefold() for word in words)]
    if not words:
        return tuple(fits)
    return tuple(
        sorted(fits, key=lambda page: not all(word in page.title.casefold() for word in words))
    )


def page_of(pages: tuple[HelpText, ...], key: str) -> HelpText | None:
    """The page for a place of the program, or of that name."""
    wanted = OTHER_NAMES.get(key, key)
    return next((page for page in pages if page.key == wanted), None)


def _page(key: str, text: str) -> HelpText:
    parts = parts_of(text)
    return HelpText(key, title_of(parts), parts)


def _written(key: str) -> str:
    return (places.resources() / "help" / f"{key}.md").read_text(encoding="utf-8")
