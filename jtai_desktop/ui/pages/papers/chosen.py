"""What is chosen on the page, and what of it a paper asks for."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jtai_desktop.reports.variants import Variant
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.paper_binding import SENT
from jtai_desktop.services.paper_kind import Choice, PaperKind
from jtai_desktop.services.paper_kinds import CHECKLIST, KINDS, parts_for
from jtai_desktop.services.paper_shelf import Wish

NO_CHILD = "No child is selected yet, so there is no folder to put a cover on."
NO_AGENCY = "No agency is set up yet, so there is nobody to ask."


class Bind(StrEnum):
    """Which documents stand behind a pack."""

    NONE = "none"
    SENT = "sent"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A paper and all that was ever chosen: going from one paper to another forgets nothing.

    `parts` are those of the pack; None means the usual ones. `codes` are of the items whose
    documents are bound in where these are chosen. `version` and `compared` are numbers of versions
    of the plan; empty is the newest, and the plan as it stands.
    """

    key: str = CHECKLIST
    day: date | None = None
    agency: str = ""
    person: str = ""
    child: str = ""
    list: str = ""
    variant: Variant = Variant.FULL
    parts: frozenset[str] | None = None
    bind: Bind = Bind.NONE
    codes: tuple[str, ...] = ()
    version: str = ""
    compared: str = ""


def asked_for(target: str) -> Chosen | None:
    """“list-problems:6” is that of list 6, “plan-changes:1:3” what changed from version 1 to 3."""
    key, *numbers = target.split(":")
    if key not in KINDS:
        return None
    first, second, *_ = (*numbers, "", "")
    if Choice.VERSION in KINDS[key].choices:
        return Chosen(key, version=first, compared=second)
    return Chosen(key, list=first)


def fitting(chosen: Chosen, kind: PaperKind, view: Overview) -> Chosen:
    """The same, with what the paper can’t do without, and nothing that is not there any more."""
    keys = [agency.key for agency in view.agencies]
    labels = [child.label for child in view.children]
    agency = chosen.agency if chosen.agency in keys else ""
    if not agency and Choice.ONE_AGENCY in kind.choices:
        agency = keys[0] if keys else ""
    person = chosen.person if chosen.person in people_of(view, agency) else ""
    child = chosen.child if chosen.child in labels else ""
    if not child and Choice.ONE_CHILD in kind.choices:
        child = labels[0] if labels else ""
    possible = chosen.variant in kind.variants or not kind.variants
    variant = chosen.variant if possible else Variant.FULL
    known = {code.casefold() for code in codes_in(view, agency)}
    codes = tuple(each for each in chosen.codes if code_of(each) in known)
    number = chosen.list if chosen.list in lists_of(view) else ""
    fitted = replace(chosen, agency=agency, person=person, child=child, list=number)
    issued = versions_of(view)
    newest = next(iter(issued), "")
    version = chosen.version if chosen.version in issued else newest
    compared = chosen.compared if chosen.compared in issued else ""
    fitted = replace(fitted, version=version, compared=compared)
    return replace(fitted, variant=variant, codes=codes)


def versions_of(view: Overview) -> dict[str, str]:
    """The versions of the plan that were issued, the newest first, each name by its number."""
    return {str(each.number): each.dated for each in reversed(view.plan_versions)}


def lists_of(view: Overview) -> dict[str, str]:
    """The child-level lists that are asked for, each name by its number."""
    return {str(each.wanted.number): each.wanted.name for each in view.lists()}


def people_of(view: Overview, agency: str) -> dict[str, str]:
    """The people of an agency, each role by the person’s id."""
    (agency_id,) = [each.id for each in view.agencies if each.key == agency] or [""]
    return {each.id: each.role for each in view.contacts if each.agency_id == agency_id}


def codes_in(view: Overview, agency: str) -> tuple[str, ...]:
    """The codes of the items that a pack tells of: all, or those of one agency."""
    register = view.register()
    mine = register.of_agency(agency) if agency else register
    return tuple(entry.item.code for entry in mine.entries)


def code_of(typed: str) -> str:
    """The code alone, whatever version of it is meant."""
    return typed.partition(":")[0].strip().casefold()


def hindrance(chosen: Chosen, kind: PaperKind) -> str:
    """Why the paper can’t be made at all; nothing if it can."""
    if Choice.ONE_CHILD in kind.choices and not chosen.child:
        return NO_CHILD
    if Choice.ONE_AGENCY in kind.choices and not chosen.agency:
        return NO_AGENCY
    return ""


def parts_of(chosen: Chosen) -> tuple[tuple[PaperKind, bool], ...]:
    """What may stand in the pack, and whether it does."""
    wanted = chosen.parts
    return tuple(
        (part, part.usual if wanted is None else part.key in wanted)
        for part in parts_for(chosen.variant, narrowed=bool(chosen.agency))
    )


def wish_of(chosen: Chosen, kind: PaperKind) -> Wish:
    """What the shelf is asked for: only what this paper has."""
    has = kind.choices
    narrowed = has & {Choice.AGENCY, Choice.ONE_AGENCY}
    about = has & {Choice.CHILD, Choice.ONE_CHILD}
    parts = tuple(part.key for part, inside in parts_of(chosen) if inside)
    return Wish(
        agency=chosen.agency if narrowed else "",
        person=chosen.person if Choice.PERSON in has else "",
        child=chosen.child if about else "",
        list=chosen.list if Choice.LIST in has else "",
        day=chosen.day if Choice.DAY in has else None,
        variant=chosen.variant if Choice.VARIANT in has else Variant.FULL,
        parts=parts if Choice.PARTS in has else (),
        bind=_bound(chosen) if Choice.PARTS in has else (),
        version=chosen.version if Choice.VERSION in has else "",
        compared=chosen.compared if Choice.COMPARED in has else "",
    )


def _bound(chosen: Chosen) -> tuple[str, ...]:
    every = {Bind.NONE: (), Bind.SENT: (SENT,), Bind.CHOSEN: chosen.codes}
    return every[chosen.bind]
