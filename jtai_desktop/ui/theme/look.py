"""The look in force: colours, type and icons together, and word when it changes.

One `LookKeeper` is a child of the application and holds the one frozen `Look`. A widget reads
`Look.of(self)` while it paints and calls `follow_look(self._dress)` once, in its constructor.
Nothing is kept in a module, so two applications after one another in a test don't meet.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPixmap

from jtai_desktop.ui.theme.fonts import FontRole, Fonts, load_fonts, load_spare_fonts
from jtai_desktop.ui.theme.icons import Icons
from jtai_desktop.ui.theme.tokens import LIGHT, Role, Theme, Tokens

KEEPER_NAME = "jtai-look"
AFTER_FIRST_PICTURE = 100


@dataclass(frozen=True, slots=True)
class Look:
    """What a widget draws itself with. `theme` is what was chosen, `tokens` what came of it."""

    tokens: Tokens = LIGHT
    fonts: Fonts = field(default_factory=Fonts)
    icons: Icons = field(default_factory=Icons)
    theme: Theme = Theme.LIGHT

    @staticmethod
    def of(_widget: QObject | None = None) -> "Look":
        """The look in force; light at 100 per cent before `apply` was called."""
        return LookKeeper.of().look

    def colour(self, role: Role, *, selected: bool = False) -> QColor:
        """The colour of a role, on the page or on a selected row."""
        return QColor(self.hex(role, selected=selected))

    def hex(self, role: Role, *, selected: bool = False) -> str:
        return self.tokens.on_selection(role) if selected else self.tokens.colour(role)

    def font(self, role: FontRole = FontRole.TEXT, *, bold: bool | None = None) -> QFont:
        return self.fonts.font(role, bold=bold)

    def grown(self, height: int, role: FontRole = FontRole.TEXT, lines: int = 1) -> int:
        """A height of the design, taller when the text is larger."""
        return self.fonts.grown(height, role, lines)

    def sized(self, length: int) -> int:
        """A length of the design (an icon, a fixed column) at the text size in force."""
        return round(length * self.fonts.scale / 100)

    def pixmap(
        self, name: str, role: Role, size: int, ratio: float = 1.0, *, selected: bool = False
    ) -> QPixmap:
        """An icon in the colour of a role, as a picture."""
        return self.icons.pixmap(name, self.hex(role, selected=selected), size, ratio)

    def icon(
        self,
        name: str,
        role: Role = Role.INK,
        size: int = 16,
        gap: int = 0,
        *,
        selected: bool = False,
    ) -> QIcon:
        """An icon in the colour of a role, for buttons and menus; faint when disabled."""
        return self.icons.icon(name, self.hex(role, selected=selected), size, self.tokens.off, gap)


class LookKeeper(QObject):
    """Holds the look for one application and tells when it changes."""

    changed = Signal()

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self.setObjectName(KEEPER_NAME)
        self._look = Look(fonts=Fonts(100, load_fonts()))
        QTimer.singleShot(AFTER_FIRST_PICTURE, self, load_spare_fonts)

    @staticmethod
    def of() -> "LookKeeper":
        """The running application's keeper, made (with the fonts loaded) when first asked for."""
        application = QCoreApplication.instance()
        if application is None:
            raise RuntimeError("The look needs a running application.")
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        found = application.findChild(LookKeeper, KEEPER_NAME, direct)
        return found if isinstance(found, LookKeeper) else LookKeeper(application)

    @property
    def look(self) -> Look:
        return self._look

    def put(self, look: Look) -> None:
        """Make a look the one in force and tell everyone."""
        self._look = look
        self.changed.emit()


def follow_look(dress: Callable[[], None]) -> None:
    """Dress a widget now and whenever the look changes; `dress` is a method of the widget."""
    LookKeeper.of().changed.connect(dress)
    dress()
