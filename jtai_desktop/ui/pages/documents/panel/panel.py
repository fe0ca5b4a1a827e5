"""The panel beside the register: one item, its documents and versions, notes, links and history."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.document import Document, Version
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.side import lay_at_side
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.documents.panel.choice import DocumentChoice
from jtai_desktop.ui.pages.documents.panel.document_part import DocumentPart
from jtai_desktop.ui.pages.documents.panel.doing import Beside, Deeds
from jtai_desktop.ui.pages.documents.panel.files import NO_FILES, files_of
from jtai_desktop.ui.pages.documents.panel.history_part import HistoryPart
from jtai_desktop.ui.pages.documents.panel.item_part import ItemNotes, RequestLinks
from jtai_desktop.ui.pages.documents.panel.latest import Latest
from jtai_desktop.ui.pages.documents.panel.viewer import Shown, Viewer, view_of
from jtai_desktop.ui.pages.documents.panel.words import (
    chips_of,
    facts_of,
    heading_of,
    near,
    said_of,
)
from jtai_desktop.ui.pages.timetable.parts import ChipList, FactList
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

WIDE = 290
NOTHING = "Choose a line to see its documents here."
CANT_SHOW = "This kind of file can’t be shown here. Save a copy to open it elsewhere."


class DetailPanel(QWidget):
    """Keeps what is being typed while the same item is shown again.

    The page puts its forms for the steps into the slot at the top with `put_steps`.
    """

    closed = Signal()
    document_chosen = Signal(str)
    item_wanted = Signal(str)
    # An item that was added by hand is to be changed; offered where a page listens.
    change_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._view: Overview | None = None
        self._entry: Entry | None = None
        self._viewer: Viewer | None = None
        self._deeds = Deeds(desk.inspection_id)
        self._latest: Latest[Beside] = Latest(desk.hub)
        self._heading = OneLine("", FontRole.LABEL, Role.INK2)
        self._close = LinkButton("Close, Esc", FontRole.LABEL)
        self._title = Words("", FontRole.HEADING, wrap=True)
        self._nothing = Words(NOTHING, ink=Role.INK2, wrap=True)
        self._chips, self._facts = ChipList(), FactList()
        self._steps, self._more = QVBoxLayout(), QVBoxLayout()
        self._choice, self.of_document = DocumentChoice(), DocumentPart(desk)
        self.of_request, self.item_notes = RequestLinks(desk), ItemNotes(desk)
        self.history = HistoryPart(desk)
        self._body = QWidget()
        self._scroll = QScrollArea(widgetResizable=True)
        self._lay_out()
        self._connect()
        self.clear()
        follow_look(self._dress)

    @property
    def key(self) -> str:
        """The item that is shown."""
        return self._entry.item.id if self._entry else ""

    @property
    def document(self) -> Document | None:
        """The document of the item that is shown."""
        return self.of_document.document

    def show_entry(self, view: Overview, entry: Entry, document_id: str = "") -> None:
        """Show an item, and one document of it; what is being typed for the same one stays."""
        other = entry.item.id != self.key
        if other:
            self._leave_viewer()
            self._scroll.verticalScrollBar().setValue(0)
        chosen = self._chosen(entry, document_id, other=other)
        self._view, self._entry = view, entry
        self._nothing.hide()
        self._body.show()
        self._heading.setText(heading_of(view, entry))
        self._title.setText(entry.item.title or entry.item.short)
        self._chips.set_looks(chips_of(entry), said_of(view, entry))
        self._facts.set_facts(facts_of(view, entry))
        self.of_request.show_item(entry.item)
        self.item_notes.show_item(entry.item)
        self._choice.show_documents(entry.documents, chosen)
        self.setAccessibleName(f"Details: {entry.item.called} {entry.item.short}")
        self._show_document(view, entry, chosen)

    def clear(self) -> None:
        """Nothing is chosen."""
        self._leave_viewer()
        self.of_document.clear()
        self.item_notes.ask()
        self._entry = None
        self._heading.setText("")
        self._nothing.show()
        self._body.hide()
        self.setAccessibleName("Details")

    def put_steps(self, steps: QWidget) -> None:
        """What can be done to the document (steps_panel.py) stands under the chips."""
        self._steps.addWidget(steps)

    def put_more(self, part: QWidget) -> None:
        """What else a page tells stands above the history."""
        self._more.addWidget(part)

    def enter(self) -> None:
        """Put the ring on the first thing that can be done."""
        first = self._first()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bring_into_sight(first)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to a part; what was just unfolded has its place only after the layout has run."""
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, 12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste takes in the files that lie on the clipboard."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.of_document.takes_files:
            found = files_of(QGuiApplication.clipboard().mimeData())
            self.of_document.arriving.say("" if found else NO_FILES)
            self.of_document.take_in(found)
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped while a version can be added."""
        if files_of(event.mimeData()) and self.of_document.takes_files:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files dropped are versions; they are copied, never moved."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.of_document.take_in(files_of(event.mimeData()))

    def _chosen(self, entry: Entry, document_id: str, *, other: bool) -> str:
        """The document asked for, else the one shown before, else the first."""
        before = self.document.id if self.document and not other else ""
        known = [document.id for document in entry.documents]
        return next((each for each in (document_id, before, *known) if each in known), "")

    def _show_document(self, view: Overview, entry: Entry, chosen: str) -> None:
        pairs = zip(entry.documents, entry.standings, strict=True)
        pair = next((pair for pair in pairs if pair[0].id == chosen), None)
        self.of_document.setVisible(pair is not None)
        if pair is None:
            self.of_document.clear()
        else:
            self.of_document.show_document(view, entry.item, *pair)
        document = pair[0] if pair else None
        self.history.show_document(view, entry.item, document)
        self._read_beside()

    def _read_beside(self) -> None:
        """Read what only the panel shows; of rows that one passes by only the last is read."""
        if self._entry is None:
            return
        document = self.document
        shown = (self.key, document.id if document else "")

        def show(beside: Beside) -> None:
            now = self.document
            if self._view is not None and (self.key, now.id if now else "") == shown:
                self.of_document.show_beside(beside)
                self.history.show_lines(self._view, now, beside.lines)

        self._latest.read(self._deeds.beside(self._entry.item, document), show)

    def _choose_document(self, document_id: str) -> None:
        if self._view is not None and self._entry is not None:
            self.show_entry(self._view, self._entry, document_id)
            self.document_chosen.emit(document_id)

    def _open(self, number: int) -> None:
        version = self.document.version_of(number) if self.document else None
        if version is not None:
            self.desk.hub.read(Deeds.content(version), partial(self._look_at, version))

    def _look_at(self, version: Version, shown: Shown) -> None:
        if self._entry is None or self._view is None or not self.isVisible():
            return
        item, view = self._entry.item, view_of(shown)
        self.of_document.arriving.say("" if view else CANT_SHOW)
        if view is not None:
            came = f"version {version.number}, in {near(self._view, version.when)}"
            self._leave_viewer()
            self._viewer = Viewer(self._page(), f"{item.called} {item.short}", came, view)
            self._viewer.left.connect(self._forget_viewer)

    def _leave_viewer(self) -> None:
        """Whoever goes to another document has looked long enough at this one."""
        if self._viewer is not None:
            self._viewer.leave()

    def _forget_viewer(self) -> None:
        self._viewer = None

    def _page(self) -> QWidget:
        """The page that the panel stands in, else its window."""
        part: QWidget | None = self.parentWidget()
        while part is not None and not isinstance(part, Page):
            part = part.parentWidget()
        return part or self.window()

    def _first(self) -> QWidget:
        """The first control under the heading; the way out where there is none."""
        part: QWidget | None = self._close.nextInFocusChain()
        while part is not None and part is not self._close:
            takes = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
            if takes and part.isVisibleTo(self) and self._body.isAncestorOf(part):
                return part
            part = part.nextInFocusChain()
        return self._close

    def _on_changes(self, changes: Changes) -> None:
        """A copy was saved, or is gone: the page itself need not hear of it."""
        if Kind.COPY in changes.kinds:
            self._read_beside()

    def _connect(self) -> None:
        self.desk.hub.changed.connect(self._on_changes)
        self._close.clicked.connect(self.closed)
        self._choice.chosen.connect(self._choose_document)
        self.of_document.opened.connect(self._open)
        self.of_document.item_wanted.connect(self.item_wanted)
        self.of_request.change_wanted.connect(self.change_wanted)
        self.history.unfolded.connect(self.bring_into_sight)
        self.setAcceptDrops(True)

    def _lay_out(self) -> None:
        """From the outside in, so that no part is moved with all that it holds."""
        content = QWidget()
        lay_at_side(self, self._scroll, content, below=False)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(16, 10, 16, 16)
        outer.setSpacing(6)
        top = QHBoxLayout()
        outer.addLayout(top)
        top.addWidget(self._heading, 1)
        top.addWidget(self._close)
        for whole in (self._nothing, self._body):
            outer.addWidget(whole)
        outer.addStretch(1)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._chips)
        column.addLayout(self._steps)
        parts = (self._facts, self.of_request, self._choice, self.of_document, self.item_notes)
        for part in parts:
            column.addWidget(part)
        column.addLayout(self._more)
        column.addWidget(self.history)
        self.setFocusProxy(self._close)

    def _dress(self) -> None:
        self.setFixedWidth(Look.of(self).sized(WIDE))
