"""The documents of an item: which of several the panel shows, and adding another."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.track import standing
from jtai_desktop.domain.problems import Problem
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.pages.timetable.forms import PanelForm
from jtai_desktop.ui.pages.timetable.parts import clear
from jtai_desktop.ui.theme.states import look_of


class DocumentChoice(QWidget):
    """One line for each document of the item; nothing where there is only one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, str], ...] = ()
        self._group = QButtonGroup(self)
        self._heading = PanelHeading("Documents")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._heading)
        column.addLayout(self._rows)

    def show_documents(self, documents: Sequence[Document], chosen: str) -> None:
        """Show the documents of an item, and which one is looked at."""
        self.setVisible(len(documents) > 1)
        wanted = tuple((each.id, _words(each)) for each in documents)
        if wanted != self._shown:
            self._shown = wanted
            self._heading.set_count(str(len(documents)))
            clear(self._rows)
            for document_id, words in wanted:
                self._rows.addWidget(self._button(document_id, words))
        for button in self._group.buttons():
            button.setChecked(button.objectName() == chosen)

    def _button(self, document_id: str, words: str) -> QRadioButton:
        button = QRadioButton(words)
        button.setObjectName(document_id)
        button.clicked.connect(lambda _on: self.chosen.emit(document_id))
        self._group.addButton(button)
        return button


class AnotherForm(PanelForm):
    """A further document for the same item: its title."""

    def __init__(self) -> None:
        super().__init__("Add the document")
        self._title = self._line("Title", "Title of the document")
        self._column.addWidget(self._rows["Title"])
        self._end()

    @property
    def title(self) -> str:
        """The title as it was typed."""
        return self._title.text()

    def begin(self) -> None:
        """Empty, with the ring on the title."""
        self._title.clear()
        self.clear_problems()
        self.show()
        self.take_focus()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the title."""
        self.show_problem(Problem("Title", sentence))


def _words(document: Document) -> str:
    return f"{document.title}: {look_of(standing(document).ours.value).word}".replace("&", "&&")
