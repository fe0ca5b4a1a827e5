"""The table "Who owns what": owner and deputy are named in place."""

from functools import partial

from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.people import Contact
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.cell_steps import Step
from jtai_desktop.ui.kit.cell_table import CellTable
from jtai_desktop.ui.kit.choosing import NOBODY, choices
from jtai_desktop.ui.kit.person_picker import PersonPicker
from jtai_desktop.ui.pages.people import doing
from jtai_desktop.ui.pages.people.rows import DEPUTY, OWNER, OWNER_COLUMNS, key_of, owner_rows
from jtai_desktop.ui.shell.page import Desk

WORDS = {OWNER: "Owner", DEPUTY: "Deputy"}


class OwnersTable(CellTable):
    """Enter or typing opens the choice of people; Delete names nobody, Ctrl+D as above."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(OWNER_COLUMNS, "Who owns what")
        self._desk = desk
        self._view: Overview | None = None
        self._named: dict[str, Named] = {}
        self.edit_wanted.connect(self._edit)
        self.clear_wanted.connect(self._clear)
        self.fill_wanted.connect(self._fill)

    def can_fill(self, key: str, column: str) -> bool:
        return key in self._named and column in WORDS

    def show_view(self, view: Overview, typed: str = "", *, gaps_only: bool = False) -> None:
        """Show who owns what."""
        self._view = view
        self._named = {key_of(each): each for each in view.named}
        self.set_rows(owner_rows(view, typed, gaps_only=gaps_only))

    def want_edit(self, typed: str = "") -> None:
        """On the title, naming begins with the owner."""
        key, column = self.place
        if key in self._named and column not in WORDS:
            self.go(key, OWNER)
        super().want_edit(typed)

    def _edit(self, key: str, column: str, typed: str) -> None:
        if self._view is None:
            return
        named = self._named[key]
        current = _person(named, column)
        everyone = choices(self._view.agencies, self._view.contacts, nobody=bool(current))
        name = f"{WORDS[column]}, {named.title}"
        picker = PersonPicker(name, everyone, current.id if current else "", self.viewport())
        picker.picked.connect(partial(self._take, key, column))
        picker.dropped.connect(self.release)
        self.host(picker, key, column)
        picker.begin("", typed)

    def _take(self, key: str, column: str, contact_id: str, step: str) -> None:
        self.release()
        self.step((key, column), Step(step))
        self._name(key, column, contact_id)

    def _name(self, key: str, column: str, contact_id: str) -> None:
        named = self._named[key]
        current = _person(named, column)
        before = current.id if current else NOBODY
        if contact_id and contact_id != before:
            inspection = self._desk.inspection_id
            self._desk.hub.act(doing.name_person(inspection, named, column, contact_id))

    def _clear(self, key: str, column: str) -> None:
        if self.can_fill(key, column):
            self._name(key, column, NOBODY)

    def _fill(self, key: str, column: str) -> None:
        """As the cell above, like filling down in a workbook."""
        keys = [row.key for row in self.rows if row.key in self._named]
        at = keys.index(key) if key in keys and column in WORDS else 0
        above = _person(self._named[keys[at - 1]], column) if at else None
        if above:
            self._name(key, column, above.id)
            self.step((key, column), Step.DOWN)


def _person(named: Named, column: str) -> Contact | None:
    return named.owner if column == OWNER else named.deputy
