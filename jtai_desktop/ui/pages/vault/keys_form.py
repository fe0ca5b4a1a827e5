"""The form under the keys: asks for what one change needs, one change at a time."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.passphrases import SHORTEST, refuse_weak
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.strength import judge
from jtai_desktop.ui.kit.buttons import plain_button, small_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.words import Words

MOST = 512
LABEL_WIDTH = 150
HINT = f"At least {SHORTEST} characters; four unrelated words are good."
DIFFER = "The two passphrases differ. Type the second again."


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form; a secret is hidden while it is typed."""

    key: str
    label: str
    secret: bool = True
    hint: str = ""


MINE = Field("mine", "&Your passphrase now")
WHO = Field("who", "&Role", secret=False, hint="It stands beside what they do.")
NEW = Field("new", "&New passphrase", hint=HINT)
AGAIN = Field("again", "New passphrase &again")
CODE = Field("code", "&Recovery code", secret=False, hint="Eight groups, as on the paper.")


@dataclass(frozen=True, slots=True)
class Change:
    """What is changed, in words, and what is asked for."""

    key: str
    title: str
    button: str
    fields: tuple[Field, ...]


class KeysForm(QWidget):
    """`given` with what was typed, by the keys of the fields; `left` with Esc or Cancel."""

    given = Signal(str, object)
    left = Signal()

    def __init__(self, change: Change) -> None:
        super().__init__()
        self._change = change
        self._lines = {field.key: _line(field) for field in change.fields}
        self._rows = {
            field.key: FormRow(
                field.label, self._lines[field.key], hint=field.hint, left=LABEL_WIDTH
            )
            for field in change.fields
        }
        self._show = QCheckBox("&Show what I type")
        self._suggest = small_button("Suggest &four words", on_click=self._put_words)
        self._do = plain_button(change.button, "", self._give)
        self._cancel = plain_button("Cancel", "", self.left.emit)
        self._lay_out()
        self._show.toggled.connect(self._show_secrets)
        for line in self._lines.values():
            line.returnPressed.connect(self._give)
            line.textChanged.connect(self._clear)
        if "new" in self._lines:
            self._lines["new"].textChanged.connect(self._judge)

    def take_focus(self) -> None:
        """Begin at the first field."""
        next(iter(self._lines.values())).setFocus()

    def say(self, sentence: str) -> None:
        """Why it was not done; what was typed stays."""
        self.set_busy(busy=False)
        first = next(iter(self._rows))
        self._rows[first].set_problem(sentence)
        self._lines[first].setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """While keys are worked out, a second or two."""
        self._do.setEnabled(not busy)
        self._do.setText("Working…" if busy else self._change.button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addWidget(Words(self._change.title, bold=True, wrap=True))
        for key, row in self._rows.items():
            column.addWidget(row)
            if key == "new":
                column.addWidget(self._suggest, 0, Qt.AlignmentFlag.AlignLeft)
        self._suggest.setVisible("new" in self._rows)
        self._show.setVisible(any(field.secret for field in self._change.fields))
        column.addWidget(self._show)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._do)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _show_secrets(self, shown: bool) -> None:
        for field in self._change.fields:
            hidden = field.secret and not shown
            mode = QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
            self._lines[field.key].setEchoMode(mode)

    def _put_words(self) -> None:
        """Four words by chance, shown, to be written down and typed again."""
        from jtai_desktop.services.suggesting import suggest

        self._show.setChecked(True)
        self._lines["new"].setText(suggest())
        self._lines["again"].clear()
        self._lines["again"].setFocus()

    def _judge(self, text: str) -> None:
        self._rows["new"].set_hint(judge(text).sentence if text else HINT)

    def _clear(self) -> None:
        for row in self._rows.values():
            row.set_problem("")

    def _give(self) -> None:
        if not self._do.isEnabled():
            return
        typed = {key: line.text() for key, line in self._lines.items()}
        problem = _problem(typed)
        if problem:
            key, sentence = problem
            self._rows[key].set_problem(sentence)
            self._lines[key].setFocus()
            return
        self.set_busy(busy=True)
        self.given.emit(self._change.key, typed)


def _line(field: Field) -> QLineEdit:
    mode = QLineEdit.EchoMode.Password if field.secret else QLineEdit.EchoMode.Normal
    return QLineEdit(echoMode=mode, maxLength=MOST)


def _problem(typed: dict[str, str]) -> tuple[str, str] | None:
    """The first field that can’t stay as it is, and why."""
    for key, text in typed.items():
        if not text.strip() and key != "again":
            return key, "This is empty. Please fill it in."
    if "new" not in typed:
        return None
    try:
        refuse_weak(typed["new"])
    except Refused as refusal:
        return "new", str(refusal)
    return ("again", DIFFER) if typed["new"] != typed["again"] else None
