"""Wrong tries at a vault, and how long to wait after too many of them.

Five are free; then the pause grows: 1, 2, 4 … up to 60 seconds. It slows down someone who guesses
at the keyboard. Who has copied the files guesses elsewhere: only the cost of a guess hinders that.
"""

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

FREE = 5
LONGEST = 60
# More is not told apart; so a number from outside can’t grow without end.
MOST = 1000


@dataclass(frozen=True, slots=True)
class Tries:
    """How often in a row it was wrong, and when last."""

    wrong: int = 0
    last: datetime | None = None

    @property
    def pause(self) -> int:
        """The seconds to wait after the last of them."""
        beyond = self.wrong - FREE
        return 0 if beyond < 0 else min(LONGEST, 2 ** min(beyond, MOST))

    def failed(self, now: datetime) -> "Tries":
        """One more was wrong."""
        return Tries(min(self.wrong + 1, MOST), now)

    def settled(self, now: datetime) -> "Tries":
        """Where the clock went back, the pause begins again: it never lasts longer than itself."""
        return replace(self, last=now) if self.last is not None and self.last > now else self

    def left(self, now: datetime) -> int:
        """Whole seconds still to wait, never more than the pause."""
        if self.last is None or not self.pause:
            return 0
        until = self.settled(now).last
        if until is None:
            return 0
        rest = until + timedelta(seconds=self.pause) - now
        return min(self.pause, max(0, math.ceil(rest.total_seconds())))
