"""Correcting an entry that lasts: which one was wrong, and why. It stays as it was."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from jtai_desktop.domain.problems import Problem
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.pages.timetable.forms import PanelForm

ENTRY, REASON = "Entry", "Reason"


class CorrectForm(PanelForm):
    """An entry and a reason."""

    def __init__(self) -> None:
        super().__init__("Correct")
        self._entries = QComboBox()
        self._entries.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._entries.setMinimumContentsLength(12)
        self._rows[ENTRY] = FormRow("Entry that is wrong", self._entries)
        self._reason = self._line(REASON)
        for row in self._rows.values():
            self._column.addWidget(row)
        self._end()

    @property
    def line_id(self) -> str:
        """The entry that was chosen."""
        return str(self._entries.currentData() or "")

    @property
    def reason(self) -> str:
        """The reason as it was typed."""
        return self._reason.text()

    def offer(self, entries: Sequence[tuple[str, str]]) -> None:
        """What can be corrected, the newest first."""
        field = self._entries
        shown = [(field.itemData(at), field.itemText(at)) for at in range(field.count())]
        if shown == list(entries):
            return
        field.clear()
        for line_id, words in entries:
            field.addItem(words, line_id)

    def empty(self) -> None:
        """Begin anew."""
        self._reason.clear()
        self.clear_problems()

    def refuse(self, sentence: str) -> None:
        """Say what stands in the way."""
        self.show_problem(Problem(REASON, sentence))
