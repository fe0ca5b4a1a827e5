"""A clock that a journey turns on."""

from dataclasses import dataclass
from datetime import datetime


@dataclass
class Clock:
    """What time it is; called like any clock of the program."""

    now: datetime

    def __call__(self) -> datetime:
        """The time it was turned to."""
        return self.now

    def turn(self, day: int, hour: int, minute: int = 0) -> None:
        """Another day and hour of November 2026."""
        self.now = self.now.replace(day=day, hour=hour, minute=minute)
