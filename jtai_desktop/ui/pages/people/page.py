"""PeoplePage: at the left who owns what, at the right the people and how to reach them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.services import overview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.banner import Banner
from jtai_desktop.ui.kit.buttons import filter_button, small_button
from jtai_desktop.ui.kit.cell_table import CellTable
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.find_field import FindField
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.pages.people.contact_rows import PERSON, addable, names_of_today, parts_of
from jtai_desktop.ui.pages.people.contacts import ContactsTable
from jtai_desktop.ui.pages.people.owners import OwnersTable
from jtai_desktop.ui.pages.people.rows import fact, gaps
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.states import State
from jtai_desktop.ui.theme.tokens import Role

SIDE_BY_SIDE_FROM = 1020
MARGIN = 20
DEPENDS = {Kind.AGENCY, Kind.CONTACT, Kind.RESPONSIBILITY, Kind.INSPECTION}


class PeoplePage(Page[Overview]):
    """Everything is changed in its cell and saved at once."""

    DEPENDS = frozenset(DEPENDS)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: Overview | None = None
        self._kept: dict[str, object] = {}
        self._header = PageHeader("People")
        self._find = FindField("Find people, milestones and sections")
        self._gaps = filter_button("Gaps", State.WARNING)
        self._news = Banner()
        self.owners = OwnersTable(desk)
        self.contacts = ContactsTable(desk)
        self._nothing = EmptyState(
            "Nothing here fits what is typed in Find.", "Esc in the field shows everything again."
        )
        self._all_named = EmptyState(
            "An owner and a deputy are named for everything.", "Press Gaps again to see it all."
        )
        self._make_parts()
        self._lay_out()
        self._connect()
        follow_look(self._turn)

    def read(self, workspace: Workspace) -> Overview:
        return overview.load(workspace, self.desk.inspection_id)

    def show_facts(self, facts: Overview) -> None:
        self._view = facts
        self._header.set_fact(fact(facts))
        self._gaps.setText(f"Gaps {gaps(facts)}")
        self._gaps.setVisible(bool(gaps(facts)) or self._gaps.isChecked())
        self._people_heading.set_count(str(len(facts.contacts)))
        self._show()
        self._come_back()
        self._allow()

    def open_at(self, target: str) -> None:
        """A row of who owns what ("milestone:…", "section:…"), "gaps", or a person’s identity."""
        if self._view is None:
            self._kept = {**self._kept, "target": target}
            return
        if target == "gaps":
            self._gaps.setChecked(True)
        self._find.clear()
        table = self.owners if target.startswith(("milestone:", "section:")) else self.contacts
        if target != "gaps":
            table.go(target if table is self.owners else f"{PERSON}:{target}", "role")
            table.go(target, "owner")
        (self.owners if target == "gaps" else table).setFocus()

    def parts(self) -> tuple[QWidget, ...]:
        return (self._left, self._right)

    def search(self) -> None:
        self._find.take_focus()

    def view_state(self) -> dict[str, object]:
        return {
            "owners": self.owners.view_state(),
            "contacts": self.contacts.view_state(),
            "find": self._find.text(),
            "gaps": self._gaps.isChecked(),
        }

    def restore_view(self, state: dict[str, object]) -> None:
        if not state:
            return
        self._kept = {**self._kept, **state}
        find = state.get("find")
        if isinstance(find, str):
            self._find.setText(find)
        self._gaps.setChecked(state.get("gaps") is True)
        if self._view:
            self._come_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _make_parts(self) -> None:
        self._owners_heading = SectionHeading(
            "Who owns what", aside="Enter or typing names a person"
        )
        self._people_heading = SectionHeading("People", aside="by role; a name is not needed")
        self._add = small_button("Add person", "plus", self.contacts.add_person)
        self._more = small_button("Add agency", "plus")
        self._move = small_button("Move to")
        self._remove = small_button("Remove", "", self.contacts.remove)
        self._agencies, self._goals = QMenu(self._more), QMenu(self._move)
        self._more.setMenu(self._agencies)
        self._move.setMenu(self._goals)
        self._add.setToolTip("Insert")
        self._remove.setToolTip("Ctrl+Delete")

    def _lay_out(self) -> None:
        self._header.add_action(self._find)
        self._header.add_action(self._gaps)
        self._left = _part(self._owners_heading, self.owners, self._nothing, self._all_named)
        self._right = _part(self._people_heading, self.contacts, self._buttons())
        self._left.setFocusProxy(self.owners)
        self._right.setFocusProxy(self.contacts)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(20)
        self._sides.addWidget(self._left, 1)
        self._sides.addWidget(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, 12)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(Rule(Role.INK))
        column.addWidget(self._news)
        column.addSpacing(12)
        column.addLayout(self._sides, 1)
        self._news.hide()
        self.setFocusProxy(self.owners)

    def _buttons(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        for button in (self._add, self._more, self._move, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        return line

    def _connect(self) -> None:
        self._find.textChanged.connect(self._show)
        self._find.left_down.connect(self._go_to_found)
        self._gaps.toggled.connect(self._show)
        self.contacts.said.connect(self._say)
        self.contacts.selectionModel().currentChanged.connect(self._allow)
        self._agencies.aboutToShow.connect(self._fill_agencies)
        self._goals.aboutToShow.connect(self._fill_goals)
        self.desk.hub.changed.connect(self._unsay)

    def _show(self) -> None:
        if self._view is None:
            return
        typed, gaps_only = self._find.text(), self._gaps.isChecked()
        self.owners.show_view(self._view, typed, gaps_only=gaps_only)
        self.contacts.show_view(self._view, typed)
        empty = not self.owners.rows
        self._nothing.setVisible(empty and bool(typed))
        self._all_named.setVisible(empty and not typed)
        self.owners.setVisible(not empty)
        found = sum(parts_of(row.key)[0] == PERSON for row in self.contacts.rows)
        self._people_heading.set_count(str(found))

    def _go_to_found(self) -> None:
        table: CellTable = self.owners if self.owners.rows else self.contacts
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _come_back(self) -> None:
        """Once the rows are there, go to where the page was left, or was asked to open."""
        kept, self._kept = self._kept, {}
        for name, table in (("owners", self.owners), ("contacts", self.contacts)):
            state = kept.get(name)
            if isinstance(state, dict):
                table.restore(state)
                table.go(str(state.get("current")), str(state.get("column")))
        target = kept.get("target")
        if isinstance(target, str):
            self.open_at(target)

    def _say(self, sentence: str) -> None:
        self._news.say(sentence)
        self._news.show()

    def _unsay(self, _changes: Changes) -> None:
        """News of the change before is no news any more."""
        self._news.hide()

    def _allow(self) -> None:
        contact = self.contacts.contact
        agency = self.contacts.agency if self.contacts.current_key else None
        self._move.setEnabled(contact is not None)
        self._remove.setEnabled(contact is not None or agency is not None)

    def _fill_agencies(self) -> None:
        self._agencies.clear()
        if self._view is None:
            return
        today = names_of_today(self._view)
        for one in addable(self._view):
            names = (one.name_today, one.short_today) if today else (one.name, one.short)
            add = partial(self.contacts.add_agency, *names, one.key)
            self._agencies.addAction(_plain(names[0]), add)
        self._agencies.addSeparator()
        self._agencies.addAction("&Another agency…", self.contacts.open_new_agency)

    def _fill_goals(self) -> None:
        self._goals.clear()
        for agency in self._view.agencies if self._view else ():
            move = partial(self.contacts.move_to, agency.id)
            self._goals.addAction(_plain(agency.name), move)

    def _turn(self) -> None:
        """Beside each other where there is room, else one below the other."""
        beside = self.width() - 2 * MARGIN >= Look.of(self).sized(SIDE_BY_SIDE_FROM)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if beside else ways.TopToBottom)


def _part(*widgets: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, CellTable | EmptyState) else 0)
    return part


def _plain(text: str) -> str:
    """A name in a menu: its & is no access key."""
    return text.replace("&", "&&")
