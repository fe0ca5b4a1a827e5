"""The facts of the frame, read from the example."""

from pathlib import Path

from jtai_desktop.services import overview
from jtai_desktop.ui.shell.heading import read_heading
from tests.ui.conftest import open_copy


def test_each_place_says_how_much_is_late_there(
    own_folder: Path, example_vault: tuple[Path, str]
) -> None:
    workspace = open_copy(own_folder)
    heading = read_heading(workspace, example_vault[1])
    overdue = overview.load(workspace, example_vault[1]).day().register.overdue
    workspace.close()
    assert heading.late == {
        "timetable": 0,
        "documents": 3,
        "children": 2,
        "lists": 0,
        "audits": 2,
        "findings": 3,
    }
    assert len(overdue) == heading.late["documents"] + heading.late["children"]
