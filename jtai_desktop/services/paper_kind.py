"""A kind of paper: what it is called, what one chooses for it, and who builds its sheets."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.people import Agency
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.variants import Variant


class Choice(StrEnum):
    """What one chooses for a paper. `ONE_AGENCY` is never for everyone, `ONE_CHILD` never of all.

    `PERSON` is one person of that agency, or all of it; `LIST` one child-level list, or all.
    `VERSION` is a version of the plan that was issued, `COMPARED` the one held against it.
    """

    DAY = "day"
    AGENCY = "agency"
    ONE_AGENCY = "one agency"
    PERSON = "person"
    CHILD = "child"
    ONE_CHILD = "one child"
    LIST = "list"
    VERSION = "version"
    COMPARED = "comparison"
    VARIANT = "variant"
    PARTS = "parts"


# Of everyone, of one agency, or of one child: a paper is made of sheets of one of these.
Whole = Callable[[Material], Sheet]
OfAgency = Callable[[Material, Agency], Sheet]
OfChild = Callable[[Material, Child], Sheet]
OfWhom = Callable[[Material], Iterable[Child]]


def _tracked(material: Material) -> Iterable[Child]:
    """The children about whom something is asked: of one agency, only those it has to do with."""
    found = (entry.item.child for entry in material.register.children)
    return dict.fromkeys(child for child in found if child is not None)


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One paper on the shelf; `part` is its short name where it is chosen as part of a pack.

    `usual` ones stand in a pack unless others are asked for; `whom` are the children who have a
    sheet of their own there. What does not narrow says nothing of one agency alone.
    """

    key: str
    name: str
    about: str
    choices: frozenset[Choice]
    variants: tuple[Variant, ...] = ()
    whole: Whole | None = None
    of_agency: OfAgency | None = None
    of_child: OfChild | None = None
    whom: OfWhom = _tracked
    part: str = ""
    usual: bool = False
    narrows: bool = True

    @property
    def is_part(self) -> bool:
        """Whether it can stand in a pack."""
        return bool(self.part)

    def sheets(
        self, material: Material, agency: Agency | None = None, child: Child | None = None
    ) -> tuple[Sheet, ...]:
        """Its sheets: one, or one for each agency or child where none is named."""
        if self.whole is not None:
            return (self.whole(material),)
        if self.of_agency is not None:
            agencies = (agency,) if agency else _asked(material)
            return tuple(self.of_agency(material, each) for each in agencies)
        if self.of_child is not None:
            children = (child,) if child else self.whom(material)
            return tuple(self.of_child(material, each) for each in children)
        return ()


def _asked(material: Material) -> Iterable[Agency]:
    """The agencies of which something is asked."""
    keys = {entry.agency for entry in material.register.entries}
    return (each for each in material.agencies if each.key in keys)
