"""ViewChoice: keeps the saved views and the extra columns, and what the menu says of them."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from jtai_desktop.domain import texts
from jtai_desktop.ui.kit.buttons import KitButton
from jtai_desktop.ui.pages.documents import columns as c
from jtai_desktop.ui.pages.documents.facts import Facts
from jtai_desktop.ui.pages.documents.naming_line import NamingLine
from jtai_desktop.ui.pages.documents.view_menu import ViewMenu
from jtai_desktop.ui.pages.documents.views import MOST, SavedView, named
from jtai_desktop.ui.pages.documents.wanted import Wanted

LONGEST_COLUMN = 24


class ViewChoice(QObject):
    """`wanted` follows the choice of a view; `columns_changed` that of columns and names."""

    wanted = Signal(object)
    columns_changed = Signal()
    column_named = Signal(int, str)
    details_toggled = Signal()

    def __init__(self, naming: NamingLine) -> None:
        super().__init__()
        self.naming = naming
        self.own: tuple[SavedView, ...] = ()
        self.extra: frozenset[str] = frozenset()
        self.own_names: dict[str, str] = {}
        self.menu = ViewMenu()
        self._facts: Facts | None = None
        self._now = Wanted()
        self._connect()

    @property
    def button(self) -> KitButton:
        """The button that opens the menu."""
        return self.menu.button

    @property
    def titles(self) -> dict[str, str]:
        """What each column is called."""
        return c.titles(self.own_names)

    def show_facts(self, facts: Facts) -> None:
        """The agencies that there are now."""
        names = dict(zip(c.OWN, facts.view.own_columns, strict=True))
        self._facts = facts
        self._tell()
        if names != self.own_names:
            self.own_names = names
            self._tell()
            self.columns_changed.emit()

    def show_wanted(self, wanted: Wanted) -> None:
        """What is shown now."""
        self._now = wanted
        self._tell()

    def take(self, own: tuple[SavedView, ...], extra: frozenset[str]) -> None:
        """As the page was left."""
        self.own, self.extra = own, extra
        self._tell()
        self.columns_changed.emit()

    def save(self, name: str) -> None:
        """Keep what is shown under a name of one’s own; the same name again is replaced."""
        mine = {each.name.casefold() for each in self.own}
        kept = named(self.own, name, besides=name if name.strip().casefold() in mine else "")
        others = tuple(each for each in self.own if each.name.casefold() != kept.casefold())
        self.own = (*others, SavedView(kept, self._now))[-MOST:]
        self._tell()

    def rename(self, before: str, name: str) -> None:
        """Call a view of one’s own otherwise."""
        kept = named(self.own, name, besides=before)
        self.own = tuple(
            replace(each, name=kept) if each.name == before else each for each in self.own
        )
        self._tell()

    def remove(self, name: str) -> None:
        """Take a view of one’s own away."""
        self.own = tuple(each for each in self.own if each.name != name)
        self._tell()

    def name_column(self, key: str, name: str) -> None:
        """Call a column of one’s own otherwise, and show it."""
        kept = texts.line(name, "Name", longest=LONGEST_COLUMN)
        self.extra |= {key}
        self._tell()
        self.columns_changed.emit()
        self.column_named.emit(c.OWN.index(key) + 1, kept)

    def _tell(self) -> None:
        self.menu.show_state(self._facts, self._now, self.own, self.extra, self.titles)

    def _toggle_column(self, key: str) -> None:
        self.extra ^= {key}
        self._tell()
        self.columns_changed.emit()

    def _ask_column(self, key: str) -> None:
        title = self.own_names.get(key, "")
        self.naming.ask("Name of the column", title, lambda name: self.name_column(key, name))

    def _ask_rename(self, before: str) -> None:
        self.naming.ask("New name of the view", before, lambda name: self.rename(before, name))

    def _connect(self) -> None:
        menu = self.menu
        menu.view_wanted.connect(lambda view: self.wanted.emit(view.wanted))
        menu.wanted_changed.connect(self.wanted)
        menu.column_toggled.connect(self._toggle_column)
        menu.column_named.connect(self._ask_column)
        menu.save_wanted.connect(lambda: self.naming.ask("Name of the view", "", self.save))
        menu.rename_wanted.connect(self._ask_rename)
        menu.remove_wanted.connect(self.remove)
        menu.details_toggled.connect(self.details_toggled)
