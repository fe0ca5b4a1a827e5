"""Where the ring goes after a cell was filled in: down with Enter, on with Tab."""

from collections.abc import Sequence
from enum import StrEnum

Place = tuple[str, str]


class Step(StrEnum):
    """What the key that ended the typing asks for."""

    STAY = "stay"
    DOWN = "down"
    UP = "up"
    ON = "on"
    BACK = "back"


def after(places: Sequence[Place], here: Place, step: Step) -> Place:
    """The next cell that can be filled in, of `places` in reading order; `here` at the ends."""
    match step:
        case Step.STAY:
            return here
        case Step.ON | Step.BACK:
            return _along(places, here, 1 if step is Step.ON else -1)
        case Step.DOWN | Step.UP:
            rows = list(dict.fromkeys(key for key, _ in places))
            same = [(key, here[1]) for key in rows if (key, here[1]) in places]
            return _along(same, here, 1 if step is Step.DOWN else -1)


def _along(places: Sequence[Place], here: Place, way: int) -> Place:
    if here not in places:
        return here
    goal = places.index(here) + way
    return places[goal] if 0 <= goal < len(places) else here
