"""Keeping the recovery code of a new vault: shown once, typed back once, or left for later."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.recovery_codes import read
from jtai_desktop.ui.front import recovery_jobs
from jtai_desktop.ui.front.panel import CODE_WIDTH, FrontPanel
from jtai_desktop.ui.front.recovery_code import RecoveryCode
from jtai_desktop.ui.kit.buttons import KitButton, plain_button, primary_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.shell.hub import Hub

WHY_SHOWN = (
    "If the passphrase is forgotten, this code is the only way in. It is shown this once.",
    "Print it or write it down, and keep it in a locked place apart from the computer.",
    "It can’t be copied: what lies on the clipboard, other programs can read.",
)
WHY_TYPED = (
    "Typing it once from the paper proves that the paper is right and can be read.",
    "Capitals, hyphens and spaces don’t matter. O is read as 0, I and L as 1.",
    "Each group has a check sign, so a mistyped group is named.",
)
LATER = "Later: until then Today reminds you."
LONGEST = 200


class ShowCode(FrontPanel):
    """The code, and two ways on."""

    kept = Signal()
    later = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__("Your recovery code", "The plan is kept; one more step", WHY_SHOWN)
        self.code = RecoveryCode(hub)
        self._kept = primary_button("I have it on paper", "", self.kept.emit)
        self._later = plain_button("Later", "", self.later.emit)
        self._later.setToolTip(LATER)
        self._kept.setEnabled(False)
        self.form.addWidget(self.code)
        self.form.addLayout(_row(self._kept, self._later))
        self.form.addStretch(1)

    def show_code(self, code: str) -> None:
        """The code came: go on is allowed."""
        self.code.show_code(code)
        self._kept.setEnabled(True)
        self._kept.setFocus()

    def say(self, sentence: str) -> None:
        """Why there is no code, or no paper."""
        self.code.say(sentence)


class TypeBack(FrontPanel):
    """The code from the paper."""

    typed = Signal(str)
    later = Signal()
    back_wanted = Signal()

    def __init__(self) -> None:
        title, fact = "Type the code from the paper", "To prove that it was kept"
        super().__init__(title, fact, WHY_TYPED, width=CODE_WIDTH)
        self.line = QLineEdit(maxLength=LONGEST)
        self._row = FormRow("&Recovery code", self.line, hint="Eight groups of five signs.")
        self._button = primary_button("Done", "tick", self._give)
        self._later = plain_button("Later", "", self.later.emit)
        self._later.setToolTip(LATER)
        back = plain_button("Back", "back-arrow", self.back_wanted.emit)
        self.form.addWidget(self._row)
        self.form.addLayout(_row(self._button, back, self._later))
        self.form.addStretch(1)
        self.line.returnPressed.connect(self._give)
        self.line.textChanged.connect(lambda: self._row.set_problem(""))
        self.setFocusProxy(self.line)

    def say(self, sentence: str) -> None:
        """What is wrong with it."""
        self._button.setEnabled(True)
        self._row.set_problem(sentence)
        self.line.setFocus()

    def _give(self) -> None:
        if not self._button.isEnabled():
            return
        try:
            read(self.line.text())
        except Refused as refusal:
            self.say(str(refusal))
            return
        self._button.setEnabled(False)
        self.typed.emit(self.line.text())


class KeepCode(QStackedWidget):
    """First the code is shown, then it is typed back; `done` either way."""

    done = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self._hub = hub
        self._shown, self._typed = ShowCode(hub), TypeBack()
        self.addWidget(self._shown)
        self.addWidget(self._typed)
        self._shown.kept.connect(self._type)
        self._shown.later.connect(self._end)
        self._typed.later.connect(self._end)
        self._typed.back_wanted.connect(lambda: self.setCurrentIndex(0))
        self._typed.typed.connect(self._prove)

    def make(self, passphrase: str) -> None:
        """Make the code and show it."""
        found: list[str] = []

        def made(_changes: Changes) -> None:
            if found:
                self._shown.show_code(found[0])
            else:
                self._end()

        self._hub.act(
            lambda workspace: recovery_jobs.new_code(workspace, passphrase, found.append),
            made,
            self._shown.say,
        )

    def say(self, sentence: str) -> None:
        """What stands in the way, on the screen that is shown."""
        screen = self.currentWidget()
        if isinstance(screen, ShowCode | TypeBack):
            screen.say(sentence)

    def _type(self) -> None:
        self.setCurrentWidget(self._typed)
        self._typed.line.setFocus()

    def _prove(self, code: str) -> None:
        def proved(_changes: Changes) -> None:
            self._end()

        self._hub.act(
            lambda workspace: recovery_jobs.prove_code(workspace, code), proved, self._typed.say
        )

    def _end(self) -> None:
        """Let go of what was shown and typed."""
        self._shown.code.show_code("")
        self._typed.line.clear()
        self.done.emit()


def _row(*buttons: KitButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    row.setAlignment(Qt.AlignmentFlag.AlignTop)
    return row
