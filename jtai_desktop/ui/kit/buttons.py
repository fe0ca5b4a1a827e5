"""Buttons: primary (one per screen), plain, small, filter, and the link that looks like text."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from jtai_desktop.ui.kit.painting import paint_ring
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

if TYPE_CHECKING:
    from jtai_desktop.ui.theme.states import State

ICON_GAP = 5


class ButtonKind(StrEnum):
    PRIMARY = "primary"
    PLAIN = "plain"
    SMALL = "small"
    FILTER = "filter"


class KitButton(QPushButton):
    """A push button of the kit, pressed by Enter as by Space. `icon` is the name of one."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        icon: str = "",
        *,
        ink: Role = Role.INK,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._name, self._ink = kind, icon, ink
        self.setProperty("kit", kind.value)
        self.setAutoDefault(False)
        self.setCheckable(kind is ButtonKind.FILTER)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_look(self._dress)
        # What is pressed stands on the ground of a selection.
        self.toggled.connect(lambda _down: self._dress())

    @property
    def kind(self) -> ButtonKind:
        return self._kind

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._kind is ButtonKind.PRIMARY and self.hasFocus():
            paint_ring(QPainter(self), self.rect(), Look.of(self), on=Role.ACCENT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _clicks(self, event):
            super().keyPressEvent(event)

    def _dress(self) -> None:
        if not self._name:
            return
        look = Look.of(self)
        small = self._kind in {ButtonKind.SMALL, ButtonKind.FILTER}
        side = look.sized(14 if small else 16)
        ink = Role.ACCENTINK if self._kind is ButtonKind.PRIMARY else self._ink
        self.setIconSize(QSize(side + ICON_GAP, side))
        self.setIcon(look.icon(self._name, ink, side, ICON_GAP, selected=self.isChecked()))


def _clicks(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Whether it was Enter: that clicks, once however long the key is held."""
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


OnClick = Callable[[], object]


def _made(button: KitButton, on_click: OnClick | None) -> KitButton:
    if on_click is not None:
        button.clicked.connect(lambda _down: on_click())
    return button


def primary_button(text: str, icon: str = "", on_click: OnClick | None = None) -> KitButton:
    """The one filled button of a screen, 30 px."""
    return _made(KitButton(text, ButtonKind.PRIMARY, icon), on_click)


def plain_button(text: str, icon: str = "", on_click: OnClick | None = None) -> KitButton:
    """A button of 30 px with a border."""
    return _made(KitButton(text, ButtonKind.PLAIN, icon), on_click)


def small_button(text: str, icon: str = "", on_click: OnClick | None = None) -> KitButton:
    """A button of 26 px for panels and bars."""
    return _made(KitButton(text, ButtonKind.SMALL, icon), on_click)


def filter_button(text: str, state: "State | None" = None) -> KitButton:
    """A filter that stays down: "Late 3", with the icon of its state."""
    if state is None:
        return KitButton(text, ButtonKind.FILTER)
    from jtai_desktop.ui.theme.states import look_of

    look = look_of(state)
    return KitButton(text, ButtonKind.FILTER, look.icon, ink=look.role)


class LinkButton(QAbstractButton):
    """A link: underlined, in the accent colour, reached with Tab, followed with Enter or Space.

    `on` is what it stands on; the selection needs another colour than the page.
    """

    PAD = 4

    def __init__(
        self,
        text: str,
        font: FontRole = FontRole.TEXT,
        parent: QWidget | None = None,
        *,
        on: Role = Role.BG,
    ) -> None:
        super().__init__(parent)
        self._font_role, self._on = font, on
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_look(self._dress)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        plain = metrics.size(int(Qt.TextFlag.TextShowMnemonic), self.text())
        return QSize(plain.width() + 2 * self.PAD, metrics.height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = Look.of(self), QPainter(self)
        font = self.font()
        font.setUnderline(self.isEnabled())
        painter.setFont(font)
        role, chosen = Role.ACCENT if self.isEnabled() else Role.INK3, self._on is Role.SEL
        painter.setPen(look.colour(role, selected=chosen))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(self.rect(), int(flags), self.text())
        if self.hasFocus():
            paint_ring(painter, self.rect(), look, on=self._on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _clicks(self, event):
            super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setFont(Look.of(self).font(self._font_role))
        self.updateGeometry()
        self.update()
