"""The shelf of papers of the example: every way to make each, and what was made."""

import re
from dataclasses import dataclass, field, replace

from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services import paper_shelf
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.paper_kind import Choice
from jtai_desktop.services.paper_kinds import KINDS, parts_for
from jtai_desktop.services.paper_shelf import Wish
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.workspace import Workspace
from tests.reports.example import body

ALL_PARTS = tuple(kind.key for kind in parts_for(Variant.FULL))


def wishes(key: str) -> list[Wish]:
    """One wish for every way in which a paper can be made."""
    kind = KINDS[key]
    needed = Wish(
        agency="police" if Choice.ONE_AGENCY in kind.choices else "",
        child="Child C" if Choice.ONE_CHILD in kind.choices else "",
    )
    found = [replace(needed, variant=variant) for variant in kind.variants or (Variant.FULL,)]
    whole = tuple(found)
    if Choice.LIST in kind.choices:
        found.append(replace(needed, list="3"))
    if Choice.VERSION in kind.choices:
        found.append(replace(needed, version="1"))
    if Choice.COMPARED in kind.choices:
        found.append(replace(needed, version="1", compared="2"))
    if Choice.AGENCY in kind.choices:
        found += [replace(each, agency="yot") for each in whole]
    if Choice.PERSON in kind.choices:
        found += [replace(each, person="Force analyst") for each in whole]
    if Choice.CHILD in kind.choices:
        found += [replace(found[0], child="Child C")]
    return found


EVERY = [(key, wish) for key in KINDS for wish in wishes(key)]
NAMES = [
    "-".join(
        filter(None, (
            key, wish.variant, wish.agency, wish.list, wish.version, wish.compared, wish.person,
            wish.child,
        ))
    )
    for key, wish in EVERY
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shelf:
    """The example, with every paper that was made of it."""

    workspace: Workspace
    view: Overview
    kept: dict[tuple[str, Wish], Paper] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)

    def new(self, key: str, wish: Wish) -> Paper:
        return paper_shelf.make(self.workspace, self.view.inspection.id, key, wish)

    def made(self, key: str, wish: Wish | None = None) -> Paper:
        named = (key, wish or wishes(key)[0])
        if named not in self.kept:
            self.kept[named] = self.new(*named)
        return self.kept[named]

    def told(self, key: str, wish: Wish | None = None) -> str:
        """The text of a paper."""
        paper = self.made(key, wish)
        if paper.seal not in self.read:
            self.read[paper.seal] = body(paper.content)
        return self.read[paper.seal]


def in_order(text: str, wanted: list[str]) -> None:
    """Each of these after the one before it."""
    place = 0
    for each in wanted:
        found = text.find(each, place)
        assert found >= 0, f"{each!r} is not there, or not in its place"
        place = found + len(each)


def line_of(entry: Entry) -> str:
    """How a line of the register begins."""
    return f"{entry.item.number} {entry.item.title}"


def squeezed(text: str) -> str:
    """Without what a line ends with: the reader takes a hyphen there for one of its own."""
    return re.sub(r"[\s\-\ufffe]", "", text)
