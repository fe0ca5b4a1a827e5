"""A new passphrase, typed twice: for a new vault, or after the recovery code."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from jtai_desktop.domain.passphrases import SHORTEST, USUAL_PERSON, Newcomer, refuse_weak
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.strength import judge
from jtai_desktop.ui.front.panel import FrontPanel
from jtai_desktop.ui.front.shown_passphrase import PassphraseField
from jtai_desktop.ui.kit.buttons import plain_button, primary_button, small_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.tokens import Role

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
        "Without the passphrase or the recovery code, which comes next, nobody can open the vault:"
        " not you, not your council’s IT service, not the makers of this program."
    ),
)
HINT = f"At least {SHORTEST} characters."


@dataclass(frozen=True, slots=True)
class Asking:
    """The words around the form."""

    title: str
    button: str
    busy: str
    why: tuple[str, ...] = WHY
    person: str = USUAL_PERSON
    whose: str = "It stands beside what you do. No name is needed."


FOR_NEW_VAULT = Asking(
    "A passphrase for your vault", "Make the vault and keep the plan", "Making the vault…"
)


class NewPassphrase(FrontPanel):
    """Who works here, and the passphrase twice."""

    given = Signal(object)
    back_wanted = Signal()

    def __init__(self, vault: Path, asking: Asking = FOR_NEW_VAULT) -> None:
        super().__init__(asking.title, "", asking.why)
        self._asking = asking
        self._person = QLineEdit(asking.person, maxLength=200)
        self._first = PassphraseField()
        self._second = QLineEdit(echoMode=QLineEdit.EchoMode.Password, maxLength=512)
        self._rows = {
            "Your role": FormRow("Your &role", self._person, hint=asking.whose),
            "Passphrase": FormRow("&Passphrase", self._first.line, hint=HINT),
            "Again": FormRow("Passphrase &again", self._second),
        }
        self._suggest = small_button("Suggest &four words", on_click=self._put_words)
        self._button = primary_button(asking.button, "lock", self._give)
        self._button.setToolTip(str(vault))
        self._warning = Words("", ink=Role.WARNING, bold=True, wrap=True)
        self._warning.hide()
        self._lay_out_form()
        self._first.show_box.toggled.connect(self._show_second)
        self._first.line.textChanged.connect(self._judge)
        for line in (self._person, self._first.line, self._second):
            line.returnPressed.connect(self._give)
            line.textChanged.connect(self._clear)

    def take_focus(self) -> None:
        """Begin at the passphrase: the role is filled in."""
        self._first.line.setFocus()

    def say(self, sentence: str) -> None:
        """Why it was not done."""
        self._rows["Passphrase"].set_problem(sentence)

    def warn(self, sentence: str) -> None:
        """What to know before the vault is made in its place."""
        self._warning.setText(sentence)
        self._warning.setVisible(bool(sentence))

    def set_busy(self, *, busy: bool) -> None:
        """While the key is worked out, about a second."""
        self._button.setEnabled(not busy)
        self._button.setText(self._asking.busy if busy else self._asking.button)

    def _lay_out_form(self) -> None:
        self.form.addWidget(self._rows["Your role"])
        self.form.addWidget(self._rows["Passphrase"])
        self.form.addWidget(self._suggest, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.addWidget(self._rows["Again"])
        self.form.addWidget(self._first.show_box)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._button)
        buttons.addWidget(plain_button("Back", "back-arrow", self.back_wanted.emit))
        buttons.addStretch(1)
        self.form.addLayout(buttons)
        self.form.addWidget(self._warning)
        self.form.addStretch(1)
        self.form.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _clear(self) -> None:
        for row in self._rows.values():
            row.set_problem("")

    def _judge(self, text: str) -> None:
        """How strong it is, in words, while it is typed."""
        self._rows["Passphrase"].set_hint(judge(text).sentence if text else HINT)

    def _put_words(self) -> None:
        """Four words by chance, shown, to be written down and typed again."""
        from jtai_desktop.services.suggesting import suggest

        self._first.show_box.setChecked(True)
        self._first.line.setText(suggest())
        self._second.clear()
        self._second.setFocus()

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
