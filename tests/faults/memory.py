"""A folder in memory for what is opened thousands of times."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def folder(scratch: Path) -> Iterator[Path]:
    """One that is gone afterwards; on the disk where the system has none in memory."""
    memory = Path("/dev/shm")  # noqa: S108 - looked for, and used through tempfile
    usable = memory.is_dir() and os.access(memory, os.W_OK)
    with tempfile.TemporaryDirectory(
        prefix="jtai-faults-", dir=memory if usable else scratch
    ) as made:
        yield Path(made)
