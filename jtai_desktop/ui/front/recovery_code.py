"""The recovery code as it is shown, printed and saved; it can’t be copied to the clipboard."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.recovery_codes import groups
from jtai_desktop.ui.front import recovery_jobs
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

IN_A_ROW = 4
BETWEEN = 8
TITLE = "Recovery code"
FILE_NAME = "recovery-code.pdf"
MAKING = "The code is being made…"


class RecoveryCode(QWidget):
    """Eight groups under their numbers, and the two ways onto paper."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self._hub = hub
        self._code = ""
        self._groups = QGridLayout()
        self._told = Words(MAKING, ink=Role.INK2, wrap=True)
        self._print = plain_button("&Print…", "printer", self._print_it)
        self._save = plain_button("&Save as PDF…", "save", self._save_it)
        self._lay_out()
        self._allow()

    @property
    def code(self) -> str:
        """The code that is shown."""
        return self._code

    def show_code(self, code: str) -> None:
        """Show a code; an empty one takes it away."""
        self._code = code
        while (item := self._groups.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for at, group in enumerate(groups(code) if code else ()):
            row, column = divmod(at, IN_A_ROW)
            number = Words(f"Group {at + 1}", FontRole.LABEL, Role.INK2)
            number.setContentsMargins(0, BETWEEN if row else 0, 0, 0)
            self._groups.addWidget(number, 2 * row, column)
            shown = Words(group, FontRole.TITLE)
            shown.setAccessibleName(f"Group {at + 1}: {' '.join(group)}")
            self._groups.addWidget(shown, 2 * row + 1, column)
        self.say("")
        self._allow()

    def say(self, sentence: str) -> None:
        """What became of it, in one sentence."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def save_to(self, path: Path) -> None:
        """Write the sheet to a file."""
        code = self._code
        self._hub.read(
            lambda workspace: recovery_jobs.save_sheet(workspace, code, path),
            lambda _none: self.say(
                f"Saved as {path.name}. Print it, then delete the file: who has it can open the"
                " vault."
            ),
        )

    def _lay_out(self) -> None:
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._groups.setHorizontalSpacing(18)
        self._groups.setVerticalSpacing(2)
        self._groups.setColumnStretch(IN_A_ROW, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._print)
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._groups)
        column.addLayout(buttons)
        column.addWidget(self._told)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _allow(self) -> None:
        for button in (self._print, self._save):
            button.setEnabled(bool(self._code))

    def _print_it(self) -> None:
        self._hub.read(partial(recovery_jobs.sheet, code=self._code), self._send)

    def _send(self, content: bytes) -> None:
        """To the system's printing dialog; we write nothing to the disk on the way."""
        from jtai_desktop.ui.pages.papers.printing import print_at_once

        try:
            if print_at_once(self, content, 1, TITLE):
                self.say("Sent to the printer. Check the sheet against the code.")
        except Refused as refused:
            self.say(str(refused))

    def _save_it(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save as PDF", FILE_NAME, "PDF (*.pdf)")
        if name:
            self.save_to(Path(name))
