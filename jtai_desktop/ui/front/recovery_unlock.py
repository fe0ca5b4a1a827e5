"""Unlocking with the recovery code, which leads to a new passphrase."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget

from jtai_desktop.domain.passphrases import USUAL_PERSON, Newcomer
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.recovery_codes import read
from jtai_desktop.domain.wording import listed
from jtai_desktop.ui.front import opening_jobs, recovery_jobs
from jtai_desktop.ui.front.opening_jobs import Troubles
from jtai_desktop.ui.front.panel import CODE_WIDTH, FrontPanel
from jtai_desktop.ui.front.passphrase import Asking, NewPassphrase
from jtai_desktop.ui.front.pause import Pause
from jtai_desktop.ui.front.recovery import LONGEST
from jtai_desktop.ui.front.way_on import WayOn
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.shell.hub import Hub

if TYPE_CHECKING:
    from jtai_desktop.services.ways_on import Trouble

WHY = (
    "The recovery code was made with the vault, or later under Vault, and kept on paper.",
    "Capitals, hyphens and spaces don’t matter. O is read as 0, I and L as 1.",
    "After the code you set a new passphrase. The code itself stays good.",
)
NEEDS_BACKUP = "Go back and take a backup from a folder there, then use the code."
WHY_NEW = (
    (
        "The passphrase that this role had before opens nothing any more. Those of others stay as"
        " they are."
    ),
    "Four unrelated words make a good one. Write it down and keep it where you keep your keys.",
    "The recovery code stays good: put the paper back where it was.",
)


class UseCode(FrontPanel):
    """One field, one button."""

    given = Signal(str)
    way_taken = Signal(str, object)
    back_wanted = Signal()

    def __init__(self) -> None:
        title, fact = "Use the recovery code", "It leads to a new passphrase"
        super().__init__(title, fact, WHY, width=CODE_WIDTH)
        self.line = QLineEdit(maxLength=LONGEST)
        self._row = FormRow("&Recovery code", self.line, hint="Eight groups of five signs.")
        self._button = primary_button("Go on", "", self._give)
        self._pause = Pause(self._button, "Go on")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._button)
        buttons.addWidget(plain_button("Back", "back-arrow", self.back_wanted.emit))
        buttons.addStretch(1)
        self.form.addWidget(self._row)
        self._way_on = WayOn()
        self._way_on.taken.connect(lambda trouble: self.way_taken.emit(self.line.text(), trouble))
        self.form.addLayout(buttons)
        self.form.addWidget(self._way_on)
        self.form.addStretch(1)
        self.line.returnPressed.connect(self._give)
        self.line.textChanged.connect(lambda: self._row.set_problem(""))
        self.setFocusProxy(self.line)

    def say(self, sentence: str) -> None:
        """What is wrong with the code."""
        self._row.set_problem(sentence)
        self.line.setFocus()

    def offer(self, trouble: "Trouble") -> None:
        """Why the vault did not open, which is not the code's fault, and the way on."""
        self._row.set_problem("")
        self._way_on.show_trouble(trouble)
        (self._way_on.button if trouble.has_way_on else self.line).setFocus()

    def hold(self, seconds: int) -> None:
        """After several wrong tries: wait so long."""
        self._pause.hold(seconds)

    def set_busy(self, *, busy: bool) -> None:
        """While the code is tried."""
        self._button.setEnabled(not busy)
        self._way_on.set_busy(busy=busy)

    def _give(self) -> None:
        if not self._button.isEnabled():
            return
        try:
            read(self.line.text())
        except Refused as refusal:
            self.say(str(refusal))
            return
        self._way_on.forget()
        self.given.emit(self.line.text())


class Recovering(QStackedWidget):
    """The code, then the new passphrase; `recovered` with the open vault."""

    recovered = Signal(object)
    back_wanted = Signal()

    def __init__(self, hub: Hub, vault: Path) -> None:
        super().__init__()
        self._hub, self._vault = hub, vault
        self._code = UseCode()
        self._code.given.connect(self._try)
        self._code.way_taken.connect(self._take)
        self._code.back_wanted.connect(self.back_wanted)
        self.addWidget(self._code)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin at the code."""
        self._code.line.setFocus(reason)

    def ask_pause(self) -> None:
        """After several wrong tries: how long to wait."""
        vault = self._vault
        self._hub.work(lambda: recovery_jobs.pause_left(vault), self._code.hold, self._code.say)

    def say(self, sentence: str) -> None:
        """What stands in the way, on the screen that is shown."""
        screen = self.currentWidget()
        if isinstance(screen, UseCode | NewPassphrase):
            screen.say(sentence)

    def _try(self, code: str) -> None:
        self._code.set_busy(busy=True)
        found = Troubles(self._vault)

        def opens(people: tuple[str, ...]) -> None:
            self._code.set_busy(busy=False)
            self._ask_passphrase(code, people)

        job = found.noting(lambda: recovery_jobs.try_code(self._vault, code))
        self._hub.work(job, opens, lambda sentence: self._refused(found, sentence))

    def _take(self, code: str, trouble: "Trouble") -> None:
        """The way that was offered: the last backup, or its keys and then the code again."""
        self._code.set_busy(busy=True)
        found = Troubles(self._vault)

        def refused(sentence: str) -> None:
            self._refused(found, sentence)

        if trouble.needs_a_backup:
            self._refused(found, NEEDS_BACKUP)
            return
        if trouble.backup is None:
            put_back = opening_jobs.put_keys_back
            self._hub.work(lambda: put_back(self._vault), lambda _: self._try(code), refused)
            return
        look, why = opening_jobs.look_with_code, trouble.problem
        job = found.noting(lambda: look(self._vault, code, why))
        self._hub.open(job, self.recovered.emit, refused)

    def _refused(self, found: Troubles, sentence: str) -> None:
        self._code.set_busy(busy=False)
        if found.newest is not None:
            self._code.offer(found.newest)
        else:
            self._code.say(sentence)
        self.ask_pause()

    def _ask_passphrase(self, code: str, people: tuple[str, ...]) -> None:
        screen = NewPassphrase(self._vault, asking(people))
        screen.given.connect(lambda newcomer: self._recover(screen, code, newcomer))
        screen.back_wanted.connect(self._back_to_code)
        self.addWidget(screen)
        self.setCurrentWidget(screen)
        screen.take_focus()

    def _back_to_code(self) -> None:
        while screen := self.widget(1):
            self.removeWidget(screen)
            screen.deleteLater()
        self._code.line.setFocus()

    def _recover(self, screen: NewPassphrase, code: str, newcomer: Newcomer) -> None:
        screen.set_busy(busy=True)

        def refused(sentence: str) -> None:
            screen.set_busy(busy=False)
            screen.say(sentence)

        def recovered(workspace: object) -> None:
            self._code.line.clear()
            self.recovered.emit(workspace)

        job = recovery_jobs.recover
        self._hub.open(lambda: job(self._vault, code, newcomer), recovered, refused)


def asking(people: tuple[str, ...]) -> Asking:
    """The words around the new passphrase."""
    whose = "It stands beside what you do. No name is needed."
    if people:
        whose = f"Who has a passphrase: {listed(people)}. Another role adds one."
    return Asking(
        "A new passphrase",
        "Set it and unlock",
        "Unlocking…",
        why=WHY_NEW,
        person=people[0] if people else USUAL_PERSON,
        whose=whose,
    )
