"""The panel beside the week: the chosen entry or its clash, then who can be planned and who not."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.scroll import Scroll
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.timetable.parts import focused_in
from jtai_desktop.ui.pages.week.consent_lines import parts_of
from jtai_desktop.ui.pages.week.consent_list import ConsentLists
from jtai_desktop.ui.pages.week.entries import Entry
from jtai_desktop.ui.pages.week.entry_part import EntryPart, WarningsPart
from jtai_desktop.ui.pages.week.facts import Facts
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

WIDE = 290
# Where the facts of an entry stand among the parts: above the lists, or below them.
ABOVE, BELOW, APART = 2, 3, 18
NOTHING = "Choose an entry in the week to see it here."


class WeekPanel(QWidget):
    """`left` follows when a form was put away or the panel is to be closed."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.warnings, self.entry_part, self.lists = WarningsPart(), EntryPart(), ConsentLists()
        self._nothing = Words(NOTHING, ink=Role.INK2, wrap=True)
        self._column = QVBoxLayout()
        self._form: QWidget | None = None
        self._form_title = Words("", FontRole.HEADING, wrap=True)
        self._form_column = QVBoxLayout()
        self._stack = QStackedLayout()
        self._lay_out()
        follow_look(self._dress)

    @property
    def form(self) -> QWidget | None:
        """What is being filled in, if anything is."""
        return self._form

    @property
    def has_ring(self) -> bool:
        """Whether one is in the panel."""
        return focused_in(self) is not None

    def show_entry(self, facts: Facts, entry: Entry | None) -> None:
        """Tell of an entry; what clashes comes first, and then its facts after the lists."""
        self.warnings.show_entry(facts, entry)
        self.entry_part.show_entry(facts, entry)
        self._nothing.setVisible(entry is None)
        self.lists.show_parts(parts_of(facts))
        below = entry is not None and bool(entry.warnings)
        self._put_entry_part(BELOW if below else ABOVE)
        name = entry.said if entry is not None else NOTHING
        self.setAccessibleName(f"Details: {name}")

    def put_form(self, form: QWidget, title: str) -> None:
        """Show a form instead, until it is put away."""
        self.close_form()
        self._form = form
        self._form_title.setText(title)
        self._form_column.insertWidget(2, form)
        form.show()
        self._stack.setCurrentIndex(1)
        first = form.focusProxy() or form
        QTimer.singleShot(0, first, lambda: first.setFocus(Qt.FocusReason.OtherFocusReason))

    def close_form(self) -> bool:
        """Put the form away; whether there was one."""
        if self._form is None:
            return False
        form, self._form = self._form, None
        self._stack.setCurrentIndex(0)
        form.hide()
        form.deleteLater()
        return True

    def enter(self) -> None:
        """The ring on the first thing that can be done."""
        buttons = self.findChildren(QAbstractButton)
        first = next((each for each in buttons if each.isVisible() and each.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _put_entry_part(self, place: int) -> None:
        """Above the lists, or below them."""
        if self._column.indexOf(self.entry_part) != place:
            self._column.removeWidget(self.entry_part)
            self._column.insertWidget(place, self.entry_part)
        self.entry_part.setContentsMargins(0, APART if place == BELOW else 0, 0, 0)

    def _lay_out(self) -> None:
        inside = self._inside()
        form = QWidget()
        self._form_column = QVBoxLayout(form)
        self._form_column.setContentsMargins(16, 12, 16, 16)
        self._form_column.setSpacing(8)
        close = LinkButton("Close, Esc", FontRole.LABEL)
        close.clicked.connect(self.left)
        self._form_column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._form_column.addWidget(self._form_title)
        self._form_column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule(Role.LINE2, Qt.Orientation.Vertical))
        row.addLayout(self._stack, 1)
        # Qt shows what is put first; without a part to lie in, that would be a window.
        for part in (inside, form):
            self._stack.addWidget(_scrolling(part))
        stand_on(self, Role.ALT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)

    def _inside(self) -> QWidget:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(0)
        for part in (self._nothing, self.warnings, self.entry_part, self.lists):
            self._column.addWidget(part)
        self._column.addStretch(1)
        return inside

    def _dress(self) -> None:
        self.setFixedWidth(Look.of(self).sized(WIDE))


def _scrolling(inside: QWidget) -> Scroll:
    area = Scroll()
    area.setFrameShape(QFrame.Shape.NoFrame)
    stand_on(inside, Role.ALT)
    area.setWidget(inside)
    return area
