"""The part on appearance and locking: at once and for this computer."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.services.preferences import LOCK_AFTER, TEXT_SIZES
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.pages.settings.radio_row import RadioRow
from jtai_desktop.ui.shell.taste import Taste
from jtai_desktop.ui.theme.tokens import Theme

THEMES = (
    (Theme.LIGHT.value, "Light"),
    (Theme.DARK.value, "Dark"),
    (Theme.CONTRAST.value, "High contrast"),
    (Theme.SYSTEM.value, "As the system"),
)


class AppearancePart(QWidget):
    """Choosing applies it."""

    def __init__(self, taste: Taste) -> None:
        super().__init__()
        self._taste = taste
        sizes = [(str(size), f"{size} %") for size in TEXT_SIZES]
        self.size_row, self.theme_row = RadioRow("Text size", sizes), RadioRow("Theme", THEMES)
        waits = [(str(wait), f"{wait} min" if wait else "Never") for wait in LOCK_AFTER]
        self.lock_row = RadioRow("Lock after", waits)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading("Appearance", aside="on this computer"))
        column.addWidget(self.size_row)
        column.addWidget(self.theme_row)
        column.addWidget(self.lock_row)
        self.size_row.chosen.connect(lambda size: taste.set_text_size(int(size)))
        self.theme_row.chosen.connect(taste.set_theme)
        self.lock_row.chosen.connect(lambda wait: taste.set_lock_after(int(wait)))
        taste.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        liked = self._taste.liked
        self.size_row.show_value(str(liked.text_size))
        self.theme_row.show_value(liked.theme)
        self.lock_row.show_value(str(liked.lock_after))
