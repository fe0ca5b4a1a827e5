"""Banner: one line of news under the page header, with one link; never a pop-up."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.icon_view import IconView
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import OneLine
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role


class BannerKind(StrEnum):
    NEWS = "news"
    WARNING = "warning"
    LATE = "late"
    DONE = "done"
    PRACTICE = "practice"


_ICONS = {
    BannerKind.NEWS: ("info", Role.ACCENT),
    BannerKind.WARNING: ("triangle", Role.WARNING),
    BannerKind.LATE: ("octagon", Role.LATE),
    BannerKind.DONE: ("tick", Role.DONE),
    BannerKind.PRACTICE: ("practice", Role.ACCENT),
}


class Banner(QWidget):
    """Icon, sentence, one link, 1 px line below. `followed` is emitted when the link is."""

    followed = Signal()
    HEIGHT = 33

    def __init__(
        self,
        sentence: str = "",
        link: str = "",
        kind: BannerKind = BannerKind.NEWS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconView(*_ICONS[kind])
        self._sentence = OneLine(sentence)
        self._link = LinkButton(link)
        self._link.clicked.connect(self.followed)
        self._lay_out()
        self.say(sentence, link, kind)
        follow_look(self._dress)

    def say(self, sentence: str, link: str = "", kind: BannerKind = BannerKind.NEWS) -> None:
        """Show another sentence, link and icon."""
        self._icon.set_icon(*_ICONS[kind])
        self._sentence.setText(sentence)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self.setAccessibleName(sentence)

    def add_link(self, text: str) -> LinkButton:
        """A second link after the first; who adds it connects its `clicked`."""
        link = LinkButton(text)
        self._row.insertWidget(self._row.count() - 1, link)
        return link

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._sentence)
        row.addSpacing(8)
        row.addWidget(self._link)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(Rule(Role.LINE))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _dress(self) -> None:
        self.setFixedHeight(Look.of(self).grown(self.HEIGHT))
