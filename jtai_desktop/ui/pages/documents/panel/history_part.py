"""The history in the panel, and the way to correct an entry of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.pages.documents.panel.correcting import CorrectForm
from jtai_desktop.ui.pages.documents.panel.doing import Deeds
from jtai_desktop.ui.pages.documents.panel.history import corrections_of, history_of
from jtai_desktop.ui.pages.timetable.parts import FactList
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole


class HistoryPart(QWidget):
    """Newest first; the history of another document goes until its own is read."""

    unfolded = Signal(QWidget)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._deeds = desk, Deeds(desk.inspection_id)
        self._shown = ("", "")
        self._heading = PanelHeading("History")
        self.correct = self._heading.add_link("Correct…")
        self.correct.setAccessibleName("Correct an entry…")
        self.form = CorrectForm()
        self.facts = FactList(FontRole.LABEL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._heading, self.form, self.facts):
            column.addWidget(part)
        self.form.hide()
        self.correct.clicked.connect(self._unfold)
        self.form.wanted.connect(self._correct)

    def show_document(self, view: Overview, item: Item, document: Document | None) -> None:
        """Another item or document: its lines come once they are read."""
        shown = (item.id, document.id if document else "")
        if shown != self._shown:
            self.facts.set_facts(())
            self.form.hide()
        self._shown = shown
        corrections = corrections_of(view, document) if document else ()
        self.correct.setVisible(bool(corrections))
        self.form.offer(corrections)

    def show_lines(
        self, view: Overview, document: Document | None, lines: Sequence[HistoryLine]
    ) -> None:
        """What happened to it."""
        self.facts.set_facts(history_of(view, document, lines))

    def _unfold(self) -> None:
        self.form.empty()
        self.form.show()
        self.form.take_focus()
        self.unfolded.emit(self.form)

    def _correct(self) -> None:
        act = self._deeds.correct(self._shown[1], self.form.line_id, self.form.reason)
        self._desk.hub.act(act, lambda _changes: self._done(), self.form.refuse)

    def _done(self) -> None:
        self.form.hide()
        self.correct.setFocus()
