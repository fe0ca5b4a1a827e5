"""RequestLine: the form of a request above the register, and what it asks the vault to do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.items import Item, Source
from jtai_desktop.domain.documents.requests import Request
from jtai_desktop.services import requests
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.pages.documents.lines import Line
from jtai_desktop.ui.pages.documents.request_form import RequestForm
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import act_as_typed

KEYS = "Ctrl+Shift+N"


class RequestLine(QWidget):
    """`begun` and `left` follow the button and Esc; `take_kept` is what was added or changed last.

    The form is made when it is first asked for: a page that is opened need not wait for it.
    """

    begun = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept = ""
        self._view: Overview | None = None
        self._form: RequestForm | None = None
        self.button = plain_button("Re&quest", "plus", self.begun.emit)
        self.button.setAccessibleName("Add a request")
        self.button.setToolTip(f"Add what is asked for besides the guidance, {KEYS}")
        QVBoxLayout(self).setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def form(self) -> RequestForm:
        """The fields."""
        if self._form is None:
            self._form = form = RequestForm()
            form.wanted.connect(self._ask)
            form.left.connect(self.fold)
            self._put(form)
        return self._form

    def take_kept(self) -> str:
        """The item that was added or changed since this was asked last."""
        kept, self._kept = self._kept, ""
        return kept

    def show_facts(self, view: Overview) -> None:
        """The sections, children and agencies that there are now."""
        self._view = view
        if self._form is not None:
            self._form.offer(view)

    def begin(self, line: Line | None) -> None:
        """Ask for a new one: of the section, or about the child, in which the ring stands."""
        self.show()
        child = line.item.child if line else None
        section = line.item.section if line else ""
        agency = line.agency if line else ""
        self.form.begin_at(section=section, child_id=child.id if child else "", agency=agency)

    def change(self, item: Item) -> None:
        """Change one that was added by hand."""
        self.show()
        self.form.change(item)

    def offers(self, line: Line | None) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What the menu at a line offers: to add one, and to change or remove that one."""
        add = ("Add a &request…", partial(self.begin, line))
        if line is None or line.item.source is not Source.HAND:
            return (add,)
        item = line.item
        return (
            add,
            ("C&hange the request…", partial(self.change, item)),
            ("Re&move the request", partial(self.remove, item.id)),
        )

    def remove(self, item_id: str) -> None:
        """Take one away; it comes back with undo."""
        self._desk.hub.act(removed(self._desk.inspection_id, item_id))

    def fold(self) -> None:
        """Put the form away."""
        self.hide()
        self.left.emit()

    def _put(self, form: RequestForm) -> None:
        layout = self.layout()
        if layout is not None:
            layout.addWidget(form)
        if self._view is not None:
            form.offer(self._view)

    def _ask(self) -> None:
        item = self.form.item
        act_as_typed(
            self._desk.hub,
            self.form,
            lambda: kept(self._desk.inspection_id, item, self.form.request()),
            self._added if item is None else partial(self._changed, item.id),
        )

    def _added(self, changes: Changes) -> None:
        """The form stays: requests come several at once."""
        self.form.begin()
        self._kept = next((each for kind, each in changes.touched if kind is Kind.ITEM), "")

    def _changed(self, item_id: str, _changes: Changes) -> None:
        self._kept = item_id
        self.fold()


def kept(inspection_id: str, item: Item | None, request: Request) -> Act:
    """Add a request, or change one."""
    if item is None:
        return lambda workspace: requests.add(workspace, inspection_id, request)
    return lambda workspace: requests.change(workspace, inspection_id, item.id, request)


def removed(inspection_id: str, item_id: str) -> Act:
    """Remove one."""
    return lambda workspace: requests.remove(workspace, inspection_id, item_id)
