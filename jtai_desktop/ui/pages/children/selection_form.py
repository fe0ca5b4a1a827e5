"""The selection: that it was confirmed, taking a child out of it, and taking one back."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.conversations.selection import Selection
from jtai_desktop.domain.wording import listed, stamp
from jtai_desktop.services import selection
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.line_form import LineForm, fill
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.timetable.typed import REASON, WHEN, when_typed
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.talks.steps import TalkSteps
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

DEED, CHILD, BY = "What", "Child", "By whom"
FREE = "Not confirmed yet: children are added and taken out without a reason."


class Deed(StrEnum):
    """What can be done with the selection."""

    CONFIRM = "confirm"
    OUT = "out"
    BACK = "back"


WORDS = {Deed.CONFIRM: "Confirm it", Deed.OUT: "Take a child out", Deed.BACK: "Take a child back"}


class SelectionForm(LineForm):
    """How it stands in words, and a line of fields below. Enter does it, Esc puts it away."""

    USUAL = DEED

    def __init__(self, desk: Desk) -> None:
        super().__init__("Do it", "Change the selection")
        self._apart = Words("", FontRole.LABEL, bold=True, wrap=True)
        # Of a child that was taken out, what was decided is still to be told.
        self.apart = TalkSteps(desk, (Step.TELL,))
        self._view: Overview | None = None
        self._stands = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self.deed, self.child = self._combo(DEED), self._combo(CHILD)
        self.reason, self.by = self._line(REASON), self._line(BY, hint=selection.CONFIRMED_BY)
        self.when = self._line(WHEN, hint="now")
        row = QHBoxLayout()
        row.setSpacing(12)
        for place, part in self._rows.items():
            row.addWidget(part, 2 if place == REASON else 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._controls(), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 10)
        column.setSpacing(6)
        column.addWidget(self._stands)
        column.addLayout(row)
        column.addWidget(self._apart)
        column.addWidget(self.apart)
        self.apart.left.connect(self.deed.setFocus)
        self.deed.currentIndexChanged.connect(lambda _at: self._ask())

    def show_selection(self, view: Overview) -> None:
        """How the selection stands, and what can be done with it; what is chosen stays."""
        self._view = view
        self._stands.setText(stands(view))
        found = view.selection
        deeds = [Deed.CONFIRM] if found.children and _is_news(found) else []
        deeds += [Deed.OUT] if view.children else []
        deeds += [Deed.BACK] if view.taken_out else []
        fill(self.deed, [(each.value, WORDS[each]) for each in deeds])
        self._ask()
        apart = [each.person.id for each in view.conversations.to_tell if not each.person.selected]
        talks = view.conversations.talks
        talk = next((each for each in talks if each.person.id in apart[:1]), None)
        self._apart.setText(f"{talk.person.called}: lead inspector not yet told" if talk else "")
        self._apart.setVisible(talk is not None)
        self.apart.show_talk(talk, view.now)

    def begin(self) -> None:
        """With nothing typed, and the ring on what is to be done."""
        for field in (self.reason, self.by, self.when):
            field.clear()
        self.show_problem(None)
        self.show()
        self.deed.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self, inspection_id: str) -> Act:
        """What was asked for; refused where the time can’t be read."""
        deed, child_id = Deed(self.deed.currentData()), str(self.child.currentData() or "")
        if deed is Deed.CONFIRM:
            who, now = self.by.text(), self._view.now if self._view else None
            when = when_typed(self.when.text(), now) if now else None
            return lambda workspace: selection.confirm_selection(
                workspace, inspection_id, who, when
            )
        reason = self.reason.text()
        doing = selection.take_out_child if deed is Deed.OUT else selection.take_back_child
        return lambda workspace: doing(workspace, inspection_id, child_id, reason)

    def _ask(self) -> None:
        """The fields that the deed needs."""
        deed, view = self.deed.currentData(), self._view
        confirms = deed == Deed.CONFIRM
        for place, wanted in ((CHILD, not confirms), (REASON, not confirms)):
            self._rows[place].setVisible(wanted)
        for place in (BY, WHEN):
            self._rows[place].setVisible(confirms)
        if view is not None and not confirms:
            there = view.taken_out if deed == Deed.BACK else view.children
            fill(self.child, [(each.id, each.label) for each in there])


def stands(view: Overview) -> str:
    """Confirmed by the lead inspector, Fri 6 Nov 2026, 11:40; who was taken out, who came since."""
    found, last = view.selection, view.selection.last
    if last is None:
        said = FREE
    else:
        said = f"Confirmed by: {last.who}, {stamp(last.moment)}."
        said += " It has changed since." if found.has_changed else ""
        said += " Each change says why."
    out = listed([each.label for each in view.taken_out])
    return f"{said} Taken out: {out}." if out else said


def _is_news(found: Selection) -> bool:
    return not found.is_confirmed or found.has_changed
