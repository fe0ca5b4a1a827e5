"""What can be done to the milestone in the panel: small buttons, and forms that unfold in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.problems import Problem
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.ui.kit.buttons import KitButton, LinkButton, small_button
from jtai_desktop.ui.pages.timetable.deeds import Deed
from jtai_desktop.ui.pages.timetable.facts import Timetable, is_anchor, ours
from jtai_desktop.ui.pages.timetable.forms import AgreeForm, DoneForm, PanelForm, SetForm
from jtai_desktop.ui.pages.timetable.parts import ButtonRows, focused_in
from jtai_desktop.ui.theme.fonts import FontRole


class Offers(QWidget):
    """Done or not; another time; what was agreed. One form is unfolded at a time."""

    wanted = Signal(Deed)
    dates_wanted = Signal()
    unfolded = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.done, self.set, self.agree = DoneForm(), SetForm(), AgreeForm()
        self._not_done = self._button("Not done", Deed.NOT_DONE)
        self._set = small_button("Set a time…", "pen", self.unfold_set)
        self._agree = small_button("Agreed…", "ring-tick", self.unfold_agree)
        self._agree.setAccessibleName("Agreed with the lead inspector…")
        self._bring_back = self._button("Bring back", Deed.BRING_BACK)
        self._withdraw = self._button("Withdraw agreement", Deed.WITHDRAW)
        self._dates = LinkButton("Change the dates…", FontRole.LABEL)
        self._buttons = ButtonRows()
        self._timetable: Timetable | None = None
        self._planned: Planned | None = None
        self._lay_out()
        self._connect()

    def show_milestone(self, timetable: Timetable, planned: Planned) -> None:
        """Offer what can be done to this one; what is being typed for it stays."""
        if self._planned is None or self._planned.key != planned.key:
            self.fold()
            self.done.empty()
        self._timetable, self._planned = timetable, planned
        focus = focused_in(self)
        self._offer(planned)
        if focus and not focus.isVisibleTo(self):
            self.first().setFocus()

    def first(self) -> QWidget:
        """Where one begins with the keyboard."""
        if self.done.isVisibleTo(self):
            return self.done.first
        shown = [each for each in self._all() if each.isVisibleTo(self)]
        return shown[0] if shown else self._dates

    def unfold_set(self) -> None:
        """Ask for another time; where the date is the inspection's own, lead to the dates."""
        if self._planned is None or is_anchor(self._planned):
            self._dates.setFocus()
            return
        by_hand = self._planned.notes.set_by_hand
        self.set.begin(self._planned.due, by_hand.reason if by_hand else "")
        self._unfold(self.set)

    def unfold_agree(self) -> None:
        """Ask what was agreed."""
        if self._planned is not None and self._timetable is not None:
            self.agree.begin(self._planned.due, self._planned.notes.agreed, self._timetable)
            self._unfold(self.agree)

    def fold(self) -> None:
        """Put the forms away."""
        for form in (self.set, self.agree):
            form.hide()

    def finish(self, deed: Deed) -> None:
        """It is kept: put its form away."""
        if deed is Deed.DONE:
            self.done.empty()
        if deed in {Deed.SET, Deed.AGREE}:
            back = self._set if deed is Deed.SET else self._agree
            if focused_in(self):
                back.setFocus()
            self.fold()

    def show_problem(self, deed: Deed, problem: Problem) -> None:
        """Say what is wrong in the form it came from."""
        forms: dict[Deed, PanelForm] = {Deed.SET: self.set, Deed.AGREE: self.agree}
        forms.get(deed, self.done).show_problem(problem)

    def _offer(self, planned: Planned) -> None:
        notes, dated = planned.notes, is_anchor(planned)
        came = planned.happened_by_itself is not None
        self.done.button.setText("Mark done" if ours(planned) else "Happened")
        self.done.setVisible(notes.done is None and not came)
        self._not_done.setText("Not done" if ours(planned) else "Not yet")
        self._not_done.setVisible(notes.done is not None)
        self._set.setVisible(not dated)
        self._bring_back.setVisible(notes.set_by_hand is not None)
        self._agree.setVisible(not came or planned.to_agree is not None)
        self._withdraw.setVisible(notes.agreed is not None)
        self._dates.setVisible(dated)
        self._buttons.arrange()

    def _unfold(self, form: PanelForm) -> None:
        self.fold()
        form.show()
        form.take_focus()
        self.unfolded.emit(form)

    def _all(self) -> list[QWidget]:
        buttons = [self._not_done, self._set, self._agree, self._bring_back, self._withdraw]
        return [*buttons, self._dates]

    def _button(self, text: str, deed: Deed) -> KitButton:
        return small_button(text, on_click=lambda: self.wanted.emit(deed))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._buttons.set_parts(self._all())
        for part in (self.done, self._buttons, self.set, self.agree):
            column.addWidget(part)
        self.fold()

    def _connect(self) -> None:
        self.done.wanted.connect(lambda: self.wanted.emit(Deed.DONE))
        self.set.wanted.connect(lambda: self.wanted.emit(Deed.SET))
        self.agree.wanted.connect(lambda: self.wanted.emit(Deed.AGREE))
        self._dates.clicked.connect(self.dates_wanted)
