"""How large a file of lists may be, and how long the reading of it may take."""

from dataclasses import dataclass, replace

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read; a real county’s lists need a tenth of it."""

    file_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 1_000 * MEGABYTE
    parts: int = 5_000
    sheets: int = 100
    rows: int = 1_048_576  # what Excel itself can hold
    columns: int = 1_000
    cells: int = 20_000_000
    seconds: int = 120
    memory_bytes: int = 3_000 * MEGABYTE


LIMITS = Limits()
LEAST_MEMORY = 800 * MEGABYTE  # what a small file may take, the program itself included
MEMORY_FOR_EACH_BYTE = 40


def fitting(limits: Limits, size: int) -> Limits:
    """The same with memory for a file of this size, so that a small one can’t ask for much."""
    memory = LEAST_MEMORY + MEMORY_FOR_EACH_BYTE * size
    return replace(limits, memory_bytes=min(limits.memory_bytes, memory))
