"""RestoredLine: says on Today that a backup was restored, until a person has put that away."""

from PySide6.QtCore import Signal

from jtai_desktop.domain.wording import stamp
from jtai_desktop.services.restoring import Restored
from jtai_desktop.ui.kit.banner import Banner, BannerKind

SENTENCE = "Restored from the backup of {when}. What was entered after it is missing."
BACK, BACKUPS, AWAY = "See what was there before", "The vault and backups", "Put this away"


class RestoredLine(Banner):
    """`followed` leads to what was there before, `put_away` comes once it has been read."""

    put_away = Signal()

    def __init__(self) -> None:
        super().__init__(kind=BannerKind.WARNING)
        self.add_link(AWAY).clicked.connect(self.put_away)
        self.hide()

    def show_restored(self, restored: Restored | None) -> None:
        """Show it, or nothing where there is nothing to know."""
        self.setVisible(restored is not None)
        if restored is not None:
            link = BACK if restored.can_go_back else BACKUPS
            self.say(SENTENCE.format(when=stamp(restored.taken)), link, BannerKind.WARNING)
