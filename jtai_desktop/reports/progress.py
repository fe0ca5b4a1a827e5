"""How far the making of a paper has come, told in words and as a share; and the way to stop it."""

from collections.abc import Callable

from jtai_desktop.domain.problems import Refused

STOPPED = "Stopped. Nothing was printed or saved."

# What is being done, and how much of it all is done, from 0 to 1. It may raise to stop: what was
# made so far is only in memory, so nothing is left behind.
Heard = Callable[[str, float], None]


class Stopped(Refused):
    """A person stopped the making; it is told like any refusal, and never taken for another."""

    def __init__(self) -> None:
        super().__init__(STOPPED, place="paper")


def unheard(_doing: str, _share: float) -> None:
    """Nobody listens."""


def within(heard: Heard, start: float, end: float) -> Heard:
    """The same listener for one stretch of the whole."""

    def told(doing: str, share: float) -> None:
        heard(doing, start + (end - start) * share)

    return told
