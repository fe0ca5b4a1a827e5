"""What stands in "Who owns what": each milestone and section with owner, deputy and warnings."""

from collections.abc import Iterable, Sequence

from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.people import Contact, Duty
from jtai_desktop.domain.wording import counted
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, StateLook, look_of
from jtai_desktop.ui.theme.tokens import Role

OWNER, DEPUTY = "owner", "deputy"
OWNER_COLUMNS = (
    Column("what", "What"),
    Column(OWNER, "Owner", 160),
    Column(DEPUTY, "Deputy", 160),
)
HEADS = {Duty.MILESTONE: "Milestones", Duty.SECTION: "Requested information"}


def key_of(named: Named) -> str:
    """The key of its row."""
    return f"{named.duty}:{named.key}"


def warnings_of(named: Named) -> tuple[str, ...]:
    """What is missing or doubtful about who is named, in words."""
    away = named.owner and named.owner.away
    found = (named.gap, f"owner away, {named.owner.away}" if named.owner and away else "")
    return tuple(each for each in found if each)


def owner_rows(view: Overview, typed: str = "", *, gaps_only: bool = False) -> list[Row]:
    """Every milestone of the partnership, then every section; only what was searched for."""
    rows: list[Row] = []
    for duty, head in HEADS.items():
        mine = [each for each in view.named if each.duty is duty]
        shown = [each for each in mine if _fits(each, typed)]
        if gaps_only:
            shown = [each for each in shown if warnings_of(each)]
        if shown:
            rows.append(_head(duty, head, mine))
            rows += [_row(each) for each in shown]
    return rows


def gaps(view: Overview) -> int:
    """On how many things a person should look."""
    return sum(bool(warnings_of(each)) for each in view.named)


def fact(view: Overview) -> str:
    """13 people, 2 without deputy."""
    people = counted(len(view.contacts), "person", "people")
    missing = (
        (sum(not each.owner for each in view.named), "without owner"),
        (sum(not each.deputy for each in view.named), "without deputy"),
        (sum(_same(each) for each in view.named), "with the same person twice"),
    )
    parts = [f"{number} {words}" for number, words in missing if number]
    return ", ".join([people, *(parts or ["an owner and a deputy for everything"])])


def _fits(named: Named, typed: str) -> bool:
    people = [each.role for each in (named.owner, named.deputy) if each]
    text = " ".join((named.key if named.duty is Duty.SECTION else "", named.title, *people))
    return all(word in text.casefold() for word in typed.casefold().split())


def _head(duty: Duty, title: str, mine: Sequence[Named]) -> Row:
    whole = sum(not warnings_of(each) for each in mine)
    count = Cell(f"{whole} of {len(mine)} in order", ink=Role.INK2, font=FontRole.LABEL, right=True)
    return Row(f"head:{duty}", (Cell(title, bold=True, span=2), Cell(), count), section=True)


def _row(named: Named) -> Row:
    lead = named.key if named.duty is Duty.SECTION else ""
    said = f"{lead} {named.title}".strip()
    cells = (
        Cell(named.title, lead=lead, tip=named.title),
        _owner(named),
        _deputy(named),
    )
    return Row(key_of(named), cells, said=_spoken(said, named))


def _owner(named: Named) -> Cell:
    return _person(named.owner, "no owner")


def _deputy(named: Named) -> Cell:
    if named.deputy and _same(named):
        said = f"Warning, owner and deputy are the same, {named.deputy.role}"
        tip = "Owner and deputy are the same."
        return Cell(named.deputy.role, state=_warning("same"), tip=tip, said=said)
    return _person(named.deputy, "no deputy")


def _person(contact: Contact | None, missing: str) -> Cell:
    if contact is None:
        return Cell(
            state=_warning(missing), said=f"Warning, {missing}", tip="Enter names somebody."
        )
    if contact.away:
        away = f"{contact.role}, away {contact.away}"
        return Cell(contact.role, state=_warning("away"), tip=away, said=f"Warning, {away}")
    return Cell(contact.role)


def _warning(word: str) -> StateLook:
    return look_of(State.WARNING).worded(word)


def _same(named: Named) -> bool:
    return bool(named.owner and named.deputy and named.owner.id == named.deputy.id)


def _spoken(what: str, named: Named) -> str:
    people: Iterable[str] = (
        f"{word} {person.role}"
        for word, person in ((OWNER, named.owner), (DEPUTY, named.deputy))
        if person
    )
    return ", ".join((what, *people, *warnings_of(named)))
