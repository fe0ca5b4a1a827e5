"""Lets one vault after the other be opened without compiling every statement anew.

SQLAlchemy keeps what it compiled with each engine, and each opening makes an engine. Compiling
costs ten times what a save does and is not what is proved here, so all engines share it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from sqlalchemy import Engine

from jtai_desktop.store import opening


@contextmanager
def shared() -> Iterator[None]:
    """Engines made inside share what they compile; children inherit it."""
    real, kept = opening.engine_on, list[Engine]()

    def engine_on(*given: Any, **named: Any) -> Engine:  # noqa: ANN401 - passed on as they come
        engine = real(*given, **named)
        if kept:
            engine.dialect = kept[0].dialect
            engine._compiled_cache = kept[0]._compiled_cache
        elif _answers(engine):
            kept.append(engine)
        return engine

    with mock.patch.object(opening, "engine_on", engine_on):
        yield


def _answers(engine: Engine) -> bool:
    """Whether its dialect has got to know the database; from now on others may use it."""
    with engine.connect() as connection:
        return not connection.closed
