"""Gives the application its look: style, palette, fonts and style sheet, all from one theme."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from jtai_desktop.ui.theme.fonts import FontRole, Fonts
from jtai_desktop.ui.theme.icons import icon_folder
from jtai_desktop.ui.theme.look import Look, LookKeeper
from jtai_desktop.ui.theme.palette import palette, tokens_from
from jtai_desktop.ui.theme.stylesheet import stylesheet
from jtai_desktop.ui.theme.tokens import CONTRAST, Theme, Tokens, tokens_for

_SCHEMES = {
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
    Theme.CONTRAST: Qt.ColorScheme.Dark,
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
}
_FOLLOWER_NAME = "jtai-system-follower"


def apply(app: QApplication, theme: Theme = Theme.LIGHT, scale: int = 100) -> LookKeeper:
    """Dress the application; may be called again at any time with another theme or text size."""
    keeper = LookKeeper.of()
    _follower_of(keeper, app)
    # Once is enough, and under a style sheet the style no longer tells its name.
    if not app.styleSheet():
        app.setStyle("Fusion")
    app.styleHints().setColorScheme(_SCHEMES[theme])
    _dress(app, keeper, theme, scale)
    return keeper


def system_tokens(app: QApplication) -> Tokens:
    """What the system asks for: its own high contrast, else our dark or light colours."""
    hints = app.styleHints()
    if wants_contrast(hints):
        app.setPalette(QPalette())
        return tokens_from(app.palette())
    return tokens_for(Theme.SYSTEM, dark_system=hints.colorScheme() is Qt.ColorScheme.Dark)


def wants_contrast(hints: QStyleHints) -> bool:
    """Whether the system is in its own high-contrast mode."""
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def _dress(app: QApplication, keeper: LookKeeper, theme: Theme, scale: int) -> None:
    tokens = system_tokens(app) if theme is Theme.SYSTEM else tokens_for(theme)
    fonts = Fonts(scale, keeper.look.fonts.families)
    app.setPalette(palette(tokens))
    app.setFont(fonts.font(FontRole.TEXT))
    app.setStyleSheet(stylesheet(tokens, fonts, icon_folder() / "controls" / drawn_for(tokens)))
    keeper.put(replace(keeper.look, tokens=tokens, fonts=fonts, theme=theme))


def drawn_for(tokens: Tokens) -> str:
    """The folder of arrows and ticks for these colours; the system's own may be on any ground."""
    if tokens.name is not Theme.SYSTEM:
        return tokens.name.value
    return Theme.CONTRAST.value if tokens.ink == CONTRAST.ink else Theme.LIGHT.value


class _SystemFollower(QObject):
    """Dresses the application anew when the system turns dark or light and we follow it."""

    def __init__(self, keeper: LookKeeper, app: QApplication) -> None:
        super().__init__(keeper)
        self.setObjectName(_FOLLOWER_NAME)
        self._keeper, self._app = keeper, app
        app.styleHints().colorSchemeChanged.connect(self.follow)

    def follow(self) -> None:
        look: Look = self._keeper.look
        if look.theme is Theme.SYSTEM and QGuiApplication.instance() is not None:
            _dress(self._app, self._keeper, Theme.SYSTEM, look.fonts.scale)


def _follower_of(keeper: LookKeeper, app: QApplication) -> None:
    if keeper.findChild(_SystemFollower, _FOLLOWER_NAME) is None:
        _SystemFollower(keeper, app)
