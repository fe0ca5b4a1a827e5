"""Asks the worker to read a workbook of the register, and takes its answer for what it is."""

from pathlib import Path

from jtai_desktop.domain.documents.cells import COLUMNS, RowKey
from jtai_desktop.domain.documents.round_trip import RegisterFound
from jtai_desktop.exchange.register_worker import LIMITS, REGISTER
from jtai_desktop.exchange.sheet_hearing import Told, ask_worker
from jtai_desktop.exchange.table_hearing import Naming, table_heard
from jtai_desktop.exchange.workbook_asking import Say, Stop
from jtai_desktop.exchange.workbook_limits import Limits

NAMING = Naming(
    ("item-id", "document-id"),
    lambda ids: RowKey(*ids),
    {column.key.value: column.key for column in COLUMNS},
)


def ask(
    path: Path,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
    limits: Limits = LIMITS,
) -> RegisterFound:
    """What a workbook holds; refused, with one sentence, where it can’t be read."""
    return ask_worker(path, REGISTER, limits, heard, say, stop)


def heard(said: Told) -> RegisterFound:
    """The answer; ValueError, KeyError, TypeError or the like if it is not as it should be."""
    return table_heard(said, NAMING)
