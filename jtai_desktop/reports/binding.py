"""Documents bound into a pack: what stands behind its own pages, and what could not be bound in."""

from collections.abc import Sequence
from dataclasses import dataclass

from jtai_desktop.domain.wording import counted
from jtai_desktop.reports.blocks import Cell, Column, Contents, Heading, Sentence, Sign, Table
from jtai_desktop.reports.held import SHORT_HASH
from jtai_desktop.reports.pack import Bound, Sheet

TITLE = "Documents bound in"
COLUMNS = (
    Column("No.", 24, names_row=True),
    Column("Document", 90),
    Column("Ver.", 14),
    Column("Pages", 16),
    Column("SHA-256", 36),
)
NOT_BOUND = (
    Column("No.", 24, names_row=True),
    Column("Document", 90),
    Column("Ver.", 14),
    Column("Why not", 52),
)
AS_THEY_ARE = (
    "The pages behind this one are as their authors made them, made smaller to leave room for"
    " marking, page number and seal. Only they may name children and adults."
)
NOT_ACCESSIBLE = (
    "Our own pages are built for screen readers. The pages bound in are one picture each to a"
    " screen reader, named by document, version and page, though their words can still be"
    " searched for. Who needs them read out should ask for the files."
)
NONE_OF_THEM = "No document could be bound in."


@dataclass(frozen=True, slots=True)
class Unbound:
    """One that was asked for and could not be bound in; `why` ends a sentence about its file."""

    codes: str
    title: str
    version: int
    why: str

    @property
    def said(self) -> str:
        """4.7, version 2, is encrypted."""
        version = f", version {self.version}," if self.version else ""
        return f"{self.codes}{version} {self.why}"


@dataclass(frozen=True, slots=True)
class Binding:
    """What was asked to be bound in, and what came of it."""

    bound: tuple[Bound, ...] = ()
    unbound: tuple[Unbound, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages there are behind the pack’s own."""
        return sum(len(each.pages) for each in self.bound)

    @property
    def said(self) -> str:
        """How much is bound in, in words; nothing where nothing was asked for."""
        if not self.bound:
            return ""
        documents = counted(len(self.bound), "document")
        return (
            f"{documents}, {counted(self.pages, 'page')}, as their authors made them:"
            " they may name children and adults."
        )

    @property
    def not_said(self) -> str:
        """Each that could not be bound in, with the reason."""
        return " ".join(f"{each.said}." for each in self.unbound)


NOTHING = Binding()


def divider(binding: Binding, readers: str) -> Sheet:
    """The page before them: what they are, where each begins, and what is not there."""
    blocks = (
        Sentence(AS_THEY_ARE),
        Sentence(NOT_ACCESSIBLE),
        Heading("Where each begins"),
        *((Contents(),) if binding.bound else (Sentence(NONE_OF_THEM),)),
        *_listed(binding.bound),
        *_not_listed(binding.unbound),
    )
    count = counted(len(binding.bound), "document")
    about = f"{count}, {counted(binding.pages, 'page')}"
    return Sheet(TITLE, readers, blocks, about, footer="documents bound in")


def _listed(bound: Sequence[Bound]) -> tuple[Heading | Table | Sentence, ...]:
    if not bound:
        return ()
    rows = tuple(
        (
            Cell(each.codes),
            Cell(each.title),
            Cell(f"v{each.version}"),
            Cell(str(len(each.pages))),
            Cell(each.sha256[:SHORT_HASH]),
        )
        for each in bound
    )
    said = f"Of each file’s hash the first {SHORT_HASH} signs."
    return Heading("What they are"), Table(COLUMNS, rows), Sentence(said, quiet=True)


def _not_listed(unbound: Sequence[Unbound]) -> tuple[Heading | Table, ...]:
    if not unbound:
        return ()
    rows = tuple(
        (
            Cell(each.codes),
            Cell(each.title),
            Cell(f"v{each.version}" if each.version else "–"),
            Cell(f"{each.why[:1].upper()}{each.why[1:]}", Sign.WARNING, strong=True),
        )
        for each in unbound
    )
    return Heading("Not bound in"), Table(NOT_BOUND, rows)
