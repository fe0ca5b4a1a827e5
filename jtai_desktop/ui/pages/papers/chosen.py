"""What is chosen on the page, and what of it a paper asks for."""

from dataclasses import dataclass, replace
from datetime import date

from jtai_desktop.reports.variants import Variant
from jtai_desktop.services.overview import Overview
from jtai_desktop.services.paper_kinds import CHECKLIST, Choice, PaperKind, parts_for
from jtai_desktop.services.paper_shelf import Wish

NO_CHILD = "No child is selected yet, so there is no folder to put a cover on."
NO_AGENCY = "No agency is set up yet, so there is nobody to ask."


@dataclass(frozen=True, slots=True)
class Chosen:
    """A paper and all that was ever chosen: going from one paper to another forgets nothing.

    `parts` are those of the pack; None means the usual ones.
    """

    key: str = CHECKLIST
    day: date | None = None
    agency: str = ""
    child: str = ""
    variant: Variant = Variant.FULL
    parts: frozenset[str] | None = None


def fitting(chosen: Chosen, kind: PaperKind, view: Overview) -> Chosen:
    """The same, with what the paper can’t do without, and nothing that is not there any more."""
    keys = [agency.key for agency in view.agencies]
    labels = [child.label for child in view.children]
    agency = chosen.agency if chosen.agency in keys else ""
    if not agency and Choice.ONE_AGENCY in kind.choices:
        agency = keys[0] if keys else ""
    child = chosen.child if chosen.child in labels else labels[0] if labels else ""
    possible = chosen.variant in kind.variants or not kind.variants
    variant = chosen.variant if possible else Variant.FULL
    return replace(chosen, agency=agency, child=child, variant=variant)


def hindrance(chosen: Chosen, kind: PaperKind) -> str:
    """Why the paper can’t be made at all; nothing if it can."""
    if Choice.CHILD in kind.choices and not chosen.child:
        return NO_CHILD
    if Choice.ONE_AGENCY in kind.choices and not chosen.agency:
        return NO_AGENCY
    return ""


def parts_of(chosen: Chosen) -> tuple[tuple[PaperKind, bool], ...]:
    """What may stand in the pack, and whether it does."""
    wanted = chosen.parts
    return tuple(
        (part, part.usual if wanted is None else part.key in wanted)
        for part in parts_for(chosen.variant)
    )


def wish_of(chosen: Chosen, kind: PaperKind) -> Wish:
    """What the shelf is asked for: only what this paper has."""
    has = kind.choices
    narrowed = has & {Choice.AGENCY, Choice.ONE_AGENCY}
    parts = tuple(part.key for part, inside in parts_of(chosen) if inside)
    return Wish(
        agency=chosen.agency if narrowed else "",
        child=chosen.child if Choice.CHILD in has else "",
        day=chosen.day if Choice.DAY in has else None,
        variant=chosen.variant if Choice.VARIANT in has else Variant.FULL,
        parts=parts if Choice.PARTS in has else (),
    )
