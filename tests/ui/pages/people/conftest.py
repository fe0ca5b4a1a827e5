"""The people of the example, as read, and their page as shown."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jtai_desktop.services import overview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.people.page import PeoplePage
from jtai_desktop.ui.shell.page import Desk
from tests.ui.conftest import Settle, open_copy


@pytest.fixture
def view(own_folder: Path, example_vault: tuple[Path, str]) -> Overview:
    """The example as it stands."""
    workspace = open_copy(own_folder)
    read = overview.load(workspace, example_vault[1])
    workspace.close()
    return read


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settle: Settle) -> PeoplePage:
    """The page at the size it has in a maximised window."""
    made = PeoplePage(desk)
    qtbot.addWidget(made)
    made.resize(1186, 669)
    made.show()
    settle()
    return made
