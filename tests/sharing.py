"""Things that are made once for a whole run, by whichever worker comes first.

The others wait for it. A maker that fails leaves nothing, and the next tries for itself.
"""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

LONGEST_WAIT = 300.0


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of that name, filled by `make`; nobody changes it afterwards."""
    folder = _shared_by_all(factory) / name
    claim = folder.with_suffix(".claim")
    until = time.monotonic() + LONGEST_WAIT
    while not folder.exists():
        if _claimed(claim):
            try:
                _fill(folder, make)
            finally:
                claim.unlink()
        elif time.monotonic() > until:
            raise TimeoutError(f"Another worker has not made “{name}”.")
        else:
            time.sleep(0.05)
    return folder


def _shared_by_all(factory: pytest.TempPathFactory) -> Path:
    """The folder of this run: each worker has its own below it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def _claimed(claim: Path) -> bool:
    try:
        claim.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _fill(folder: Path, make: Callable[[Path], object]) -> None:
    """The folder appears once it is whole. A claim may come just after that: look again."""
    if folder.exists():
        return
    growing = folder.with_suffix(".growing")
    shutil.rmtree(growing, ignore_errors=True)
    growing.mkdir()
    make(growing)
    growing.rename(folder)
