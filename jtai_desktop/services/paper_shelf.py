"""The shelf: any paper by its key, made as wished, from the same facts as the screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.people import Agency
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import listed
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Pack, Single
from jtai_desktop.reports.readiness import around, readiness_pack
from jtai_desktop.reports.variants import WORDS, Variant
from jtai_desktop.services import overview, papers
from jtai_desktop.services.overview import Overview
from jtai_desktop.services.paper_kinds import (
    CHECKLIST,
    KINDS,
    PACK,
    Choice,
    PaperKind,
    parts_for,
)
from jtai_desktop.services.paper_material import material_of
from jtai_desktop.services.papers import Named, Paper
from jtai_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wish:
    """What is chosen for a paper; what it does not have is passed over.

    `agency` is a key, `child` a label, `parts` are keys of papers; empty means the usual.
    """

    agency: str = ""
    child: str = ""
    day: date | None = None
    variant: Variant = Variant.FULL
    parts: tuple[str, ...] = ()
    as_at: datetime | None = None


USUAL = Wish()


@dataclass(frozen=True, slots=True)
class _Meant:
    """A wish with everything found that it names."""

    kind: PaperKind
    variant: Variant
    agency: Agency | None
    child: Child | None
    as_at: datetime


def make(workspace: Workspace, inspection_id: str, key: str, wish: Wish = USUAL) -> Paper:
    """One paper, ready to print or save."""
    kind = kind_of(key)
    if key == CHECKLIST:
        agency, as_at = wish.agency, wish.as_at
        return papers.checklist(workspace, inspection_id, wish.day, agency=agency, as_at=as_at)
    view = overview.load(workspace, inspection_id)
    meant = _meant(view, kind, wish)
    material = material_of(view, meant.as_at, meant.variant, meant.agency)
    what = _pack(material, wish) if key == PACK else _single(material, meant)
    return papers.rendered(what, _named(view, meant))


def kind_of(key: str) -> PaperKind:
    """The paper of that key; refused, with the keys there are, where there is none."""
    if key in KINDS:
        return KINDS[key]
    raise Refused(f"There is no paper {shown(key)}. There are: {listed(list(KINDS))}.")


def child_of(view: Overview, label: str) -> Child:
    """The child of that label; refused, with the labels there are, where there is none."""
    for child in view.children:
        if child.label.casefold() == label.strip().casefold():
            return child
    labels = listed([child.label for child in view.children])
    there = f" There are: {labels}." if labels else " No child is selected yet."
    raise Refused(f"There is no child {shown(label)}.{there}", place="Child")


def _meant(view: Overview, kind: PaperKind, wish: Wish) -> _Meant:
    agency = papers.agency_of(view, wish.agency) if wish.agency else None
    variant = _variant(kind, wish)
    if agency is None and (Choice.ONE_AGENCY in kind.choices or variant is Variant.AGENCY):
        raise Refused(f"{kind.name}: say for which agency.", place="Agency")
    if not wish.child and Choice.CHILD in kind.choices:
        raise Refused(f"{kind.name}: say for which child.", place="Child")
    child = child_of(view, wish.child) if Choice.CHILD in kind.choices else None
    return _Meant(kind, variant, agency, child, london(wish.as_at or view.now))


def _variant(kind: PaperKind, wish: Wish) -> Variant:
    """For one agency by being narrowed to it; inspectors and initials can be narrowed as well."""
    variant = wish.variant
    if variant not in (*kind.variants, Variant.AGENCY):
        names = listed([str(each) for each in kind.variants])
        sentence = f"{kind.name} is not made for {WORDS[variant].logged}. It is made: {names}."
        raise Refused(sentence, place="Variant")
    return Variant.AGENCY if wish.agency and variant is Variant.FULL else variant


def _single(material: Material, meant: _Meant) -> Single:
    (sheet,) = meant.kind.sheets(material, meant.agency, meant.child)
    return Single(around(material), sheet)


def _pack(material: Material, wish: Wish) -> Pack:
    possible = parts_for(material.variant)
    chosen = _chosen(possible, wish.parts)
    sheets = [sheet for part in chosen for sheet in part.sheets(material, material.agency)]
    return readiness_pack(material, sheets, _not_chosen(possible, chosen))


def _chosen(possible: Sequence[PaperKind], wanted: Sequence[str]) -> list[PaperKind]:
    known = {kind.key: kind for kind in possible}
    for key in wanted:
        if key not in known:
            keys = listed(list(known))
            raise Refused(f"There is no part {shown(key)}. There are: {keys}.", place="Parts")
    return [kind for kind in possible if (kind.key in wanted if wanted else kind.usual)]


def _not_chosen(possible: Sequence[PaperKind], chosen: Sequence[PaperKind]) -> list[str]:
    return [kind.part.lower() for kind in possible if kind not in chosen]


def _named(view: Overview, meant: _Meant) -> Named:
    """Names nobody in the name of the file: an agency by its key, a child by its place."""
    variant = () if meant.variant is Variant.AGENCY else (meant.variant,)
    whom = [WORDS[each].logged for each in variant]
    file_name = [meant.kind.key, meant.as_at.date().isoformat(), *map(str, variant)]
    if meant.agency:
        whom.append(meant.agency.short)
        file_name.append(meant.agency.key)
    if meant.child:
        whom.insert(0, meant.child.label)
        file_name.append(f"child-{view.children.index(meant.child) + 1}")
    return Named(meant.kind.name, ", ".join(whom), meant.as_at, f"{'-'.join(file_name)}.pdf")
