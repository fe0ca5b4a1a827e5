"""The table "People": agencies and their people, changed in place."""

from functools import partial

from PySide6.QtCore import Signal

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.services import people
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.cell_field import CellField
from jtai_desktop.ui.kit.cell_steps import Place, Step
from jtai_desktop.ui.kit.cell_table import CellTable
from jtai_desktop.ui.pages.people import doing
from jtai_desktop.ui.pages.people.agency_field import AgencyField
from jtai_desktop.ui.pages.people.contact_rows import (
    AGENCY,
    CONTACT_COLUMNS,
    NEW_AGENCY,
    NEW_PERSON,
    PERSON,
    TITLES,
    agency_of_row,
    contact_rows,
    named_for,
    parts_of,
    row_key,
)
from jtai_desktop.ui.shell.page import Desk

FIRST = "role"


class ContactsTable(CellTable):
    """Enter or typing changes a cell; Insert adds a person; Ctrl+Delete takes one out."""

    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(CONTACT_COLUMNS, "People")
        self._desk = desk
        self._view: Overview | None = None
        self._typed = ""
        self._new_in = ""
        self._new_agency = False
        self._goal: Place = ("", "")
        self.edit_wanted.connect(self._edit)
        self.clear_wanted.connect(self._clear)
        self.new_wanted.connect(self.add_person)
        self.remove_wanted.connect(self.remove)

    @property
    def agency(self) -> Agency | None:
        """The agency in which the ring stands; the first, where it stands nowhere."""
        if self._view is None or not self._view.agencies:
            return None
        return agency_of_row(self._view, self.current_key) or self._view.agencies[0]

    @property
    def contact(self) -> Contact | None:
        """The person on whom the ring stands."""
        kind, record_id = parts_of(self.current_key)
        return self._view.contact(record_id) if self._view and kind == PERSON else None

    def can_fill(self, key: str, column: str) -> bool:
        return parts_of(key)[0] == PERSON or column == FIRST

    def show_view(self, view: Overview, typed: str = "") -> None:
        """Show the agencies and their people."""
        self._view, self._typed = view, typed
        self._show()
        key, column = self._goal
        if key in {row.key for row in self.rows}:
            self._goal = ("", "")
            self.go(key, column)
            if parts_of(key)[0] == NEW_PERSON:
                self.want_edit()

    def want_edit(self, typed: str = "") -> None:
        """An agency's row has one place to type in, wherever the ring stands."""
        key, column = self.place
        if not self.can_fill(key, column):
            self.go(key, FIRST)
        super().want_edit(typed)

    def add_person(self) -> None:
        """Open an empty line at the end of the agency."""
        if self.agency:
            self._new_in = self.agency.id
            self._show()
            self._edit(row_key(NEW_PERSON, self._new_in), FIRST, "")

    def add_agency(self, name: str, short: str, key: str) -> None:
        """Add an agency that the guidance names."""
        self._desk.hub.act(doing.add_agency(self._desk.inspection_id, name, short, key))

    def open_new_agency(self) -> None:
        """Open an empty line for an agency of one’s own."""
        self._new_agency = True
        self._show()
        self._edit(row_key(NEW_AGENCY), FIRST, "")

    def remove(self) -> None:
        """Take out the person, or the agency, on which the ring stands."""
        kind, record_id = parts_of(self.current_key)
        inspection, contact = self._desk.inspection_id, self.contact
        if kind == AGENCY:
            self._desk.hub.act(doing.remove_agency(inspection, record_id))
        elif contact and self._view:
            duties = len(named_for(self._view, contact))
            words = f"{contact.role} was removed. Ctrl+Z brings them back."
            if duties:
                words = (
                    f"{contact.role} was removed and is named for nothing any more"
                    f" ({duties} before). Ctrl+Z brings it all back."
                )
            act = doing.remove_person(inspection, record_id)
            self._desk.hub.act(act, lambda _changes: self.said.emit(words))

    def move_to(self, agency_id: str) -> None:
        """Move the person on whom the ring stands to another agency."""
        contact = self.contact
        if contact and contact.agency_id != agency_id:
            inspection = self._desk.inspection_id
            self._desk.hub.act(doing.change_field(inspection, contact.id, "agency", agency_id))

    def _show(self) -> None:
        if self._view:
            rows = contact_rows(
                self._view, self._typed, new_in=self._new_in, new_agency=self._new_agency
            )
            self.set_rows(rows)

    def _edit(self, key: str, column: str, typed: str) -> None:
        kind, record_id = parts_of(key)
        if kind in {AGENCY, NEW_AGENCY}:
            self._edit_agency(key, typed)
            return
        contact = self._view.contact(record_id) if self._view else None
        kept = str(getattr(contact, column)) if contact else ""
        name = f"{TITLES[column]}, {contact.role}" if contact else "Role of the new person"
        field = CellField(name, self.viewport())
        if not contact:
            field.setPlaceholderText("Role; a name is not needed")
        field.ended.connect(partial(self._end, key, column))
        field.dropped.connect(self._drop)
        self.host(field, key, column)
        field.begin(kept, typed)

    def _end(self, key: str, column: str, step: str) -> None:
        """Save what was typed, if it may be so; else say why and keep it."""
        field = self.field
        if field is None:
            return
        text = field.text()
        kind, record_id = parts_of(key)
        if kind == NEW_PERSON:
            self._end_new(record_id, text, Step(step))
            return
        contact = self._view.contact(record_id) if self._view else None
        if contact is None:
            self._drop()
            return
        try:
            checked = people.checked_contact(doing.with_field(contact, column, text))
        except Refused as refusal:
            field.set_problem(str(refusal))
            return
        self.release()
        self.step((key, column), Step(step))
        if checked != contact:
            act = doing.change_field(self._desk.inspection_id, record_id, column, text)
            self._desk.hub.act(act, None, partial(self._reopen, key, column, text))

    def _end_new(self, agency_id: str, role: str, step: Step) -> None:
        """Enter goes on with the next new person, Tab with the details of this one."""
        if not role.strip():
            self._drop()
            return
        try:
            people.checked_contact(Contact("", agency_id, role))
        except Refused as refusal:
            self._blame(str(refusal))
            return
        key = row_key(NEW_PERSON, agency_id)
        self.release()
        self._new_in = agency_id if step is Step.DOWN else ""
        act = doing.add_person(self._desk.inspection_id, agency_id, role)
        self._desk.hub.act(
            act, partial(self._added, key, step), partial(self._reopen, key, FIRST, role)
        )

    def _added(self, key: str, step: Step, changes: Changes) -> None:
        person = row_key(PERSON, people.added(changes))
        goals = {Step.DOWN: (key, FIRST), Step.ON: (person, "initials")}
        self._goal = goals.get(step, (person, FIRST))

    def _edit_agency(self, key: str, typed: str) -> None:
        agency = self._view.agency(parts_of(key)[1]) if self._view else None
        both = AgencyField(
            agency.name if agency else "", agency.short if agency else "", self.viewport()
        )
        both.ended.connect(partial(self._end_agency, key, both))
        both.dropped.connect(self._drop)
        self.host(both.name, key, FIRST, whole=both)
        both.name.begin(both.name.text(), typed)

    def _end_agency(self, key: str, both: AgencyField, step: str) -> None:
        agency = self._view.agency(parts_of(key)[1]) if self._view else None
        name, short = both.name.text(), both.short.text()
        if not agency and not name.strip():
            self._drop()
            return
        try:
            checked = people.checked_agency(name, short)
        except Refused as refusal:
            both.set_problem(str(refusal), refusal.problem.place)
            return
        self.release()
        self._new_agency = False
        self.step((key, FIRST), Step(step))
        inspection = self._desk.inspection_id
        if agency is None:
            self._desk.hub.act(doing.add_agency(inspection, *checked))
        elif checked != (agency.name, agency.short):
            self._desk.hub.act(doing.rename_agency(inspection, agency.id, *checked))

    def _drop(self) -> None:
        """Leave all as it was; an empty line goes."""
        self.release()
        if self._new_in or self._new_agency:
            self._new_in, self._new_agency = "", False
            self._show()

    def _reopen(self, key: str, column: str, text: str, sentence: str) -> None:
        """The vault refused: give back what was typed, with the reason."""
        if self.field is not None:
            self._desk.hub.refused.emit(f"{sentence} Typed was: {shown(text)}.")
            return
        if parts_of(key)[0] == NEW_PERSON:
            self._new_in = parts_of(key)[1]
            self._show()
        self._edit(key, column, text)
        self._blame(sentence)

    def _blame(self, sentence: str) -> None:
        """Say what is wrong at the field that is open."""
        if self.field:
            self.field.set_problem(sentence)

    def _clear(self, key: str, column: str) -> None:
        kind, record_id = parts_of(key)
        if kind == PERSON and column != FIRST:
            self._desk.hub.act(doing.change_field(self._desk.inspection_id, record_id, column, ""))
        elif kind == PERSON:
            self.said.emit("A role is always needed. Ctrl+Delete removes the person.")
