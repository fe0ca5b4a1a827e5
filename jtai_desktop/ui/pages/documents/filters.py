"""The line above the register: find, agency, status, and the filters of one click."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QComboBox, QHBoxLayout, QWidget

from jtai_desktop.domain.documents.track import Ours, Theirs
from jtai_desktop.ui.kit.buttons import KitButton, filter_button
from jtai_desktop.ui.kit.find_field import FindField
from jtai_desktop.ui.pages.documents.arranging import Arranger
from jtai_desktop.ui.pages.documents.wanted import BY_ME, OUTSTANDING, TO_SEND, Quick, Wanted
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.states import State, look_of

ALL_AGENCIES, ANY_STATUS = "All agencies", "Any status"
FIND_WIDTH, AGENCY_WIDTH, STATUS_WIDTH = 160, 110, 108
GAP, BETWEEN = 6, 12
SHORTEST = 6
_QUICK = {
    Quick.ALL: ("All", None),
    Quick.LATE: ("Late", State.LATE),
    Quick.WARNING: ("Warning", State.WARNING),
    Quick.TO_CHECK: ("To check", State.TO_CHECK),
    Quick.READY: ("Ready", State.READY),
}
_STATUSES = (
    ("", ANY_STATUS),
    (TO_SEND, "Still to send"),
    (OUTSTANDING, "With the agency"),
    (BY_ME, "To check by me"),
    *((ours.value, look_of(State(ours.value)).said) for ours in Ours),
    (Theirs.NO_REPLY.value, "No reply from inspectors"),
    (Theirs.QUERY.value, "Inspectors’ query"),
    (Theirs.ACCEPTED.value, "Accepted by inspectors"),
)


class FilterBar(QWidget):
    """Keeps what is wanted; `changed` follows each change that a person makes."""

    changed = Signal()
    left_down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = FindField("Find in the register", width=FIND_WIDTH)
        self._agency, self._status = QComboBox(), QComboBox()
        self._group = QButtonGroup(self)
        self._quick: dict[Quick, KitButton] = {}
        self._wanted = Wanted()
        self._filling = False
        self._make()
        self._lay_out()
        self._connect()
        follow_look(self._dress)

    @property
    def wanted(self) -> Wanted:
        """What a person wants to see."""
        return self._wanted

    def want(self, wanted: Wanted) -> None:
        """Show what is wanted in the fields; emits nothing."""
        self._wanted = wanted
        self._filling = True
        self.field.setText(wanted.typed)
        for field, value in ((self._agency, wanted.agency), (self._status, wanted.state)):
            field.setCurrentIndex(max(0, field.findData(value)))
        self._quick[wanted.quick].setChecked(True)
        self._filling = False

    def show_counts(self, arranger: Arranger) -> None:
        """The numbers on the quick filters, and the agencies that there are."""
        facts, found = arranger.facts, arranger.quick_counts(self._wanted.scope)
        for quick, button in self._quick.items():
            button.setText(f"{_QUICK[quick][0]} {found[quick]}")
        self._offer_agencies((key, facts.names.agency(key)) for key in facts.agencies)
        self._turn()

    def toggle(self, quick: Quick) -> None:
        """Press a quick filter; pressed again it lets all through."""
        on = self._wanted.quick is quick
        self._quick[Quick.ALL if on else quick].click()

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of the two lines: beside one another they need more."""
        wide = max(part.minimumSizeHint().width() for part in (self._fields, self._buttons))
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._turn()

    def _make(self) -> None:
        for number, (quick, (word, state)) in enumerate(_QUICK.items(), 1):
            button = filter_button(word, state)
            button.setToolTip(f"Alt+{number}")
            self._quick[quick] = button
            self._group.addButton(button)
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.activated.connect(lambda quick=quick: self.toggle(quick))
        self._quick[Quick.ALL].setChecked(True)
        for field in (self._agency, self._status):
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            field.setSizeAdjustPolicy(policy)
            field.setMinimumContentsLength(SHORTEST)
        self._agency.setAccessibleName("Agency")
        self._agency.addItem(ALL_AGENCIES, "")
        self._status.setAccessibleName("Status")
        for value, word in _STATUSES:
            self._status.addItem(word, value)
        self._status.setMaxVisibleItems(len(_STATUSES))

    def _lay_out(self) -> None:
        self._fields, self._buttons = QWidget(), QWidget()
        for part, widgets in (
            (self._fields, (self.field, self._agency, self._status)),
            (self._buttons, tuple(self._quick.values())),
        ):
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 10)
        self._row.addWidget(self._fields)
        self._row.addWidget(self._buttons, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda text: self._take(typed=text))
        self.field.left_down.connect(self.left_down)
        self._agency.currentIndexChanged.connect(
            lambda _at: self._take(agency=self._agency.currentData())
        )
        self._status.currentIndexChanged.connect(
            lambda _at: self._take(state=self._status.currentData())
        )
        for quick, button in self._quick.items():
            button.clicked.connect(lambda _down, quick=quick: self._take(quick=quick))

    def _take(self, **given: object) -> None:
        if not self._filling:
            self._wanted = replace(self._wanted, **given)  # type: ignore[arg-type]
            self.changed.emit()

    def _offer_agencies(self, known: Iterable[tuple[str, str]]) -> None:
        offered = [("", ALL_AGENCIES), *known]
        here = [(self._agency.itemData(at), self._agency.itemText(at)) for at in self._places()]
        if offered == here:
            return
        self._filling = True
        self._agency.clear()
        for key, word in offered:
            self._agency.addItem(word, key)
        self._agency.setCurrentIndex(max(0, self._agency.findData(self._wanted.agency)))
        self._filling = False

    def _places(self) -> range:
        return range(self._agency.count())

    def _turn(self) -> None:
        """In one line where there is room, else in two."""
        needed = self._fields.sizeHint().width() + self._buttons.sizeHint().width() + BETWEEN
        beside = needed <= self.width()
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setSpacing(BETWEEN if beside else GAP)

    def _dress(self) -> None:
        look = Look.of(self)
        self._agency.setFixedWidth(look.sized(AGENCY_WIDTH))
        self._status.setFixedWidth(look.sized(STATUS_WIDTH))
        self._turn()
