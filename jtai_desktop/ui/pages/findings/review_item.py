"""One item of what was read: its text to correct, what it is, its own wording, what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.findings.draft import NOT_PLACED, Item, Standing
from jtai_desktop.domain.findings.finding import Kind, kind_words
from jtai_desktop.domain.problems import Problem
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.documents.panel.notes import NoteField
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

NO_KIND = "What is it?"
KIND_WIDTH = 190
AS_PRINTED = "The letter’s own wording: "


class ItemEditor(QWidget):
    """`edited`, `placed` and the three deeds tell of the item that is shown."""

    edited = Signal(str)
    placed = Signal(str)
    confirmed = Signal()
    put_aside = Signal()
    reopened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None
        self._where = OneLine("", FontRole.LABEL, Role.INK2)
        self.kind = QComboBox()
        self.text = NoteField()
        self.text.setStyleSheet("")
        self._printed = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self._problem = Words("", FontRole.LABEL, Role.WARNING, bold=True, wrap=True)
        self.confirm = small_button("&Confirm", "tick", self.confirmed.emit)
        self.aside = small_button("Put as&ide", "", self.put_aside.emit)
        self.reopen = small_button("&Open again", "undo", self.reopened.emit)
        self._lay_out()
        self.kind.activated.connect(lambda _at: self._say_kind())
        self.text.wanted.connect(self.edited)
        follow_look(self._dress)

    def show_item(self, item: Item) -> None:
        """Show an item; what is being typed for the same one stays."""
        same = self._item is not None and self._item.key == item.key
        if not same:
            self.text.begin(item.text)
            self._problem.hide()
        else:
            self.text.set_kept(item.text)
        self._item = item
        self._where.setText(_where(item))
        self.kind.setVisible(not item.is_fact)
        self.kind.setCurrentIndex(self.kind.findData(item.kind.value if item.kind else ""))
        open_ = item.standing is not Standing.KEPT
        for part in (self.kind, self.text):
            part.setEnabled(open_)
        differs = bool(item.printed) and item.printed != item.text
        self._printed.setText(f"{AS_PRINTED}{item.printed}")
        self._printed.setVisible(differs)
        self.text.setAccessibleName(f"Text: {item.words}")
        self.confirm.setVisible(item.standing in {Standing.OPEN, Standing.ASIDE})
        self.aside.setVisible(item.standing in {Standing.OPEN, Standing.CONFIRMED})
        self.reopen.setVisible(item.standing in {Standing.CONFIRMED, Standing.ASIDE})

    def show_problem(self, problem: Problem) -> None:
        """Say what is wrong, below the text."""
        self._problem.setText(problem.sentence)
        self._problem.show()
        self.text.refused()

    def clear_problem(self) -> None:
        """Nothing is wrong any more."""
        self._problem.hide()

    def ask_kind(self) -> None:
        """Put the ring where one says what it is."""
        self.show_problem(Problem("Kind", NOT_PLACED))
        self.kind.setFocus()

    def _say_kind(self) -> None:
        if self.kind.currentData():
            self.placed.emit(str(self.kind.currentData()))

    def _lay_out(self) -> None:
        self.kind.setAccessibleName("What it is")
        self.kind.addItem(NO_KIND, "")
        for kind in Kind:
            self.kind.addItem(kind_words(kind), kind.value)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._where, 1)
        for part in (self.kind, self.confirm, self.aside, self.reopen):
            top.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        for each in (self.text, self._printed, self._problem):
            column.addWidget(each)
        self._problem.hide()

    def _dress(self) -> None:
        self.kind.setFixedWidth(Look.of(self).sized(KIND_WIDTH))


def _where(item: Item) -> str:
    """Page 3, paragraph 2."""
    if not item.page:
        return item.words
    paragraph = f", paragraph {item.paragraph}" if item.paragraph else ", letterhead"
    return f"{item.words} · page {item.page}{paragraph}"
