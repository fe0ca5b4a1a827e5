"""What lies over the week while something is asked: a form under its own title, until it is closed.

Its news stand at the top, its parts under one another, no wider than can be read.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from jtai_desktop.domain.changes import Changes
from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.scroll import Scroll
from jtai_desktop.ui.pages.documents.panel.viewer import Viewer
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import AnyPage, Desk
from jtai_desktop.ui.theme.tokens import Role

MARGIN, GAP, WIDEST = 24, 8, 1040
Then = Callable[[str], None]
Done = Callable[[Changes], None]
Refused = Callable[[str], None]


class Sheet(QWidget):
    """`ended` closes it, with the entry that it was about."""

    ended = Signal(str)

    def __init__(self, desk: Desk, widest: int = WIDEST) -> None:
        super().__init__()
        self.desk = desk
        # Where the ring goes as soon as this is open; nothing where that waits for what is read.
        self.first: QWidget | None = None
        self.news = Banner()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(MARGIN, 12, MARGIN, 16)
        self._column.setSpacing(12)
        self._column.addWidget(self.news)
        self.news.hide()
        self._scroll(widest)

    def refuse(self, sentence: str) -> None:
        """What stands in the way."""
        self.news.say(sentence, kind=BannerKind.WARNING)
        self.news.show()

    def do(self, act: Act, then: Done, refused: Refused) -> None:
        """Do something, and hear of it as long as this is still open."""

        def done(changes: Changes) -> None:
            if isValid(self):
                then(changes)

        def not_done(sentence: str) -> None:
            if isValid(self):
                refused(sentence)

        self.desk.hub.act(act, done, not_done)

    def end_with(self, act: Act, about: str = "") -> None:
        """Do something that closes this; where it is refused, that is said at the top."""
        self.do(act, lambda _changes: self.ended.emit(about), self.refuse)

    def _scroll(self, widest: int) -> None:
        inside, area = QWidget(), Scroll()
        inside.setLayout(self._column)
        inside.setMaximumWidth(widest)
        for ground in (inside, area.viewport()):
            stand_on(ground, Role.BG)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)


def in_a_row(*parts: QWidget) -> QHBoxLayout:
    """Fields and buttons beside one another; buttons stand as low as the fields."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    for part in parts:
        row.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
    row.addStretch(1)
    return row


def cover(page: AnyPage, title: str, fact: str, sheet: Sheet, then: Then | None = None) -> Viewer:
    """Lay it over the page; `then` hears of the entry once a deed has closed it."""
    viewer = Viewer(page, title, fact, sheet)

    def ended(about: str) -> None:
        viewer.leave()
        if then is not None:
            then(about)

    sheet.ended.connect(ended)
    if sheet.first is not None:
        sheet.first.setFocus(Qt.FocusReason.OtherFocusReason)
    return viewer
