"""The passphrase of a new vault, typed twice."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from jtai_desktop.domain.passphrases import SHORTEST, USUAL_PERSON, Newcomer, refuse_weak
from jtai_desktop.domain.problems import Refused
from jtai_desktop.ui.front.panel import FrontPanel
from jtai_desktop.ui.front.shown_passphrase import PassphraseField
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.fields import FormRow

WHY = (
    (
        "The plan and all that follows are kept in a vault on this computer, encrypted with a"
        " passphrase that only you know."
    ),
    (
        "Four unrelated words make a good one. Write it down and keep it where you keep your"
        " keys, not with the laptop."
    ),
    (
        "Without the passphrase nobody can open the vault: not you, not your council’s IT"
        " service, not the makers of this program."
    ),
)


class NewPassphrase(FrontPanel):
    """Who works here, and the passphrase twice."""

    given = Signal(object)
    back_wanted = Signal()

    def __init__(self, vault: Path) -> None:
        super().__init__("A passphrase for your vault", "", WHY)
        self._person = QLineEdit(USUAL_PERSON, maxLength=200)
        self._first = PassphraseField()
        self._second = QLineEdit(echoMode=QLineEdit.EchoMode.Password, maxLength=512)
        self._rows = {
            "Your role": FormRow(
                "Your &role", self._person, hint="It stands beside what you do. No name is needed."
            ),
            "Passphrase": FormRow(
                "&Passphrase", self._first.line, hint=f"At least {SHORTEST} characters."
            ),
            "Again": FormRow("Passphrase &again", self._second),
        }
        self._button = primary_button("Make the vault and keep the plan", "lock", self._give)
        self._button.setToolTip(str(vault))
        self._lay_out_form()
        self._first.show_box.toggled.connect(self._show_second)
        for line in (self._person, self._first.line, self._second):
            line.returnPressed.connect(self._give)
            line.textChanged.connect(self._clear)

    def take_focus(self) -> None:
        """Begin at the passphrase: the role is filled in."""
        self._first.line.setFocus()

    def say(self, sentence: str) -> None:
        """Why the vault was not made."""
        self._rows["Passphrase"].set_problem(sentence)

    def set_busy(self, *, busy: bool) -> None:
        """While the key is worked out, about a second."""
        self._button.setEnabled(not busy)
        self._button.setText("Making the vault…" if busy else "Make the vault and keep the plan")

    def _lay_out_form(self) -> None:
        for row in self._rows.values():
            self.form.addWidget(row)
        self.form.addWidget(self._first.show_box)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._button)
        buttons.addWidget(plain_button("Back", "back-arrow", self.back_wanted.emit))
        buttons.addStretch(1)
        self.form.addLayout(buttons)
        self.form.addStretch(1)
        self.form.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _clear(self) -> None:
        for row in self._rows.values():
            row.set_problem("")

    def _show_second(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._second.setEchoMode(mode)

    def _give(self) -> None:
        if not self._button.isEnabled():
            return
        try:
            refuse_weak(self._first.line.text())
        except Refused as refusal:
            self._rows["Passphrase"].set_problem(str(refusal))
            self._first.line.setFocus()
            return
        if self._first.line.text() != self._second.text():
            self._rows["Again"].set_problem("The two passphrases differ. Type the second again.")
            self._second.setFocus()
            return
        self.given.emit(Newcomer(self._person.text(), self._first.line.text()))
