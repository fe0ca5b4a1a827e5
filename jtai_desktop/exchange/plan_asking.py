"""Asks the worker to read a workbook of the action plan, and takes its answer for what it is."""

from pathlib import Path

from jtai_desktop.domain.actions.workbook import COLUMNS, Key, RowKey
from jtai_desktop.domain.table_back import TableFound
from jtai_desktop.exchange.register_worker import LIMITS, PLAN
from jtai_desktop.exchange.sheet_hearing import Told, ask_worker
from jtai_desktop.exchange.table_hearing import Naming, table_heard
from jtai_desktop.exchange.workbook_asking import Say, Stop
from jtai_desktop.exchange.workbook_limits import Limits

NAMING = Naming(
    ("action-id",), lambda ids: RowKey(*ids), {column.key.value: column.key for column in COLUMNS}
)


def ask(
    path: Path,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
    limits: Limits = LIMITS,
) -> TableFound[RowKey, Key]:
    """What a workbook holds; refused, with one sentence, where it can’t be read."""
    return ask_worker(path, PLAN, limits, heard, say, stop)


def heard(said: Told) -> TableFound[RowKey, Key]:
    """The answer; ValueError, KeyError, TypeError or the like if it is not as it should be."""
    return table_heard(said, NAMING)
