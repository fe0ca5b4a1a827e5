"""Adding a child: a label, a reference, an age, and why in scope; no name is needed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from jtai_desktop.domain.documents.child_fields import ages
from jtai_desktop.domain.documents.children import name_like
from jtai_desktop.services.register import NewChild
from jtai_desktop.ui.kit.line_form import LineForm

LABEL, REFERENCE, AGE, IN_SCOPE = "Label", "Reference", "Age", "In scope"
HINTS = {LABEL: "Child G", REFERENCE: "NM-07", AGE: "13 to 15", IN_SCOPE: "In care"}
REASON = "Reason"


class AddChild(LineForm):
    """One line of fields. Enter adds, Esc puts it away; a label like a name is remarked on."""

    USUAL = LABEL

    def __init__(self) -> None:
        super().__init__("Add", "Add the child")
        self._fields = {place: self._line(place, hint=hint) for place, hint in HINTS.items()}
        self._fields[REASON] = self._line(REASON, hint="why it comes now")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 10)
        row.setSpacing(12)
        for place, part in self._rows.items():
            row.addWidget(part, 1 if place == AGE else 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._controls(), 0, Qt.AlignmentFlag.AlignTop)
        for place in (LABEL, REFERENCE):
            self._fields[place].textChanged.connect(partial(self._remark, place))
        self.ask_reason(wanted=False)

    def ask_reason(self, *, wanted: bool) -> None:
        """Once the selection is confirmed, a further child says why it comes."""
        self._rows[REASON].setVisible(wanted)

    def child(self) -> NewChild:
        """What was typed; refused where the age is no number."""
        age, age_to = ages(self._fields[AGE].text())
        return NewChild(
            reference=self._fields[REFERENCE].text(),
            label=self._fields[LABEL].text(),
            age=age,
            in_scope=self._fields[IN_SCOPE].text(),
            age_to=age_to,
            reason=self._fields[REASON].text(),
        )

    def begin(self) -> None:
        """Empty, and the ring on the label."""
        for field in self._fields.values():
            field.clear()
        self.show_problem(None)
        self.show()
        self._fields[LABEL].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remark(self, place: str, text: str) -> None:
        """A remark, never a refusal: it can be kept as it is."""
        self._rows[place].set_problem("")
        self._rows[place].set_hint(name_like(text))
