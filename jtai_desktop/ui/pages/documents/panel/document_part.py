"""One document in the panel: its facts, its versions, its notes, and what it answers."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.documents.track import Standing
from jtai_desktop.services import document_details
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.documents.panel.arriving import Arriving
from jtai_desktop.ui.pages.documents.panel.choice import AnotherForm
from jtai_desktop.ui.pages.documents.panel.copies import CopiesPart
from jtai_desktop.ui.pages.documents.panel.doing import Beside, Deeds
from jtai_desktop.ui.pages.documents.panel.files import Goal
from jtai_desktop.ui.pages.documents.panel.links import LinksPart
from jtai_desktop.ui.pages.documents.panel.notes import NotesPart
from jtai_desktop.ui.pages.documents.panel.versions import VersionsPart
from jtai_desktop.ui.pages.documents.panel.words import document_facts
from jtai_desktop.ui.pages.timetable.parts import FactList
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk


class DocumentPart(QWidget):
    """Acts through the hub by itself; what is being typed for the same document stays."""

    # The number of a version that is to be looked at.
    opened = Signal(int)
    item_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._deeds = desk, Deeds(desk.inspection_id)
        self._shown: tuple[Overview, Document, Standing] | None = None
        self._item_id = ""
        self._facts = FactList()
        self.versions, self.arriving = VersionsPart(), Arriving(desk)
        self.another = AnotherForm()
        self.copies, self.notes, self.links = CopiesPart(), NotesPart(), LinksPart()
        self._lay_out()
        self._connect()

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self._shown[1] if self._shown else None

    @property
    def takes_files(self) -> bool:
        """Whether a file can be added now."""
        return self._shown is not None and self.versions.add.isVisibleTo(self)

    def show_document(
        self, view: Overview, item: Item, document: Document, found: Standing
    ) -> None:
        """Show a document as an answer to an item."""
        fresh = self.document is None or self.document.id != document.id
        if fresh:
            self.notes.ask()
            self.arriving.say("")
            self.arriving.fold()
            self.another.hide()
            self.links.fold()
        self._shown, self._item_id = (view, document, found), item.id
        self._facts.set_facts(document_facts(view, document, found))
        self.versions.show_versions(view, document, found, item.count)
        self.notes.show_notes(document.notes, fresh=fresh)
        self.links.show_links(document, view.items)

    def show_beside(self, beside: Beside) -> None:
        """Show which of its files are astray, and which copies lie outside."""
        if self._shown is not None:
            self.versions.show_astray(*self._shown, beside.astray)
            self.copies.show_copies(self._shown[0], beside.copies, beside.partly)

    def clear(self) -> None:
        """No document is shown."""
        self.notes.ask()
        self._shown = None

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take files in as versions of the document."""
        document = self.document
        if document is not None and paths:
            part = self.versions.part.isVisibleTo(self) and self.versions.part.isChecked()
            goal = Goal(document.id, self._item_id, document.agency, part=part)
            self.arriving.take_in(goal, paths)

    def compare(self, path: Path) -> None:
        """Say which version a file is, if any."""
        document = self.document
        if document is None:
            return
        versions = document.versions
        self.arriving.say("")
        self._desk.hub.work(
            lambda: document_details.compared(path, versions),
            lambda found: self.arriving.say(found.sentence),
            self.arriving.say,
        )

    def save_copy(self, number: int, folder: Path) -> None:
        """Save a copy of a version into a folder, and say where it lies."""
        document, places = self.document, list[Path]()
        if document is None:
            return
        act = self._deeds.save_copy(document.id, number, folder, places.append)
        self.arriving.say("")
        self._desk.hub.act(act, lambda _changes: self._tell_saved(places[0]), self.arriving.say)

    def _tell_saved(self, path: Path) -> None:
        name = texts.shown_name(path.name)
        self.arriving.say(f"Saved as {name}. It is listed below until you say that it is gone.")

    def _ask_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Files to add as versions")
        self.take_in([Path(name) for name in names])

    def _ask_compared(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "A file to compare with the versions")
        if name:
            self.compare(Path(name))

    def _ask_folder(self, number: int) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, "A folder for the copy"):
            self.save_copy(number, Path(chosen))

    def _say_gone(self, copy_id: str) -> None:
        self._desk.hub.act(self._deeds.gone(copy_id))

    def _add_document(self) -> None:
        if self.document is not None:
            title, agency = self.another.title, self.document.agency
            act = self._deeds.add_document(title, agency, self._item_id)
            self._desk.hub.act(act, lambda _changes: self._added(), self.another.refuse)

    def _added(self) -> None:
        self.another.hide()
        self.versions.another.setFocus()

    def _note(self, text: str, *, internal: bool) -> None:
        if self.document is not None:
            noted = self._deeds.note_internal if internal else self._deeds.note_inspectors
            self._act(noted(self.document.id, text))

    def _link(self, item_id: str, pages: str) -> None:
        def refused(sentence: str) -> None:
            if self.links.form.isVisible():
                self.links.form.refuse(sentence)
            else:
                self._desk.hub.refused.emit(sentence)

        if self.document is not None:
            act = self._deeds.link(self.document.id, item_id, pages)
            self._desk.hub.act(act, lambda _changes: self.links.fold(), refused)

    def _unlink(self, item_id: str) -> None:
        if self.document is not None:
            self._desk.hub.act(self._deeds.unlink(self.document.id, item_id))

    def _act(self, act: Act) -> None:
        def told(sentence: str) -> None:
            self.notes.refused()
            self._desk.hub.refused.emit(sentence)

        self._desk.hub.act(act, None, told)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._facts, self.versions, self.another, self.arriving, self.copies):
            column.addWidget(part)
        column.addWidget(self.notes)
        column.addWidget(self.links)
        self.another.hide()

    def _connect(self) -> None:
        self.versions.add_wanted.connect(self._ask_files)
        self.versions.compare_wanted.connect(self._ask_compared)
        self.versions.opened.connect(self.opened)
        self.versions.copy_wanted.connect(self._ask_folder)
        self.versions.another.clicked.connect(self.another.begin)
        self.another.wanted.connect(self._add_document)
        self.copies.gone.connect(self._say_gone)
        self.notes.internal_wanted.connect(partial(self._note, internal=True))
        self.notes.inspectors_wanted.connect(partial(self._note, internal=False))
        self.links.linked.connect(self._link)
        self.links.unlinked.connect(self._unlink)
        self.links.item_wanted.connect(self.item_wanted)
