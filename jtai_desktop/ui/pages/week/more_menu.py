"""The button “More”: a table pasted in, the return sent, calendar files."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from jtai_desktop.services.calendars import Wanted
from jtai_desktop.ui.kit.buttons import KitButton, plain_button
from jtai_desktop.ui.pages.week.calendars import open_calendar, save_calendar
from jtai_desktop.ui.pages.week.pasting import open_pasting
from jtai_desktop.ui.pages.week.sending import open_sending
from jtai_desktop.ui.shell.page import AnyPage


class MoreMenu:
    """`chosen` tells which entry one is at, `say` shows a line of news."""

    def __init__(
        self, page: AnyPage, chosen: Callable[[], str], say: Callable[[str], None]
    ) -> None:
        self._page, self._chosen, self._say = page, chosen, say
        self.button: KitButton = plain_button("Mo&re")
        self._menu = QMenu(self.button)
        self._menu.addAction("&Paste a table of meetings…", lambda: open_pasting(page))
        self._menu.addAction("&Send the return or an update…", lambda: open_sending(page))
        self._menu.addSeparator()
        self._menu.addAction("&Calendar file…", lambda: open_calendar(page, say))
        self._of_entry = self._menu.addAction("Calendar file of this &entry…", self._save_entry)
        self._menu.aboutToShow.connect(lambda: self._of_entry.setEnabled(bool(chosen())))
        self.button.setMenu(self._menu)

    def _save_entry(self) -> None:
        wanted = Wanted(milestones=False, entry=self._chosen())
        save_calendar(self._page, wanted, self._say)
