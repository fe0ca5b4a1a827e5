"""The first screen: one date in, the whole plan out, live while the date is typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.problems import Refused
from jtai_desktop.ui.front import jobs
from jtai_desktop.ui.front.plan_place import PlanPlace
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.shell.entrance import Entrance
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

if TYPE_CHECKING:
    from datetime import date, datetime

    from jtai_desktop.domain.schedule import Schedule
    from jtai_desktop.services.guidance import PackSummary

RESTORE = "Restore from a folder…"
FORM_WIDTH = 372
AFTER_FIRST_PICTURE = 100
USUAL_PACK = "cmh-2019"
EXAMPLE_DATE = "Mon 2 Nov 2026, 09:00"
NAMES = "For example “integrated care board” in place of “CCG”."
PRACTICE = "A practice inspection says so on every screen and every page."


class Begin(Entrance):
    """Area and date at the left, the plan at the right. Nothing is kept until "Keep this plan"."""

    wanted = Signal(object)
    example_wanted = Signal()
    backup_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, hub: Hub, *, can_go_back: bool) -> None:
        super().__init__()
        stand_on(self, Role.BG)
        self._hub = hub
        self._asked = 0
        self._schedule: Schedule | None = None
        self._make_fields()
        self._plan = PlanPlace()
        self._lay_out(can_go_back=can_go_back)
        self._connect()
        self._show_plan()
        # After the first picture stands: what is imported now would hold it up.
        QTimer.singleShot(AFTER_FIRST_PICTURE, self, self._prepare)
        follow_look(self._dress)

    def say(self, sentence: str) -> None:
        """What stands in the way of keeping the plan."""
        self._rows["area"].set_problem(sentence)

    def set_making(self, making: bool) -> None:
        """While the example is being made, a second or two."""
        self._example.setText(jobs.MAKING if making else jobs.EXPLORE)

    def _make_fields(self) -> None:
        self._area = QLineEdit(placeholderText="Northmoor", maxLength=200)
        self._notified = QLineEdit(placeholderText=EXAMPLE_DATE, maxLength=200)
        self._fieldwork = QLineEdit(placeholderText="Mon 16 Nov 2026", maxLength=200)
        self._guidance = QComboBox()
        self._guidance.addItem(USUAL_PACK, USUAL_PACK)
        self._practice = QCheckBox("&Practice: rehearse with invented dates")
        self._names = QCheckBox("&Today’s names of the agencies")
        self._names.setChecked(True)
        self._rows = {
            "notified": FormRow(
                "&When did the call come?",
                self._notified,
                hint="A day and an hour. Without an hour, 09:00 is meant.",
            ),
            "area": FormRow("&Area of the inspection", self._area),
            "fieldwork": FormRow(
                "&First day on site, if the message names it",
                self._fieldwork,
                hint="Left empty: ten working days after the call.",
            ),
            "guidance": FormRow("&Guidance", self._guidance),
        }
        self._rows["guidance"].hide()
        self._keep = primary_button("Keep this plan")

    def _lay_out(self, *, can_go_back: bool) -> None:
        header = PageHeader("A joint inspection is coming", "Type one date and see the whole plan")
        if can_go_back:
            header.add_action(plain_button("Back", "back-arrow", self.back_wanted.emit))
        else:
            header.add_action(plain_button(RESTORE, "returned", self.backup_wanted.emit))
        self._example = plain_button(jobs.EXPLORE, "eye", self.example_wanted.emit)
        header.add_action(self._example)
        halves = QHBoxLayout()
        halves.setSpacing(32)
        halves.addWidget(self._form())
        halves.addWidget(self._plan, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(Rule(Role.INK))
        column.addSpacing(16)
        column.addLayout(halves, 1)

    def _form(self) -> QWidget:
        self._column = QWidget()
        form = QVBoxLayout(self._column)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(14)
        for row in self._rows.values():
            form.addWidget(row)
        form.addWidget(_explained(self._names, NAMES))
        form.addWidget(_explained(self._practice, PRACTICE))
        form.addSpacing(4)
        form.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        form.addStretch(1)
        self.setFocusProxy(self._notified)
        return self._column

    def _connect(self) -> None:
        for field in (self._notified, self._fieldwork):
            field.textChanged.connect(self._show_plan)
        for field in (self._notified, self._area, self._fieldwork):
            field.returnPressed.connect(self._want)
        self._names.toggled.connect(self._show_plan)
        self._area.textChanged.connect(lambda: self._rows["area"].set_problem(""))
        self._guidance.activated.connect(self._show_plan)
        self._keep.clicked.connect(self._want)

    def _prepare(self) -> None:
        """Read the packs, and import what comes next, while the person reads."""
        self._hub.work(jobs.packs, self._fill_guidance, self.say)
        self._hub.work(jobs.warm_up, lambda _: None, self.say)

    def _fill_guidance(self, packs: "tuple[PackSummary, ...]") -> None:
        """Offer a choice of guidance where there is one."""
        self._guidance.clear()
        for one in packs:
            self._guidance.addItem(one.title, one.id)
        self._rows["guidance"].setVisible(len(packs) > 1)

    def _show_plan(self) -> None:
        """Ask for the plan of what is typed; an answer to something older is passed over."""
        self._schedule = None
        self._asked += 1
        self._keep.setEnabled(False)
        notified, fieldwork = self._read_notified(), self._read_fieldwork()
        if notified is None or (fieldwork is None and self._fieldwork.text().strip()):
            self._plan.clear()
            return
        asked, pack_id = self._asked, str(self._guidance.currentData())
        today = self._names.isChecked()

        def work() -> "Schedule":
            return jobs.plan(pack_id, notified, fieldwork, today=today)

        def arrived(schedule: "Schedule") -> None:
            if asked == self._asked:
                self._take(schedule)

        def refused(sentence: str) -> None:
            if asked == self._asked:
                self._plan.clear()
                self._rows["fieldwork"].set_problem(sentence)

        self._hub.work(work, arrived, refused)

    def _take(self, schedule: "Schedule") -> None:
        self._schedule = schedule
        self._plan.show_schedule(schedule)
        self._keep.setEnabled(True)

    def _read_notified(self) -> "datetime | None":
        text = self._notified.text().strip()
        self._rows["notified"].set_problem("")
        if not text:
            return None
        from jtai_desktop.domain.typed import read_when

        try:
            return read_when(text)
        except Refused as refusal:
            self._rows["notified"].set_problem(str(refusal))
            return None

    def _read_fieldwork(self) -> "date | None":
        text = self._fieldwork.text().strip()
        self._rows["fieldwork"].set_problem("")
        if not text:
            return None
        from jtai_desktop.domain.typed import read_day

        try:
            return read_day(text)
        except Refused as refusal:
            self._rows["fieldwork"].set_problem(str(refusal))
            return None

    def _want(self) -> None:
        from jtai_desktop.domain.inspection import Beginning

        notified = self._read_notified()
        if notified is None or self._schedule is None:
            self._notified.setFocus()
            return
        if not self._area.text().strip():
            self._rows["area"].set_problem("Which area is it? The name stands on every page.")
            self._area.setFocus()
            return
        self.wanted.emit(
            Beginning(
                area=self._area.text(),
                notified=notified,
                pack_id=str(self._guidance.currentData()),
                fieldwork=self._read_fieldwork(),
                practice=self._practice.isChecked(),
                names_of_today=self._names.isChecked(),
            )
        )

    def _dress(self) -> None:
        self._column.setFixedWidth(Look.of(self).sized(FORM_WIDTH))


def _explained(box: QCheckBox, sentence: str) -> QWidget:
    """A check box with a word on what it does, close below it."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    words = Words(sentence, FontRole.LABEL, Role.INK2, wrap=True)
    words.setContentsMargins(30, 0, 0, 0)
    column.addWidget(box)
    column.addWidget(words)
    box.setAccessibleDescription(sentence)
    return both
