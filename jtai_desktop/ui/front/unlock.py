"""Unlocking: the passphrase of an existing vault, or the way to the recovery code."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from jtai_desktop.ui.front import jobs
from jtai_desktop.ui.front.panel import FrontPanel
from jtai_desktop.ui.front.pause import Pause
from jtai_desktop.ui.front.shown_passphrase import PassphraseField
from jtai_desktop.ui.front.way_on import WayOn
from jtai_desktop.ui.kit.buttons import LinkButton, plain_button, primary_button
from jtai_desktop.ui.kit.fields import FormRow

if TYPE_CHECKING:
    from jtai_desktop.services.ways_on import Trouble

WHY = (
    "The vault holds what is known about children, so everything in it is encrypted.",
    "The passphrase is asked for each time. It is kept nowhere on this computer.",
    "After five wrong tries in a row there is a pause that grows, up to a minute.",
)


class Unlock(FrontPanel):
    """One field, one button."""

    passphrase_given = Signal(str)
    way_taken = Signal(str, object)
    example_wanted = Signal()
    code_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Locked", "Your inspections are in the vault on this computer", WHY)
        self._field = PassphraseField()
        self._row = FormRow("&Passphrase", self._field.line)
        self._button = primary_button("Unlock", "lock", self._give)
        self._pause = Pause(self._button, "Unlock")
        self._way_on = WayOn()
        self._way_on.taken.connect(self._take)
        self._code = LinkButton("Use the recovery code")
        self._code.clicked.connect(self.code_wanted)
        self._example = plain_button(jobs.EXPLORE, "eye", self.example_wanted.emit)
        self.header.add_action(self._example)
        self.form.addWidget(self._row)
        self.form.addWidget(self._field.show_box)
        self.form.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.addWidget(self._code, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.addWidget(self._way_on)
        self.form.addStretch(1)
        self._field.line.returnPressed.connect(self._give)
        self._field.line.textChanged.connect(lambda: self._row.set_problem(""))
        self.setFocusProxy(self._field.line)

    @property
    def line(self) -> QLineEdit:
        """The field of the passphrase."""
        return self._field.line

    def say(self, sentence: str) -> None:
        """Why it did not open."""
        self._row.set_problem(sentence)
        self._field.line.selectAll()
        self._field.line.setFocus()

    def tell(self, sentence: str) -> None:
        """What is good to know before one types."""
        self._row.set_hint(sentence)

    def offer(self, trouble: "Trouble") -> None:
        """Why the vault did not open, which is not the passphrase's fault, and the way on."""
        self._row.set_problem("")
        self._way_on.show_trouble(trouble)
        (self._way_on.button if trouble.has_way_on else self._field.line).setFocus()

    def hold(self, seconds: int) -> None:
        """After several wrong tries: wait so long."""
        self._pause.hold(seconds)

    def set_busy(self, *, busy: bool) -> None:
        """While the key is worked out, about a second."""
        self._button.setEnabled(not busy)
        self._button.setText("Unlocking…" if busy else "Unlock")
        self._way_on.set_busy(busy=busy)

    def set_making(self, making: bool) -> None:
        """While the example is being made, a second or two."""
        self._example.setText(jobs.MAKING if making else jobs.EXPLORE)

    def _take(self, trouble: object) -> None:
        self.way_taken.emit(self._field.line.text(), trouble)

    def _give(self) -> None:
        if self._field.line.text() and self._button.isEnabled():
            self._way_on.forget()
            self.passphrase_given.emit(self._field.line.text())
