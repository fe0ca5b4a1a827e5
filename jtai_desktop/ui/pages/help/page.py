"""HelpPage: the list of pages at the left, the text at the right, and a search over all of it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.wording import counted
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.find_field import FindField
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.pages.help.contents import FIRST, HelpText, contents, found, page_of
from jtai_desktop.ui.pages.help.render import render
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

LIST_WIDTH, TEXT_WIDTH = 230, 720
FACT = "F1 opens the page on the place where you are"
COLUMNS = (Column("title", "Page"),)


class HelpPage(Page[tuple[HelpText, ...]]):
    """Shows the page on the place one came from; nothing is fetched from anywhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._pages: tuple[HelpText, ...] = ()
        self._shown = ""
        self._wanted = FIRST
        self._header = PageHeader("Help", FACT)
        self._find = FindField("Find in help", width=0)
        self._list = RowTable(COLUMNS, "Pages of help", TableOptions(head=False))
        self._text = QTextBrowser()
        self._nothing = EmptyState("No page of help holds these words.", "Esc shows all pages.")
        self._lay_out()
        self._connect()
        follow_look(self._dress)

    def read(self, workspace: Workspace) -> tuple[HelpText, ...]:
        return contents(Path(workspace.folder))

    def show_facts(self, facts: tuple[HelpText, ...]) -> None:
        self._pages = facts
        self._search()
        self._show(self._wanted)

    def open_at(self, target: str) -> None:
        """The page for a place, or one by its name."""
        self._wanted = target
        self._find.clear()
        if self._pages:
            self._show(target)
        self._text.setFocus()

    def parts(self) -> tuple[QWidget, ...]:
        return (self._list, self._text)

    def search(self) -> None:
        self._find.take_focus()

    def view_state(self) -> dict[str, object]:
        return {"page": self._shown} if self._shown else {}

    def restore_view(self, state: dict[str, object]) -> None:
        page = state.get("page")
        if isinstance(page, str) and self._wanted == FIRST:
            self._wanted = page

    def _lay_out(self) -> None:
        self._text.setOpenLinks(False)
        self._text.setAccessibleName("Help text")
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side = QWidget()
        left = QVBoxLayout(self._side)
        left.setContentsMargins(0, 16, 0, 0)
        left.setSpacing(10)
        left.addWidget(self._find)
        left.addWidget(self._list, 1)
        left.addWidget(self._nothing, 1)
        self._nothing.hide()
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addWidget(self._side)
        body.addWidget(Rule(Role.LINE2, Qt.Orientation.Vertical))
        body.addWidget(self._text, 1000)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addLayout(body, 1)
        self.setFocusProxy(self._list)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, 24, 0)
        head.setSpacing(0)
        head.addWidget(self._header)
        head.addWidget(Rule(Role.INK))
        return head

    def _connect(self) -> None:
        self._find.textChanged.connect(self._search)
        self._find.left_down.connect(self._go_to_found)
        self._list.row_chosen.connect(self._show)
        self._list.row_activated.connect(lambda _key: self._text.setFocus())
        self._text.anchorClicked.connect(self._follow)

    def _search(self) -> None:
        typed = self._find.text()
        pages = found(self._pages, typed)
        self._list.set_rows([Row(page.key, (Cell(page.title),)) for page in pages])
        self._list.setVisible(bool(pages))
        self._nothing.setVisible(not pages)
        said = counted(len(pages), "page") if typed else FACT
        self._header.set_fact(said)
        if typed and pages and self._shown not in {page.key for page in pages}:
            self._show(pages[0].key)
        elif self._shown:
            self._list.choose(self._shown)
        self._mark()

    def _go_to_found(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, key: str) -> None:
        page = page_of(self._pages, key) or page_of(self._pages, FIRST)
        if page is None:
            return
        self._wanted = page.key
        if page.key != self._shown:
            self._shown = page.key
            self._render(page)
        self._list.choose(page.key)
        self._mark()

    def _follow(self, link: QUrl) -> None:
        """A link leads to another page of help, never anywhere else."""
        if page_of(self._pages, link.toString()):
            self._find.clear()
            self._show(link.toString())

    def _render(self, page: HelpText) -> None:
        render(self._text.document(), page.parts, Look.of(self))
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._text.setAccessibleName(f"Help: {page.title}")

    def _mark(self) -> None:
        """Show the searched words in the text."""
        marks: list[QTextEdit.ExtraSelection] = []
        for word in self._find.text().split():
            at = self._text.document().find(word)
            while not at.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = at
                mark.format.setBackground(Look.of(self).colour(Role.SEL))
                mark.format.setForeground(Look.of(self).colour(Role.SELINK))
                marks.append(mark)
                at = self._text.document().find(word, at)
        self._text.setExtraSelections(marks)

    def _dress(self) -> None:
        self._side.setFixedWidth(Look.of(self).sized(LIST_WIDTH))
        self._set_margins()
        page = page_of(self._pages, self._shown) if self._shown else None
        if page:
            self._render(page)
            self._mark()

    def _set_margins(self) -> None:
        """Lines stay short enough to read, however wide the window is."""
        self._text.setMaximumWidth(Look.of(self).sized(TEXT_WIDTH))
