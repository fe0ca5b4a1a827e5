"""Theme, text size and when to lock: applied at once, kept on this computer."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from jtai_desktop.services import preferences
from jtai_desktop.services.preferences import LOCK_AFTER, TEXT_SIZES, Preferences
from jtai_desktop.ui.theme.apply import apply
from jtai_desktop.ui.theme.tokens import Theme


class Taste(QObject):
    """What this person likes; every change is applied and kept."""

    changed = Signal()

    def __init__(self, liked: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._liked = liked

    @property
    def liked(self) -> Preferences:
        """The preferences as they are now."""
        return self._liked

    def set_theme(self, theme: str) -> None:
        """Light, dark, high contrast, or as the system."""
        self._keep(replace(self._liked, theme=Theme(theme).value))

    def set_text_size(self, size: int) -> None:
        """One of the text sizes, in per cent."""
        if size in TEXT_SIZES:
            self._keep(replace(self._liked, text_size=size))

    def step_text_size(self, step: int) -> None:
        """The next larger or smaller text size, if there is one."""
        at = TEXT_SIZES.index(self._liked.text_size) + step
        if 0 <= at < len(TEXT_SIZES):
            self.set_text_size(TEXT_SIZES[at])

    def set_lock_after(self, minutes: int) -> None:
        """How long without a sign of life until the vault is locked; 0 is never."""
        if minutes in LOCK_AFTER:
            self._keep(replace(self._liked, lock_after=minutes))

    def set_last_inspection(self, inspection_id: str) -> None:
        """Where to begin the next time."""
        self._liked = replace(self._liked, last_inspection=inspection_id)
        preferences.save(self._liked)

    def dress(self) -> None:
        """Give the application this look."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply(app, Theme(self._liked.theme), self._liked.text_size)

    def _keep(self, liked: Preferences) -> None:
        if liked == self._liked:
            return
        self._liked = liked
        preferences.save(liked)
        self.dress()
        self.changed.emit()
