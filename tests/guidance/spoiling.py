"""Ways to spoil the tables of a pack, for tests of what is then told."""

from collections.abc import Callable
from typing import Any

Data = dict[str, Any]
Spoil = Callable[[Data], object]
Fault = tuple[str, Spoil, str, str]  # what it is, how it is made, and the problem that is told

SELECTION = "milestones, 6th entry, key “selection”"
CALL = "milestones, 7th entry, key “selection-call”"
MINUTES = "items, 23rd entry, number “4.7”"


def put(part: str, number: int, field: str, value: object) -> Spoil:
    """Gives a field of an entry another value."""
    return lambda data: data[part][number - 1].update({field: value})


def drop(part: str, number: int, field: str) -> Spoil:
    """Takes a field out of an entry."""
    return lambda data: data[part][number - 1].pop(field)
