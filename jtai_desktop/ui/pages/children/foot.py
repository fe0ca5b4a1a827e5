"""The foot of the page: what the icons mean, the CQC’s requests, and what lies printed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.chip import StateLabel
from jtai_desktop.ui.kit.icon_view import IconView
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.children.facts import Facts, printed_of, requests_of
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

SHOWN = (
    look_of(State.NOT_ASKED),
    look_of(State.ASKED),
    look_of(State.RETURNED),
    look_of(State.TO_CHECK),
    look_of(State.READY),
    look_of(State.SENT),
    look_of(State.DOES_NOT_EXIST).worded("None: does not exist"),
    look_of(State.NOT_APPLICABLE).worded("N/A: not applicable"),
)


class Foot(QWidget):
    """Two lines; the link leads to the list of the CQC and back."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._requests = OneLine("", FontRole.LABEL, Role.INK2)
        self._printed = OneLine("", FontRole.LABEL, Role.INK2)
        self._remark = OneLine("", FontRole.LABEL, Role.INK2)
        self.turn = LinkButton("Open the list", FontRole.LABEL)
        self.turn.setAccessibleName("Open the list of the CQC’s requests")
        self._legend = QWidget()
        self.turn.clicked.connect(self.turned)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 8)
        column.setSpacing(6)
        self._fill_legend()
        column.addWidget(self._legend)
        column.addLayout(self._facts())

    def show_facts(self, facts: Facts, remark: str) -> None:
        """Show how far the two are, and what is remarked on."""
        self._requests.setText(f"¶45: {requests_of(facts)}")
        self._printed.setText(f"¶46: {printed_of(facts)}")
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def show_turned(self, *, listed: bool) -> None:
        """Over the list the link leads back, and the icons of the grid need no words."""
        self._legend.setVisible(not listed)
        self.turn.setText("Back to the grid" if listed else "Open the list")
        name = "Back to the grid" if listed else "Open the list of the CQC’s requests"
        self.turn.setAccessibleName(name)
        self.turn.updateGeometry()

    def _fill_legend(self) -> None:
        row = QHBoxLayout(self._legend)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for look in SHOWN:
            row.addWidget(StateLabel(look))
        row.addStretch(1)

    def _facts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        for icon, title, words in (
            ("diamond-open", "CQC requests", self._requests),
            ("printer", "Printed for site", self._printed),
        ):
            row.addWidget(IconView(icon, Role.INK, 14))
            row.addWidget(Words(title, FontRole.LABEL, bold=True))
            row.addWidget(words)
            if words is self._requests:
                row.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignVCenter)
                row.addSpacing(24)
        row.addSpacing(24)
        row.addWidget(self._remark)
        row.addStretch(1)
        return row
