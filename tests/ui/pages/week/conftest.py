"""The page of the week over the example."""

import pytest
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.shell.page import Desk
from tests.ui.conftest import Settle
from tests.ui.pages.week.seen import Seen


@pytest.fixture
def seen(qtbot: QtBot, desk: Desk, settle: Settle) -> Seen:
    """Somebody before the page."""
    found = Seen(desk, settle)
    qtbot.addWidget(found.window)
    return found
