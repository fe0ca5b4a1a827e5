"""An earlier inspection’s answers, brought forward into this one and marked until looked at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from jtai_desktop.domain.self_evaluation.answer import Answer, Brought, Part
from jtai_desktop.domain.self_evaluation.point import Change, Point, add, own, same_point


@dataclass(frozen=True, slots=True)
class Earlier:
    """What there is of an earlier inspection: its points and answers, whose and of when it was."""

    area: str
    notified: date
    pack_id: str
    points: tuple[Point, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Forward:
    """The answers that are new here, the council’s own points that come with them, what is left.

    `here_already` found a place that is taken, `without_place` none.
    """

    answers: tuple[Answer, ...]
    added: tuple[Change, ...] = ()
    here_already: int = 0
    without_place: int = 0


def bring_forward(
    earlier: Earlier,
    here: tuple[Point, ...],
    answers: Iterable[Answer],
    pack_id: str,
    new_id: Callable[[], str],
) -> Forward:
    """Each earlier answer, as a draft without its links: they are of another register.

    What is answered here already stays as it is; internal notes stay where they are.
    """
    taken = {(each.point, each.agency) for each in answers}
    said = [each for each in earlier.answers if each.is_said]
    added = _to_add(earlier, {each.point for each in said}, here, pack_id)
    places = _places(earlier, (*here, *map(own, added)), pack_id)
    found: list[Answer] = []
    full = lost = 0
    for each in said:
        place = places.get(each.point)
        if place is None:
            lost += 1
        elif (place, each.agency) in taken:
            full += 1
        else:
            found.append(_draft(each, place, earlier, new_id()))
    return Forward(tuple(found), added, full, lost)


def _to_add(
    earlier: Earlier, answered: set[str], here: tuple[Point, ...], pack_id: str
) -> tuple[Change, ...]:
    """The council’s own points that were answered and are not known here."""
    same_pack = earlier.pack_id == pack_id
    known, added = list(here), []
    for each in earlier.points:
        if each.key not in answered or not each.is_own or each.is_retired:
            continue
        if same_point(each, known, same_pack=same_pack) is None:
            added.append(add(known, each.sort, each.group, each.title))
            known.append(own(added[-1]))
    return tuple(added)


def _places(earlier: Earlier, here: tuple[Point, ...], pack_id: str) -> dict[str, str]:
    """Where the answers to each earlier point go; what is retired here takes none."""
    same_pack = earlier.pack_id == pack_id
    found = {each.key: same_point(each, here, same_pack=same_pack) for each in earlier.points}
    return {key: place.key for key, place in found.items() if place and not place.is_retired}


def _draft(answer: Answer, key: str, earlier: Earlier, new_id: str) -> Answer:
    kept: dict[Part, str] = {**answer.texts}
    kept.pop(Part.NOTE, None)
    return replace(
        answer,
        id=new_id,
        point=key,
        texts=kept,
        links=(),
        agreed=None,
        brought=Brought(earlier.area, earlier.notified),
        version=0,
    )
