"""What a part of the proof is asked to do."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

Case = TypeVar("Case")


@dataclass(frozen=True, slots=True)
class Task:
    """How much, with which chance, where, and until when."""

    count: int
    seed: int
    scratch: Path
    long: bool = False
    share: int = 0
    shares: int = 1
    until: float = float("inf")
    started: float = field(default_factory=time.monotonic)

    @property
    def unhurried(self) -> "Task":
        """The same without an end: a control is always done."""
        return replace(self, until=float("inf"))

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self.started

    @property
    def has_control(self) -> bool:
        """Whether this share does the control too; one is enough."""
        return self.share == 0

    @property
    def chance(self) -> random.Random:
        """Numbers that repeat with the seed; each share has its own."""
        return random.Random(self.seed * 1000 + self.share)  # noqa: S311 - no secret

    @property
    def time_is_up(self) -> bool:
        """Whether to stop and tell what was done until now."""
        return time.monotonic() > self.until

    def is_mine(self, number: int) -> bool:
        """Whether a numbered case belongs to this share."""
        return number % self.shares == self.share

    def controls(self, count: int) -> int:
        """How many of the control’s cases this share does."""
        return count if self.has_control else 0

    def in_turn(self, cases: list[Case]) -> Iterator[Case]:
        """The cases of this share, in no order: one that is cut short has seen some of all."""
        random.Random(self.seed).shuffle(cases)  # noqa: S311 - no secret
        for number, case in enumerate(cases):
            if self.is_mine(number) and not self.time_is_up:
                yield case
