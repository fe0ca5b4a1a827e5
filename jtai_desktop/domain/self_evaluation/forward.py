"""An earlier inspection’s answers, brought forward into this one and marked until looked at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from jtai_desktop.domain.self_evaluation.answer import Answer, Brought, Part
from jtai_desktop.domain.self_evaluation.point import Point, same_point


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
    """The answers that are new here, and how many found a place that is taken or none."""

    answers: tuple[Answer, ...]
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
    titles = {each.key: each for each in earlier.points}
    found: list[Answer] = []
    full = lost = 0
    for each in earlier.answers:
        if not each.is_said:
            continue
        point = titles.get(each.point)
        place = same_point(point, here, same_pack=earlier.pack_id == pack_id) if point else None
        if place is None or place.is_retired:
            lost += 1
        elif (place.key, each.agency) in taken:
            full += 1
        else:
            taken.add((place.key, each.agency))
            found.append(_draft(each, place.key, earlier, new_id()))
    return Forward(tuple(found), full, lost)


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
