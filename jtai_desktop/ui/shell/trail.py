"""Where one has been: back with Alt+Left, forward with Alt+Right."""

from dataclasses import dataclass, field

LONGEST = 50


@dataclass(slots=True)
class Trail:
    """Places in the order they were gone to, each with the thing one looked at."""

    _before: list[tuple[str, str]] = field(default_factory=list)
    _after: list[tuple[str, str]] = field(default_factory=list)
    here: tuple[str, str] = ("", "")

    def go(self, place: str, target: str = "") -> None:
        """Go somewhere new."""
        if self.here[0] and self.here != (place, target):
            self._before = [*self._before[-LONGEST:], self.here]
            self._after = []
        self.here = (place, target)

    def back(self) -> tuple[str, str] | None:
        """Where one came from; nothing at the start."""
        return self._step(self._before, self._after)

    def forward(self) -> tuple[str, str] | None:
        """Where one went back from; nothing at the end."""
        return self._step(self._after, self._before)

    def _step(
        self, source: list[tuple[str, str]], other: list[tuple[str, str]]
    ) -> tuple[str, str] | None:
        if not source:
            return None
        other.append(self.here)
        self.here = source.pop()
        return self.here
