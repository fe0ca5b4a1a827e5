"""Why a vault did not open, in its own sentence, and below it the way on, where there is one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.wording import stamp
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.icon_view import IconView
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

if TYPE_CHECKING:
    from jtai_desktop.services.ways_on import Trouble

LOOK, PUT_BACK = "Look at the last backup", "Use the keys of the last backup"
TAKE = "Take a backup from a folder…"
FROM_FOLDER = "From a stick or a folder where a copy was made: “jtai-backups”."
OF_BACKUP = "It is of {when}. You can read it; nothing is changed by looking."
OF_KEYS = (
    "They are of {when}: the passphrases of that time count again."
    " The damaged key file is kept beside them."
)


class WayOn(QWidget):
    """Hidden until there is trouble. `taken` comes when the person goes that way."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._trouble: Trouble | None = None
        self._sentence = Words("", bold=True, ink=Role.WARNING, wrap=True)
        self.button = plain_button(LOOK, "eye", self._take)
        self._told = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self._lay_out()
        self.hide()

    def show_trouble(self, trouble: "Trouble") -> None:
        """Say what stands in the way, and offer the way on."""
        self._trouble = trouble
        self._sentence.setText(trouble.problem.sentence)
        self.setAccessibleName(trouble.problem.sentence)
        words, told = _said(trouble)
        self.button.setText(words)
        self._told.setText(told)
        self.button.setAccessibleDescription(self._told.text())
        for part in (self.button, self._told):
            part.setVisible(trouble.has_way_on)
        self.show()

    def set_busy(self, *, busy: bool) -> None:
        """While it is done."""
        self.button.setEnabled(not busy)

    def forget(self) -> None:
        """Nothing stands in the way any more."""
        self._trouble = None
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(IconView("triangle", Role.WARNING, 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._told)

    def _take(self) -> None:
        if self._trouble is not None:
            self.taken.emit(self._trouble)


def _said(trouble: "Trouble") -> tuple[str, str]:
    """What stands on the button, and what is to be known before it is pressed."""
    if trouble.backup is not None:
        return LOOK, OF_BACKUP.format(when=stamp(trouble.backup.taken))
    if trouble.keys_of is not None:
        return PUT_BACK, OF_KEYS.format(when=stamp(trouble.keys_of.taken))
    return TAKE, FROM_FOLDER
