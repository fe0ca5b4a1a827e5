"""Copies of a document that were saved outside, until somebody says that they are gone."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.documents.copies import CopyOut
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.documents.panel.words import near
from jtai_desktop.ui.pages.timetable.parts import clear
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role


class CopiesPart(QWidget):
    """Each copy with its folder, who saved it when, and a way to say that it is gone."""

    gone = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._heading = PanelHeading("Copies outside")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addLayout(self._rows)
        self.hide()

    def show_copies(
        self, view: Overview, copies: tuple[CopyOut, ...], partly: frozenset[str] = frozenset()
    ) -> None:
        """Show the copies that still lie outside; of some only a part was written."""
        self.setVisible(bool(copies))
        if (copies, partly) == self._shown:
            return
        self._shown = (copies, partly)
        self._heading.set_count(str(len(copies)))
        clear(self._rows)
        for copy in copies:
            self._add(view, copy, partly=copy.id in partly)

    def _add(self, view: Overview, copy: CopyOut, *, partly: bool) -> None:
        where = OneLine(f"v{copy.version} in {copy.folder}", FontRole.LABEL)
        when = OneLine(f"{near(view, copy.when)}, {copy.by.signed}", FontRole.LABEL, Role.INK2)
        link = LinkButton("It is gone", FontRole.LABEL)
        link.setAccessibleName(f"Say that the copy of version {copy.version} is gone")
        link.clicked.connect(partial(self.gone.emit, copy.id))
        for part in (where, when):
            self._rows.addWidget(part)
        if partly:
            said = f"The program was ended meanwhile: delete {copy.file_name}.part there."
            self._rows.addWidget(Words(said, FontRole.LABEL, Role.WARNING, wrap=True))
        self._rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
