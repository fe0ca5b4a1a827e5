"""A panel over the example."""

import pytest
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.shell.page import Desk
from tests.ui.conftest import Settle
from tests.ui.pages.documents.panel.hands import Hands


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk, settle: Settle) -> Hands:
    """Somebody before a page with the panel."""
    made = Hands(desk, settle)
    qtbot.addWidget(made.page)
    return made
