"""What was read or pasted, gone through before anything is kept: items at the left, page right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from jtai_desktop.domain.findings import draft as drafts
from jtai_desktop.domain.findings.draft import Draft, Standing
from jtai_desktop.domain.findings.finding import Kind
from jtai_desktop.domain.letters.picture import PagePicture
from jtai_desktop.domain.problems import Refused
from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.buttons import plain_button, primary_button, small_button
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.findings.page_view import PageView
from jtai_desktop.ui.pages.findings.review_item import ItemEditor
from jtai_desktop.ui.pages.findings.review_rows import COLUMNS, next_open, rows_of
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

MARGIN, GAP, HIGH = 20, 8, 8
READING, STOPPING = "Reading the letter …", "Stopping …"
HOW = "Enter confirms and goes on. Nothing is kept yet."


class ReviewView(QWidget):
    """`kept` asks to keep what was confirmed, `page_wanted` for the picture of a page."""

    stopped = Signal()
    kept = Signal()
    page_wanted = Signal(int)

    def __init__(self, *, with_pages: bool) -> None:
        super().__init__()
        self.draft: Draft | None = None
        self._current = ""
        self.progress = OneLine(READING)
        self._bar = QProgressBar(maximum=0, textVisible=False)
        self.stop = plain_button("Stop", "", self._stop)
        self.news = Banner()
        self.table = RowTable(COLUMNS, "What was found", TableOptions())
        self.editor = ItemEditor()
        self.pages = PageView()
        self._page_title = OneLine("", FontRole.LABEL, Role.INK2)
        self.keep_file = QCheckBox("Take the &PDF into the vault too")
        self.keep = primary_button("Keep", "", self.kept.emit)
        self.confirm_seen = plain_button("Confirm &all looked at", "", self._confirm_seen)
        self._how = Words(HOW, FontRole.LABEL, Role.INK2)
        self._with_pages = with_pages
        self._left, self._right = QWidget(), QWidget()
        self._lay_out()
        self._connect()
        follow_look(self._dress)

    def begin(self) -> None:
        """It is being read."""
        self._found_shown(shown=False)
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_progress(self, doing: str) -> None:
        """Which page is being read."""
        self.progress.setText(f"Reading {doing} …")

    def refuse(self, sentence: str) -> None:
        """It can’t be read, was stopped, or can’t be kept."""
        self._bar.hide()
        self.stop.hide()
        self.progress.setVisible(self.draft is not None)
        self.news.say(sentence, kind=BannerKind.WARNING)
        self.news.show()
        self._allow()

    def show_draft(self, draft: Draft) -> None:
        """Show what was found; the first open item is looked at."""
        self.draft = draft
        self._found_shown(shown=True)
        self._show()
        self.go(next_open(draft, ""))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def doubt(self, sentence: str) -> None:
        """Something to look at before anything is kept; an empty sentence is no doubt."""
        self.news.say(sentence, kind=BannerKind.WARNING)
        self.news.setVisible(bool(sentence))

    def show_page(self, picture: PagePicture) -> None:
        """The picture of a page has come."""
        if self.draft is None:
            return
        self.pages.show_picture(picture)
        self._page_title.setText(f"Page {picture.page} of {self.draft.pages}")

    def go(self, key: str) -> None:
        """To an item."""
        if not key or self.draft is None:
            return
        self.table.choose(key)
        self._look_at(key)
        self._show()

    def do(self, change: Callable[[Draft], Draft], *, on: bool = False) -> bool:
        """Change the draft by a rule; what is refused is said at the item. `on` goes on."""
        if self.draft is None:
            return False
        try:
            self.draft = change(self.draft)
        except Refused as refused:
            self.editor.show_problem(refused.problem)
            return False
        self.editor.clear_problem()
        following = next_open(self.draft, self._current) if on else ""
        self._show()
        if following:
            self.go(following)
        elif self._current:
            self.editor.show_item(self.draft.item(self._current))
        return True

    def confirm(self) -> None:
        """Confirm the item that is shown, and go on to the next open one."""
        if self.draft is None or not self._current:
            return
        self.editor.text.ask()
        if not self.draft.item(self._current).is_placed:
            self.editor.ask_kind()
            return
        self.do(lambda draft: drafts.confirmed(draft, [self._current]), on=True)

    def put_aside(self) -> None:
        """Put the item aside, and go on."""
        self.do(lambda draft: drafts.aside(draft, [self._current]), on=True)

    def turn_page(self, by: int) -> None:
        """To the page before or after."""
        wanted = self.pages.page + by
        if self.draft is not None and 1 <= wanted <= self.draft.pages:
            self.page_wanted.emit(wanted)

    def _look_at(self, key: str) -> None:
        if self.draft is None or key.startswith("head:"):
            return
        if key != self._current:
            self.editor.text.ask()
        self._current = key
        self.draft = drafts.saw(self.draft, key)
        item = self.draft.item(key)
        self.editor.show_item(item)
        self.pages.mark(item.lines)
        if item.page and item.page != self.pages.page:
            self.page_wanted.emit(item.page)
        self._allow()

    def _bring_into_sight(self, _least: int, _most: int) -> None:
        self.table.scrollTo(self.table.currentIndex())

    def _chosen(self, key: str) -> None:
        before = self._current
        self._look_at(key)
        if before != self._current:
            self._show()

    def _show(self) -> None:
        if self.draft is not None:
            self.table.set_rows(rows_of(self.draft))
        self._allow()

    def _allow(self) -> None:
        draft = self.draft
        if draft is None:
            return
        self.progress.setText(f"{draft.said}.")
        self.keep.setText(f"Keep {drafts.what_is_kept(draft)}")
        self.keep.setEnabled(bool(draft.confirmed))
        self.confirm_seen.setEnabled(any(each.seen for each in draft.left))

    def _edit(self, text: str) -> None:
        key = self._current
        if self.draft is not None and text != self.draft.item(key).text:
            self.do(lambda draft: drafts.edited(draft, key, text))

    def _place(self, kind: str) -> None:
        key = self._current
        self.do(lambda draft: drafts.placed(draft, key, Kind(kind)))

    def _reopen(self) -> None:
        self.do(lambda draft: drafts.reopened(draft, [self._current]))

    def _confirm_seen(self) -> None:
        self.editor.text.ask()
        self.do(drafts.confirmed_seen)

    def _activated(self, key: str) -> None:
        if self.draft is None or key.startswith("head:"):
            return
        self._look_at(key)
        if self.draft.item(key).standing is Standing.OPEN:
            self.confirm()
        else:
            self.editor.text.setFocus()

    def _stop(self) -> None:
        self.progress.setText(STOPPING)
        self.stop.setEnabled(False)
        self.stopped.emit()

    def _found_shown(self, *, shown: bool) -> None:
        self._bar.setVisible(not shown)
        self.stop.setVisible(not shown)
        self.news.hide()
        self._left.setVisible(shown)
        self._right.setVisible(shown and self._with_pages)
        for part in (self.keep, self.confirm_seen, self._how):
            part.setVisible(shown)
        self.keep_file.setVisible(shown and self._with_pages)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._chosen)
        self.table.row_activated.connect(self._activated)
        # Where the text below needs more room, the row that one is at stays in sight.
        self.table.verticalScrollBar().rangeChanged.connect(self._bring_into_sight)
        self.editor.edited.connect(self._edit)
        self.editor.placed.connect(self._place)
        self.editor.confirmed.connect(self.confirm)
        self.editor.put_aside.connect(self.put_aside)
        self.editor.reopened.connect(self._reopen)
        for key, act in (
            ("Ctrl+Return", self.confirm),
            ("Ctrl+PgDown", lambda: self.turn_page(1)),
            ("Ctrl+PgUp", lambda: self.turn_page(-1)),
        ):
            shortcut = QShortcut(QKeySequence(key), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.progress, 1)
        top.addWidget(self._how)
        top.addWidget(self.stop)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP)
        left.addWidget(self.table, 1)
        left.addWidget(self.editor)
        turning = QHBoxLayout()
        turning.addWidget(self._page_title, 1)
        for words, by, name in (("‹", -1, "Page before"), ("›", 1, "Page after")):
            button = small_button(words, on_click=partial(self.turn_page, by))
            button.setAccessibleName(name)
            button.setToolTip(name)
            turning.addWidget(button)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(4)
        right.addLayout(turning)
        right.addWidget(self.pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._left, 11)
        middle.addWidget(self._right, 9)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for part in (self.keep, self.confirm_seen, self.keep_file):
            buttons.addWidget(part)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 8, MARGIN, 12)
        column.setSpacing(GAP)
        column.addLayout(top)
        for above in (self._bar, self.news):
            column.addWidget(above)
        column.addLayout(middle, 1)
        column.addLayout(buttons)
        column.addStretch(0)
        self.keep_file.setChecked(True)

    def _dress(self) -> None:
        self._bar.setFixedHeight(Look.of(self).sized(HIGH))
