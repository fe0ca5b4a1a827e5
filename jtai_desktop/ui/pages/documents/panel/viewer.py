"""A look at a version inside the program: PDFs and pictures, from memory and nowhere else.

It lies over the page it belongs to, under the band with the marking. So it is gone with the page
when the vault is locked, and no plaintext ever reaches the disk.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.shell.page import AnyPage, Page
from jtai_desktop.ui.theme.tokens import Role

MARGIN = 24
PDF = b"%PDF-"
LOOKED_INTO = 1024


@dataclass(frozen=True, slots=True)
class Shown:
    """What can be shown: the bytes of a PDF, or a picture; neither where it is something else."""

    pdf: bytes = b""
    picture: QImage | None = None


def looked_at(content: bytes) -> Shown:
    """What the bytes are, whatever the file is called. Pictures are unpacked here, in good time."""
    if PDF in content[:LOOKED_INTO]:
        return Shown(pdf=content)
    picture = QImage.fromData(content)
    return Shown() if picture.isNull() else Shown(picture=picture)


class Viewer(QWidget):
    """Covers a page until it is closed; what lies under it can’t be reached meanwhile."""

    left = Signal()

    def __init__(self, over: QWidget, title: str, fact: str, view: QWidget) -> None:
        super().__init__(over)
        stand_on(self, Role.BG)
        self._over = over
        self._before: QWidget | None = over.window().focusWidget()
        self._close = plain_button("Close, Esc", "close", self.leave)
        self._under = [each for each in _parts_of(over) if each.isEnabled()]
        self._search = view.findChild(QLineEdit)
        self._lay_out(title, fact, view)
        self.setAccessibleName(f"{title}, {fact}")
        over.installEventFilter(self)
        page = _page_of(over)
        if page is not None:
            page.led_to.connect(self.leave)
        self._begin()

    def leave(self) -> None:
        """Back to the page, to where the ring was."""
        self._over.removeEventFilter(self)
        for each in self._under:
            each.setEnabled(True)
        self.hide()
        self.left.emit()
        self.deleteLater()
        # What had the ring may be gone: the panel makes its rows anew when versions come.
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Ctrl+F means the words of this document while it is looked at, not those of the page."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _finds(event) and self._search is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif _finds(event) and self._search is not None:
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.selectAll()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the page."""
        if watched is self._over and isinstance(event, QResizeEvent):
            self.resize(event.size())
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        for each in self._under:
            each.setEnabled(False)

    def _lay_out(self, title: str, fact: str, view: QWidget) -> None:
        header = PageHeader(title, fact)
        header.add_action(self._close)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.addWidget(header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule(Role.INK))
        column.addWidget(view, 1)


class PictureView(QScrollArea):
    """A picture as wide as there is room, never larger than it is."""

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self._whole = QPixmap.fromImage(picture)
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(f"Picture, {picture.width()} by {picture.height()} dots")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = min(self.viewport().width(), self._whole.width())
        if room <= 0:
            return
        high = max(1, round(self._whole.height() * room / self._whole.width()))
        smooth = Qt.TransformationMode.SmoothTransformation
        keep = Qt.AspectRatioMode.KeepAspectRatio
        self._label.setPixmap(self._whole.scaled(QSize(room, high), keep, smooth))


def view_of(shown: Shown) -> QWidget | None:
    """What shows it; nothing where it can’t be shown: a damaged or locked PDF has no pages."""
    if shown.picture is not None:
        return PictureView(shown.picture)
    if not shown.pdf:
        return None
    from jtai_desktop.ui.pages.papers.preview import Preview

    preview = Preview()
    preview.show_pdf(shown.pdf)
    return preview if preview.document.pageCount() else None


def _finds(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Find)


def _page_of(widget: QWidget) -> AnyPage | None:
    """The page that a widget is or lies on."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Page):
        above = above.parentWidget()
    return above


def _parts_of(page: QWidget) -> list[QWidget]:
    """What lies directly in a page, without viewers: one that was left may not be gone yet."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    parts = page.findChildren(QWidget, options=direct)
    return [each for each in parts if not isinstance(each, Viewer)]
