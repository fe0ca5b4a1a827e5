"""The bar under the register while several lines are selected: how many, and what can be done."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import KitButton, LinkButton, small_button
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.documents import columns as c
from jtai_desktop.ui.pages.documents.steps_offers import FIRST_STEPS, WORDS, Selection
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

HEIGHT, LEFT, RIGHT, GAP, AFTER_COUNT = 40, 20, 12, 8, 12
SETTING = ((c.OWNER, "Set owner…"), (c.INTERNAL, "Set due time…"))


class SelectionBar(QWidget):
    """What comes first has buttons, as many as there is room for; the menu has everything."""

    step_wanted = Signal(str)
    set_wanted = Signal(str)
    clear_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counted = ""
        self._selection = Selection()
        self._count = Words("", ink=Role.SELINK, bold=True)
        self._steps = {step: small_button(WORDS[step]) for step in FIRST_STEPS}
        self._set = {column: small_button(word) for column, word in SETTING}
        self._more = small_button("More")
        self._menu = QMenu(self._more)
        self._clear = LinkButton("Clear, Esc", FontRole.LABEL, on=Role.SEL)
        self._lay_out()
        self._connect()
        follow_look(self._dress)

    def show_selection(self, selection: Selection) -> None:
        """Name the count, and offer what can be done with all of them."""
        many = len(selection.lines) > 1
        self.setVisible(many)
        if not many:
            return
        self._selection = selection
        self._counted = f"{len(selection.lines)} selected"
        self._count.setText(self._counted)
        self._fit()

    def say(self, words: str) -> None:
        """What is being typed for all of them; nothing gives the count back."""
        self._count.setText(words or self._counted)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The buttons come as there is room; they don’t keep the window wide."""
        return QSize(self._fixed_width(), super().minimumSizeHint().height())

    def _fixed_width(self) -> int:
        fixed = (self._count, self._more, self._clear)
        return LEFT + RIGHT + AFTER_COUNT + sum(each.sizeHint().width() + GAP for each in fixed)

    def _fit(self) -> None:
        """Show the buttons that there is room for."""
        room = self.width() - self._fixed_width()
        steps = self._selection.steps
        offered = [button for step, button in self._steps.items() if step in steps]
        for button in (*self._steps.values(), *self._set.values()):
            wide = button.sizeHint().width() + GAP
            wanted = button in offered or button in self._set.values()
            fits = wanted and wide <= room
            room -= wide if fits else 0
            button.setVisible(fits)

    def _fill(self) -> None:
        self._menu.clear()
        for step in self._selection.steps:
            self._menu.addAction(WORDS[step], partial(self.step_wanted.emit, step.value))
        self._menu.addSeparator()
        for column, word in SETTING:
            self._menu.addAction(word, partial(self.set_wanted.emit, column))

    def _lay_out(self) -> None:
        stand_on(self, Role.SEL)
        self._more.setMenu(self._menu)
        self._more.setAccessibleName("More for what is selected")
        row = QHBoxLayout()
        row.setContentsMargins(LEFT, 0, RIGHT, 0)
        row.setSpacing(GAP)
        row.addWidget(self._count)
        row.addSpacing(AFTER_COUNT)
        buttons: list[KitButton] = [*self._steps.values(), *self._set.values(), self._more]
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(Role.ACCENT))
        column.addLayout(row, 1)
        self.setAccessibleName("What is selected")
        self.hide()

    def _connect(self) -> None:
        for step, button in self._steps.items():
            button.clicked.connect(lambda _down, step=step: self.step_wanted.emit(step.value))
        for column, button in self._set.items():
            button.clicked.connect(lambda _down, column=column: self.set_wanted.emit(column))
        self._menu.aboutToShow.connect(self._fill)
        self._clear.clicked.connect(self.clear_wanted)

    def _dress(self) -> None:
        self.setFixedHeight(Look.of(self).grown(HEIGHT, FontRole.LABEL))
        self._fit()
