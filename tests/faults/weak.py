"""Settings of the database that are not safe, for the controls: with them harm must be seen."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from jtai_desktop.store import opening

# What each answers when it is asked back.
ANSWERS = {"OFF": "0", "NORMAL": "1", "FULL": "2"}


@contextmanager
def settings(**weaker: str) -> Iterator[None]:
    """Open vaults with these instead of the safe ones."""
    pragmas = tuple(
        (name, weaker[name], _answer(name, weaker[name])) if name in weaker else (name, value, said)
        for name, value, said in opening.PRAGMAS
    )
    with mock.patch.object(opening, "PRAGMAS", pragmas):
        yield


def _answer(name: str, value: str) -> str:
    return ANSWERS[value] if name == "synchronous" else value.lower()
