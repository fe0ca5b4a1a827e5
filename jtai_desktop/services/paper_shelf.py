"""The shelf: any paper by its key, made as wished, from the same facts as the screens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.people import Contact
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import quoted
from jtai_desktop.domain.wording import listed
from jtai_desktop.reports.material import Material, only_about, only_owned
from jtai_desktop.reports.pack import Sheet, Single
from jtai_desktop.reports.progress import Heard, unheard, within
from jtai_desktop.reports.readiness import around, readiness_pack
from jtai_desktop.reports.variants import WORDS, Variant
from jtai_desktop.services import overview, paper_binding, papers
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.paper_binding import Picked
from jtai_desktop.services.paper_kind import Choice, PaperKind
from jtai_desktop.services.paper_kinds import CHECKLIST, KINDS, PACK, parts_for
from jtai_desktop.services.paper_material import Of, material_of
from jtai_desktop.services.paper_versions import Versions, versions_of
from jtai_desktop.services.papers import Named, Paper
from jtai_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wish:
    """What is chosen for a paper; what it does not have is passed over.

    `agency` is a key, `person` a role or an id, `child` a label, `list` a number, `parts` are keys
    of papers, `audit` is an identity; empty means the usual. `bind` says which documents stand
    behind a pack: “sent”, “all”, or codes of items (`paper_binding`). `version` and `compared` are
    numbers of versions of the plan (`paper_versions`).
    """

    agency: str = ""
    person: str = ""
    child: str = ""
    list: str = ""
    day: date | None = None
    variant: Variant = Variant.FULL
    parts: tuple[str, ...] = ()
    as_at: datetime | None = None
    bind: tuple[str, ...] = ()
    audit: str = ""
    version: str = ""
    compared: str = ""


USUAL = Wish()
# Makes a paper of what was read; the vault is not asked again.
Prepared = Callable[[Heard], Paper]
# How much of the time is over once the vault is read, and once foreign files are looked through.
_READ, _BOUND = 0.1, 0.5


@dataclass(frozen=True, slots=True)
class _Meant:
    """A wish with everything found that it names."""

    kind: PaperKind
    variant: Variant
    of: Of
    child: Child | None
    as_at: datetime
    versions: Versions


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands in a pack of our own."""

    material: Material
    sheets: tuple[Sheet, ...]
    not_chosen: tuple[str, ...]


def make(
    workspace: Workspace,
    inspection_id: str,
    key: str,
    wish: Wish = USUAL,
    heard: Heard = unheard,
) -> Paper:
    """One paper, ready to print or save; the listener may raise to stop."""
    return prepared(workspace, inspection_id, key, wish, within(heard, 0, _READ))(
        within(heard, _READ, 1)
    )


def prepared(
    workspace: Workspace,
    inspection_id: str,
    key: str,
    wish: Wish = USUAL,
    heard: Heard = unheard,
) -> Prepared:
    """All that the vault has to say for a paper; what is given back makes it, on any thread."""
    kind = kind_of(key)
    if key == CHECKLIST:
        agency, as_at = wish.agency, wish.as_at
        day = papers.checklist_of_day(
            workspace, inspection_id, wish.day, agency=agency, as_at=as_at
        )
        return partial(papers.rendered, *day)
    view = overview.load(workspace, inspection_id)
    meant = _meant(workspace, view, kind, wish)
    material = material_of(view, meant.as_at, meant.variant, meant.of)
    named = _named(view, meant)
    if key != PACK:
        return partial(papers.rendered, _single(material, meant), named)
    picked = paper_binding.picked(workspace, material, wish.bind, heard)
    return partial(_packed, _parts(material, wish), picked, named)


def single(
    workspace: Workspace, inspection_id: str, key: str, wish: Wish = USUAL
) -> tuple[Single, Named]:
    """What one sheet says and what it is called, for another form than PDF."""
    view = overview.load(workspace, inspection_id)
    meant = _meant(workspace, view, kind_of(key), wish)
    material = material_of(view, meant.as_at, meant.variant, meant.of)
    return _single(material, meant), _named(view, meant)


def kind_of(key: str) -> PaperKind:
    """The paper of that key; refused, with the keys there are, where there is none."""
    if key in KINDS:
        return KINDS[key]
    raise Refused(f"There is no paper {quoted(key)}. There are: {listed(list(KINDS))}.")


def child_of(view: Overview, label: str) -> Child:
    """The child of that label; refused, with the labels there are, where there is none."""
    for child in view.children:
        if child.label.casefold() == label.strip().casefold():
            return child
    labels = listed([child.label for child in view.children])
    there = f" There are: {labels}." if labels else " No child is selected yet."
    raise Refused(f"There is no child {quoted(label)}.{there}", place="Child")


def _meant(workspace: Workspace, view: Overview, kind: PaperKind, wish: Wish) -> _Meant:
    variant, as_at = _variant(kind, wish), london(wish.as_at or view.now)
    person = _person(view, kind, wish)
    agency = papers.agency_of(view, wish.agency) if wish.agency else None
    if agency is not None and not kind.choices & {Choice.AGENCY, Choice.ONE_AGENCY}:
        raise Refused(f"{kind.name}: there is none for one agency.", place="Agency")
    if person is not None:
        agency = view.agency(person.agency_id)
    if agency is None and (Choice.ONE_AGENCY in kind.choices or variant is Variant.AGENCY):
        raise Refused(f"{kind.name}: say for which agency.", place="Agency")
    if not wish.child and Choice.ONE_CHILD in kind.choices:
        raise Refused(f"{kind.name}: say for which child.", place="Child")
    has = kind.choices & {Choice.CHILD, Choice.ONE_CHILD}
    child = child_of(view, wish.child) if has and wish.child else None
    day = (wish.day or as_at.date()) if Choice.DAY in kind.choices else None
    number = _list_number(view, wish.list) if Choice.LIST in kind.choices else 0
    typed = wish.version, wish.compared
    versions = versions_of(workspace, view, kind, typed, as_at)
    of = Of(agency, person, day, number, wish.audit, versions.issued, versions.compared)
    return _Meant(kind, variant, of, child, versions.frozen_at or as_at, versions)


def _list_number(view: Overview, said: str) -> int:
    """The number of the list that is named; nought where none is."""
    known = {str(each.number): each.number for each in view.pack.lists}
    if said.strip() in {"", *known}:
        return known.get(said.strip(), 0)
    raise Refused(
        f"There is no list {quoted(said)}. There are: {listed(list(known))}.", place="List"
    )


def _person(view: Overview, kind: PaperKind, wish: Wish) -> Contact | None:
    """Who is named, of the agency that is named where it is; else all of the agency."""
    wanted = wish.person.strip().casefold()
    if not wanted or Choice.PERSON not in kind.choices:
        return None
    agency = papers.agency_of(view, wish.agency) if wish.agency else None
    for contact in view.contacts:
        theirs = agency is None or contact.agency_id == agency.id
        if theirs and wanted in {contact.id.casefold(), contact.role.casefold()}:
            return contact
    where = f" at {agency.short}" if agency else ""
    raise Refused(f"There is nobody called {quoted(wish.person)}{where}.", place="Person")


def _variant(kind: PaperKind, wish: Wish) -> Variant:
    """For one agency by being narrowed to it; inspectors and initials can be narrowed as well.

    A paper that has one reader only is made for that one unless another is asked for.
    """
    variant = wish.variant
    if variant is Variant.FULL and len(kind.variants) == 1:
        (variant,) = kind.variants
    if variant not in (*kind.variants, Variant.AGENCY):
        names = listed([str(each) for each in kind.variants])
        sentence = f"{kind.name} is not made for {WORDS[variant].logged}. It is made: {names}."
        raise Refused(sentence, place="Variant")
    return Variant.AGENCY if wish.agency and variant is Variant.FULL else variant


def _single(material: Material, meant: _Meant) -> Single:
    told, name = _narrowed(material, meant)
    (sheet,) = meant.kind.sheets(told, meant.of.agency, meant.child)
    return Single(around(material), sheet.of_one(name) if name else sheet)


def _narrowed(material: Material, meant: _Meant) -> tuple[Material, str]:
    """Of one child or person, with the name of either; a day sheet sees to its person itself."""
    has, child, person, names = meant.kind.choices, meant.child, meant.of.person, []
    if child and Choice.CHILD in has:
        material = only_about(material, child)
        names.append(child.label)
    if person and Choice.DAY not in has:
        material = only_owned(material, person)
        names.append(material.person(person))
    return material, ", ".join(names)


def _parts(material: Material, wish: Wish) -> _Parts:
    possible = parts_for(material.variant, narrowed=material.agency is not None)
    chosen = _chosen(possible, wish.parts)
    sheets = [sheet for part in chosen for sheet in part.sheets(material, material.agency)]
    return _Parts(material, tuple(sheets), tuple(_not_chosen(possible, chosen)))


def _packed(parts: _Parts, picked: Sequence[Picked], named: Named, heard: Heard) -> Paper:
    """The pack; what is bound in is known only once its files were looked through."""
    binding, files, after = paper_binding.made_ready(picked, heard, _BOUND)
    pack = readiness_pack(parts.material, parts.sheets, parts.not_chosen, binding)
    paper = papers.rendered(pack, named, after, files)
    return replace(paper, left_out=tuple(each.said for each in binding.unbound))


def _chosen(possible: Sequence[PaperKind], wanted: Sequence[str]) -> list[PaperKind]:
    known = {kind.key: kind for kind in possible}
    for key in wanted:
        if key not in known:
            keys = listed(list(known))
            raise Refused(f"There is no part {quoted(key)}. There are: {keys}.", place="Parts")
    return [kind for kind in possible if (kind.key in wanted if wanted else kind.usual)]


def _not_chosen(possible: Sequence[PaperKind], chosen: Sequence[PaperKind]) -> list[str]:
    return [kind.part.lower() for kind in possible if kind not in chosen]


def _named(view: Overview, meant: _Meant) -> Named:
    """Names nobody in the name of the file: an agency by its key, child and person by place."""
    variant = () if meant.variant is Variant.AGENCY else (meant.variant,)
    whom = [WORDS[each].logged for each in variant]
    agency, person = meant.of.agency, meant.of.person
    day = meant.of.day or meant.as_at.date()
    file_name = [meant.kind.key, day.isoformat(), *map(str, variant)]
    if agency:
        whom.append(agency.short)
        file_name.append(agency.key)
    if person:
        whom.append(person.role)
        file_name.append(f"person-{view.contacts.index(person) + 1}")
    if meant.of.list_number:
        whom.append(f"list {meant.of.list_number}")
        file_name.append(f"list-{meant.of.list_number}")
    if meant.versions.words:
        whom.append(meant.versions.words)
        file_name.append(meant.versions.in_file_name)
    if meant.child:
        whom.insert(0, meant.child.label)
        file_name.append(f"child-{view.children.index(meant.child) + 1}")
    return Named(meant.kind.name, ", ".join(whom), meant.as_at, f"{'-'.join(file_name)}.pdf")
