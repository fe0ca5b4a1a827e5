"""The page of the lists over the example."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jtai_desktop.domain.lists.kept import KeptList
from jtai_desktop.services import overview
from jtai_desktop.ui.pages.lists.page import ListsPage
from jtai_desktop.ui.pages.lists.reading_view import ReadingView
from jtai_desktop.ui.shell.page import Desk
from tests.ui.conftest import Settle
from tests.ui.pages.lists.made_files import in_this_process


class Seen:
    """Somebody before the page."""

    def __init__(self, qtbot: QtBot, desk: Desk, settle: Settle) -> None:
        self.qtbot, self.desk, self.settle = qtbot, desk, settle
        self.page = ListsPage(desk)
        qtbot.addWidget(self.page)
        self.page.resize(1186, 640)
        self.page.show()
        settle()

    def kept(self, number: int) -> KeptList:
        """A list as it stands in the vault."""
        found: list[KeptList] = []
        inspection_id = self.desk.inspection_id

        def told(kept: KeptList | None) -> None:
            assert kept is not None
            found.append(kept)

        self.desk.hub.read(
            lambda workspace: overview.load(workspace, inspection_id).lists().of(number), told
        )
        self.settle()
        return found[0]

    def reads(self, path: Path) -> ReadingView:
        """What is seen of a file once it is read."""
        view = self.page.read_files([path])
        assert view is not None
        self.settle()
        return view


@pytest.fixture
def seen(qtbot: QtBot, desk: Desk, settle: Settle) -> Iterator[Seen]:
    """The page, reading without a worker."""
    with in_this_process():
        yield Seen(qtbot, desk, settle)
