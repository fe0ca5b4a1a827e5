"""What taking a form in would do, looked through text by text before anything is written."""

from collections.abc import Collection

from PySide6.QtWidgets import QAbstractButton, QCheckBox

from jtai_desktop.domain.wording import counted
from jtai_desktop.services.evaluation_forms import Preview, TextChange
from jtai_desktop.ui.evaluations import form_rows
from jtai_desktop.ui.kit.cells import Row
from jtai_desktop.ui.returned.preview import PLAIN, ReturnedPreview

NOTHING = "Nothing in it differs from what is here."
BROKEN = "Nothing can be taken in until the problems are mended in the form."
HOW = "Nothing is written yet. Enter on a text that both changed chooses between ours and theirs."


class FormPreview(ReturnedPreview[Preview]):
    """A form of evaluations."""

    COLUMNS = form_rows.COLUMNS
    READING = "Reading the form …"

    @property
    def taken(self) -> tuple[TextChange, ...]:
        """The conflicts in which theirs was chosen."""
        found = self.seen.conflicts if self.seen else ()
        return tuple(each for place, each in enumerate(found) if place in self._theirs)

    @property
    def extras(self) -> tuple[QAbstractButton, ...]:
        """What is offered together with taking it in."""
        return (self.still_writing,)

    def beside(self) -> tuple[QAbstractButton, ...]:
        self.still_writing = QCheckBox("The agency is still writing: do not mark it returned")
        return (self.still_writing,)

    def said(self, seen: Preview) -> str:
        return form_rows.said(seen)

    def rows(self, seen: Preview, theirs: Collection[int]) -> tuple[Row, ...]:
        return form_rows.rows_of(seen, theirs)

    def offer(self, seen: Preview, theirs: int) -> str:
        number = len(seen.takable) + theirs
        self.accept.setText(f"Take in {counted(number, 'text')}")
        self.accept.setEnabled(bool(number) and not seen.problems)
        for each in (self.accept, *self.extras):
            each.setVisible(bool(seen.changes) and not seen.problems)
        if seen.problems:
            return BROKEN
        if not seen.changes:
            return NOTHING
        return HOW if seen.conflicts else PLAIN
