"""DiagnosticsSection: what someone who helps needs; shown first, copied only then."""

import platform

import PySide6
from PySide6.QtCore import QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from jtai_desktop.services import diagnostics
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

WHAT = (
    "Versions, numbers and the last lines of the log, for someone who helps you. No names, no"
    " notes, no passphrase. Read it, then copy it."
)
HEIGHT = 190


class DiagnosticsSection(QWidget):
    """A button that shows the text, and one that copies what is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("Diagnostics")
        self.text.setTabChangesFocus(True)
        self.look = small_button("&Show", "eye", self.show_text)
        self.copy = small_button("Cop&y", "copy", self._copy)
        self._said = Words("", ink=Role.INK2)
        self._lay_out()
        follow_look(self._dress)

    def show_text(self) -> None:
        """Put the text together and show it."""
        self._desk.hub.read(lambda workspace: diagnostics.text(workspace, _window()), self._show)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.look, self.copy, self._said):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading("Diagnostics"))
        column.addWidget(Words(WHAT, ink=Role.INK2, wrap=True))
        column.addLayout(row)
        column.addWidget(self.text)
        self.text.hide()
        self.copy.setEnabled(False)

    def _show(self, text: str) -> None:
        self.text.setPlainText(text)
        self.text.show()
        self.copy.setEnabled(True)
        self._said.setText("")
        # Once it has its place, so that the page scrolls to where it is.
        QTimer.singleShot(0, self.text, self.text.setFocus)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._said.setText("Copied.")

    def _dress(self) -> None:
        look = Look.of(self)
        self.text.setFont(look.font(FontRole.LABEL))
        self.text.setFixedHeight(look.sized(HEIGHT))


def _window() -> tuple[str, ...]:
    scale = f", scale {QGuiApplication.primaryScreen().devicePixelRatio():.2f}"
    return (
        f"PySide6 {PySide6.__version__}, Qt {qVersion()}, {QGuiApplication.platformName()}{scale}",
        f"Text of the system: {platform.system()}, {QGuiApplication.layoutDirection().name}",
    )
