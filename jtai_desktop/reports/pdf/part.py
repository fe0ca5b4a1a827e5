"""A paper that is set but not yet drawn: its parts, their pages, its structure."""

from dataclasses import dataclass
from datetime import datetime

from jtai_desktop.reports.pdf.furniture import Furniture, Spoken
from jtai_desktop.reports.pdf.pages import Page
from jtai_desktop.reports.pdf.tagging.tree import Element


@dataclass(frozen=True, slots=True)
class Part:
    """Pages with the same furniture. A pack has several, a checklist one."""

    furniture: Furniture
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class SetPaper:
    """All that drawing needs. `marking` becomes the subject in the file's metadata.

    `bound_from` is the first page (from 0) that shows a page of others; 0 where none does.
    """

    title: str
    marking: str
    as_at: datetime
    parts: tuple[Part, ...]
    root: Element
    spoken: Spoken
    bound_from: int = 0
