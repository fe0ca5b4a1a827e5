"""The button “View”: saved views, whose documents, grouping, sorting, columns."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from jtai_desktop.ui.kit.buttons import KitButton, plain_button
from jtai_desktop.ui.pages.documents import columns as c
from jtai_desktop.ui.pages.documents.facts import Facts
from jtai_desktop.ui.pages.documents.views import SHIPPED, SavedView, outstanding
from jtai_desktop.ui.pages.documents.wanted import GROUP_WORDS, SCOPE_WORDS, Wanted


class ViewMenu(QObject):
    """Everything about how the register is shown, by mouse or keyboard, in one menu."""

    view_wanted = Signal(object)
    wanted_changed = Signal(object)
    column_toggled = Signal(str)
    column_named = Signal(str)
    save_wanted = Signal()
    rename_wanted = Signal(str)
    remove_wanted = Signal(str)
    details_toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button: KitButton = plain_button("&View")
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self._facts: Facts | None = None
        self._wanted = Wanted()
        self._own: tuple[SavedView, ...] = ()
        self._extra: frozenset[str] = frozenset()
        self._titles = c.titles({})
        self.menu.aboutToShow.connect(self._fill)

    def show_state(
        self,
        facts: Facts | None,
        wanted: Wanted,
        own: tuple[SavedView, ...],
        extra: frozenset[str],
        titles: dict[str, str],
    ) -> None:
        """What there is to choose from, and what is chosen."""
        self._facts, self._wanted, self._own = facts, wanted, own
        self._extra, self._titles = extra, titles

    def _fill(self) -> None:
        self.menu.clear()
        self._fill_views()
        self.menu.addSeparator()
        scope = self.menu.addMenu("&Whose")
        for each, word in SCOPE_WORDS.items():
            self._choice(scope, word, self._with(scope=each), on=self._wanted.scope is each)
        group = self.menu.addMenu("&Group by")
        for grouping, word in GROUP_WORDS.items():
            on = self._wanted.group is grouping
            self._choice(group, word, self._with(group=grouping), on=on)
        self._fill_sorting()
        self._fill_columns()
        self.menu.addSeparator()
        self._plain(self.menu, "&Details at the right", self.details_toggled.emit).setShortcut("F4")

    def _fill_views(self) -> None:
        for view in SHIPPED:
            self._view(self.menu, view)
        if self._facts is not None:
            agencies = self.menu.addMenu("&Outstanding with")
            for view in outstanding(self._facts):
                self._view(agencies, view)
        if self._own:
            self.menu.addSeparator()
        for view in self._own:
            self._view(self.menu, view)
        self.menu.addSeparator()
        self._plain(self.menu, "&Save this view…", self.save_wanted.emit)
        if self._own:
            self._fill_own()

    def _fill_own(self) -> None:
        for title, signal in (("&Rename", self.rename_wanted), ("Re&move", self.remove_wanted)):
            menu = self.menu.addMenu(title)
            for view in self._own:
                self._plain(menu, _escaped(view.name), partial(signal.emit, view.name))

    def _fill_sorting(self) -> None:
        menu = self.menu.addMenu("So&rt by")
        known = dict(self._wanted.sort)
        self._choice(menu, "As the guidance has it", self._with(sort=()), on=not known)
        menu.addSeparator()
        for key in c.KEYS:
            down = known.get(key)
            way = "" if down is None else ", down" if down else ", up"
            wanted = self._wanted.sorted_by(key, further=True)
            title = f"{_escaped(self._titles[key])}{way}"
            self._choice(menu, title, partial(self.wanted_changed.emit, wanted), on=bool(way))

    def _fill_columns(self) -> None:
        menu = self.menu.addMenu("&Columns")
        for key in c.EXTRA:
            title = _escaped(self._titles[key])
            toggle = partial(self.column_toggled.emit, key)
            self._choice(menu, title, toggle, on=key in self._extra)
        menu.addSeparator()
        for number, key in enumerate(c.OWN, 1):
            self._plain(menu, f"Name own column {number}…", partial(self.column_named.emit, key))

    def _view(self, menu: QMenu, view: SavedView) -> None:
        on = view.wanted == self._wanted
        self._choice(menu, _escaped(view.name), partial(self.view_wanted.emit, view), on=on)

    def _with(self, **given: object) -> Callable[[], None]:
        wanted = replace(self._wanted, **given)  # type: ignore[arg-type]
        return partial(self.wanted_changed.emit, wanted)

    @staticmethod
    def _choice(menu: QMenu, word: str, do: Callable[[], None], *, on: bool) -> QAction:
        action = ViewMenu._plain(menu, word, do)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    @staticmethod
    def _plain(menu: QMenu, word: str, do: Callable[[], None]) -> QAction:
        action = menu.addAction(word)
        action.triggered.connect(lambda _checked=False: do())
        return action


def _escaped(text: str) -> str:
    """A name in a menu: its & is no access key."""
    return text.replace("&", "&&")
