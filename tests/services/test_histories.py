"""The history of one thing: newest first, no more than asked for, and no more read than that."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import event

from jtai_desktop.domain.changes import Kind
from jtai_desktop.services import council, histories, inspections
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import histories as stored


@pytest.fixture
def asked(workspace: Workspace) -> Iterator[list[str]]:
    """What the database is asked."""
    found: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        found.append(statement)

    engine = workspace.store.connection.engine
    event.listen(engine, "before_cursor_execute", hear)
    yield found
    event.remove(engine, "before_cursor_execute", hear)


def _rename(workspace: Workspace, inspection: str, times: int) -> list[str]:
    for number in range(times):
        inspections.rename(workspace, inspection, f"Area {number}")
    return [f"Area {number}" for number in reversed(range(times))]


def test_the_newest_are_read_with_a_limit_in_the_database(
    workspace: Workspace, inspection: str, asked: list[str]
) -> None:
    _rename(workspace, inspection, 5)
    asked.clear()
    found = histories.newest(workspace, inspection, limit=2)
    assert [line.changes[0].after for line in found] == ["Area 4", "Area 3"]
    reads = [each for each in asked if each.startswith("SELECT")]
    assert len(reads) == 1
    assert "LIMIT" in reads[0]


@pytest.mark.parametrize(("limit", "at_once"), [(3, 1), (3, 2), (50, 3), (4, 200)])
def test_lines_about_one_thing_are_found_among_others_whatever_is_read_at_once(
    workspace: Workspace,
    inspection: str,
    monkeypatch: pytest.MonkeyPatch,
    limit: int,
    at_once: int,
) -> None:
    monkeypatch.setattr(stored, "AT_ONCE", at_once)
    for number in range(6):
        inspections.rename(workspace, inspection, f"Area {number}")
        settings = replace(council.load(workspace), council=f"Council of {inspection} {number}")
        council.change(workspace, settings, inspection)
    found = histories.lines(workspace, inspection, Kind.INSPECTION, inspection, limit)
    renamed = [line for line in found if line.action != "inspection.begun"]
    wanted = [f"Area {number}" for number in reversed(range(6))][:limit]
    assert [_area(line.changes) for line in renamed][: len(wanted)] == wanted
    assert len(found) <= limit
    assert [line.number for line in found] == sorted((x.number for x in found), reverse=True)


def _area(changes: tuple[object, ...]) -> object:
    return next(
        getattr(each, "after", None) for each in changes if getattr(each, "field", "") == "area"
    )
