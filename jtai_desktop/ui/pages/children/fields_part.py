"""What is recorded of a child, each field edited where it stands; Enter or leaving it keeps it."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.documents.child_fields import HINTS, NAMES, Field, text_of
from jtai_desktop.domain.documents.children import name_like
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.services import selection
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.settings.kept_field import KeptField
from jtai_desktop.ui.shell.page import Desk

LABELS = 70
# A name does not belong into these; it is remarked on, never refused.
NAMELESS = frozenset({Field.LABEL, Field.REFERENCE})


class FieldsPart(QWidget):
    """Acts through the hub by itself; what is being typed for the same child stays."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._child: Child | None = None
        self.fields = {field: self._row(field) for field in Field}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.fields.values():
            column.addWidget(row)

    def show_child(self, view: Overview, child: Child) -> None:
        """Show a child; of another one nothing that was typed is left."""
        other = self._child is None or self._child.id != child.id
        self._child = child
        for field, row in self.fields.items():
            if other:
                row.bring_back()
            text = text_of(child, field, view.agencies)
            row.set_kept(text)
            row.line.setToolTip(text)
            row.line.setAccessibleName(f"{NAMES[field]}, {child.label}")
            if not row.line.hasFocus():
                # A long text shows its beginning.
                row.line.setCursorPosition(0)

    def _row(self, field: Field) -> KeptField:
        row = KeptField(NAMES[field], placeholder=HINTS[field], left=LABELS, flat=True)
        row.wanted.connect(partial(self._keep, field))
        if field in NAMELESS:
            row.line.textChanged.connect(lambda text: row.set_hint(name_like(text)))
        return row

    def _keep(self, field: Field, text: str) -> None:
        if self._child is None:
            return
        inspection_id, child_id = self._desk.inspection_id, self._child.id
        self._desk.hub.act(
            lambda workspace: selection.set_facts(
                workspace, inspection_id, child_id, {field: text}
            ),
            None,
            self.fields[field].refuse,
        )
