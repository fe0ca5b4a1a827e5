"""The page of findings over the example."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jtai_desktop.domain.findings.register import Findings
from jtai_desktop.services import overview
from jtai_desktop.ui.pages.findings.list_part import ListPart
from jtai_desktop.ui.pages.findings.page import FindingsPage
from jtai_desktop.ui.pages.findings.review import ReviewView
from jtai_desktop.ui.pages.findings.statement_part import StatementPart
from jtai_desktop.ui.shell.page import Desk
from tests.ui.conftest import Settle
from tests.ui.pages.findings.made_letter import in_this_process


class Seen:
    """Somebody before the page."""

    def __init__(self, qtbot: QtBot, desk: Desk, settle: Settle) -> None:
        self.qtbot, self.desk, self.settle = qtbot, desk, settle
        self.page = FindingsPage(desk)
        qtbot.addWidget(self.page)
        self.page.resize(1186, 640)
        self.page.show()
        settle()

    @property
    def listing(self) -> ListPart:
        """The part of the findings."""
        self.page.turn("list")
        assert isinstance(self.page.part, ListPart)
        return self.page.part

    @property
    def statement(self) -> StatementPart:
        """The part of the written statement."""
        self.page.turn("statement")
        assert isinstance(self.page.part, StatementPart)
        return self.page.part

    @property
    def kept(self) -> Findings:
        """What stands in the vault."""
        found: list[Findings] = []
        inspection_id = self.desk.inspection_id
        self.desk.hub.read(
            lambda workspace: overview.load(workspace, inspection_id).findings(), found.append
        )
        self.settle()
        return found[0]

    @property
    def news(self) -> str:
        """The line under the head, if there is one."""
        shown = self.page._banner.isVisible()
        return self.page._banner._sentence.text() if shown else ""

    def reads(self, path: Path) -> ReviewView:
        """What is seen of a letter once it is read."""
        view = self.page.taking.read(path)
        self.settle()
        return view

    def shown_ids(self) -> list[str]:
        """The findings in the table, without the headings."""
        return [row.key for row in self.listing.table.rows if not row.section]


@pytest.fixture
def seen(qtbot: QtBot, desk: Desk, settle: Settle) -> Iterator[Seen]:
    """The page, reading without a worker."""
    with in_this_process():
        yield Seen(qtbot, desk, settle)
