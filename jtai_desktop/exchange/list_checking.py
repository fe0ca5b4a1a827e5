"""Reads and checks files in one go, as the worker does it."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from jtai_desktop.domain.lists.checking import check
from jtai_desktop.domain.lists.rows import Table
from jtai_desktop.domain.lists.shape import Rulebook
from jtai_desktop.exchange.list_answers import Answer
from jtai_desktop.exchange.list_reading import read_lists
from jtai_desktop.exchange.list_requests import Request

Say = Callable[[str], None]


def read_and_check(request: Request, book: Rulebook, say: Say = lambda _: None) -> Answer:
    """What is found in the files of a request; refused where one can’t be read."""
    with collector_resting():
        # In a function of its own, so that every cell is gone before the collector is back.
        return _read_and_check(request, book, say)[0]


def read_check_and_write(
    request: Request, book: Rulebook, say: Say = lambda _: None
) -> tuple[Answer, bytes]:
    """The same, and the workbook written from the values read."""
    with collector_resting():
        return _written(request, book, say)


def _written(request: Request, book: Rulebook, say: Say) -> tuple[Answer, bytes]:
    from jtai_desktop.exchange.list_exporting import Exported, workbook

    answer, tables = _read_and_check(request, book, say)
    return answer, workbook(Exported(tables, answer, request.marking), say)


def _read_and_check(request: Request, book: Rulebook, say: Say) -> tuple[Answer, tuple[Table, ...]]:
    read = read_lists(request.paths, book, request.hand, request.limits, say)
    salt = request.salt.encode()
    report = check(read.tables, book, request.days, say, salt, request.known)
    findings = (*read.findings, *report.findings)
    answer = Answer(read.files, replace(report, findings=findings, left_out=read.left_out))
    return answer, read.tables


@contextmanager
def collector_resting() -> Iterator[None]:
    """Hundreds of thousands of cells come at once and stay: looking for waste only costs time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
