"""The item itself in the panel: its own two notes, and what one may do with a request."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.documents.items import Item, Notes, Source
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.pages.documents.panel.doing import Deeds
from jtai_desktop.ui.pages.documents.panel.notes import NotesPart
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole


class RequestLinks(QWidget):
    """What was added by hand can be changed, and removed while nothing was done about it."""

    change_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._deeds = desk, Deeds(desk.inspection_id)
        self._item: Item | None = None
        self.change = LinkButton("Change the request…", FontRole.LABEL)
        self.remove = LinkButton("Remove it", FontRole.LABEL)
        self.remove.setAccessibleName("Remove the request")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.change)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.change.clicked.connect(lambda: self.change_wanted.emit(self._item))
        self.remove.clicked.connect(self._remove)

    def show_item(self, item: Item) -> None:
        """Offer what can be done with an item."""
        self._item = item
        self.setVisible(item.source is Source.HAND)

    def _remove(self) -> None:
        if self._item is not None:
            self._desk.hub.act(self._deeds.remove_request(self._item.id))


class ItemNotes(QWidget):
    """Folded into one link while nothing is written: mostly the document’s notes are enough."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._deeds = desk, Deeds(desk.inspection_id)
        self._item_id = ""
        self._asked = False
        self._item_notes = Notes()
        self._notes: NotesPart | None = None
        heading = PanelHeading("Notes on the item")
        self.write = heading.add_link("Write…")
        self.write.setAccessibleName("Write a note on the item…")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(heading)
        self.write.clicked.connect(self._unfold)

    @property
    def notes(self) -> NotesPart:
        """The two fields, made when they are first needed."""
        if self._notes is None:
            self._notes = notes = NotesPart()
            self._column.addWidget(notes)
            notes.show_notes(self._item_notes, fresh=True)
            notes.internal_wanted.connect(partial(self._keep, internal=True))
            notes.inspectors_wanted.connect(partial(self._keep, internal=False))
        return self._notes

    def show_item(self, item: Item) -> None:
        """Show the notes of an item; what is being typed for the same one stays."""
        fresh = item.id != self._item_id
        if fresh:
            self.ask()
            self._asked = False
        self._item_id, self._item_notes = item.id, item.notes
        written = bool(item.notes.internal or item.notes.inspectors)
        unfolded = written or self._asked
        if unfolded or self._notes is not None:
            self.notes.show_notes(item.notes, fresh=fresh)
            self.notes.setVisible(unfolded)
        self.write.setVisible(not unfolded)

    def ask(self) -> None:
        """Ask to keep what was typed, before another item is shown."""
        if self._notes is not None:
            self._notes.ask()

    def _unfold(self) -> None:
        self._asked = True
        self.notes.show()
        self.write.hide()
        self.notes.internal.setFocus()

    def _keep(self, text: str, *, internal: bool) -> None:
        def told(sentence: str) -> None:
            self.notes.refused()
            self._desk.hub.refused.emit(sentence)

        act = self._deeds.note_item(self._item_id, text, internal=internal)
        self._desk.hub.act(act, None, told)
