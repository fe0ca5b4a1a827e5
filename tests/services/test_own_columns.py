"""Three columns of one’s own: named for each inspection, written for many items at once."""

import pytest

from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import overview, own_columns, undoing
from jtai_desktop.services.workspace import Workspace
from tests.services import scene


def test_they_have_no_names_at_first(bare_workspace: Workspace, bare: str) -> None:
    assert own_columns.names(bare_workspace, bare) == ("", "", "")
    assert {item.own for item in overview.load(bare_workspace, bare).items} == {("", "", "")}


def test_a_name_is_given_changed_taken_away_and_undone(
    bare_workspace: Workspace, bare: str
) -> None:
    changes = own_columns.name_column(bare_workspace, bare, 2, "  Shelf ")
    assert changes.summary == "Own column 2: Shelf"
    own_columns.name_column(bare_workspace, bare, 2, "Tray")
    assert own_columns.names(bare_workspace, bare) == ("", "Tray", "")
    own_columns.name_column(bare_workspace, bare, 2, "")
    assert own_columns.names(bare_workspace, bare) == ("", "", "")
    undoing.undo(bare_workspace, bare)
    undoing.undo(bare_workspace, bare)
    assert own_columns.names(bare_workspace, bare) == ("", "Shelf", "")


def test_names_are_those_of_one_inspection(bare_workspace: Workspace, bare: str) -> None:
    other = scene.begin(bare_workspace, "Southmoor")
    own_columns.name_column(bare_workspace, bare, 1, "Shelf")
    assert own_columns.names(bare_workspace, other) == ("", "", "")
    assert overview.load(bare_workspace, bare).own_columns == ("Shelf", "", "")


@pytest.mark.parametrize(
    ("number", "name", "words"),
    [
        (0, "Shelf", "three columns"),
        (4, "Shelf", "three columns"),
        (2, "x" * 25, "24 is the most"),
        (2, "SHELF", "already"),
    ],
)
def test_what_can_not_be_a_column(
    bare_workspace: Workspace, bare: str, number: int, name: str, words: str
) -> None:
    own_columns.name_column(bare_workspace, bare, 1, "Shelf")
    with pytest.raises(Refused, match=words):
        own_columns.name_column(bare_workspace, bare, number, name)
    assert own_columns.names(bare_workspace, bare) == ("Shelf", "", "")


def test_many_items_are_written_in_one_step_and_undone(
    bare_workspace: Workspace, bare: str
) -> None:
    before = overview.load(bare_workspace, bare).items
    wanted = {item.id: f"Tray {item.number}" for item in before[:3]}
    changes = own_columns.write(bare_workspace, bare, 3, wanted)
    assert changes.summary == "3 items: own column 3"
    after = {item.id: item.own for item in overview.load(bare_workspace, bare).items}
    assert {key: after[key] for key in wanted} == {
        key: ("", "", text) for key, text in wanted.items()
    }
    undoing.undo(bare_workspace, bare)
    assert overview.load(bare_workspace, bare).items == before
    assert bare_workspace.store.verify() == ()


def test_one_text_too_long_stops_all(bare_workspace: Workspace, bare: str) -> None:
    before = overview.load(bare_workspace, bare).items
    wanted = {before[0].id: "Tray", before[1].id: "x" * 201}
    with pytest.raises(Refused, match="200 is the most"):
        own_columns.write(bare_workspace, bare, 1, wanted)
    assert overview.load(bare_workspace, bare).items == before
