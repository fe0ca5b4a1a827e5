"""Today: days left, next deadlines, overdue, due today; at the right who, and what looks wrong."""

import datetime as dt

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.remarks.remark import FLAG
from jtai_desktop.services import milestones, restoring
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.buttons import primary_button
from jtai_desktop.ui.kit.chip import StateLabel
from jtai_desktop.ui.kit.countdown import Countdown
from jtai_desktop.ui.kit.fortnight_strip import FortnightStrip
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.scroll import Scroll
from jtai_desktop.ui.pages.today import document_rows, rows
from jtai_desktop.ui.pages.today import facts as day_facts
from jtai_desktop.ui.pages.today.document_rows import BUILT, legend
from jtai_desktop.ui.pages.today.facts import Facts
from jtai_desktop.ui.pages.today.restored import RestoredLine
from jtai_desktop.ui.pages.today.section import Section
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

MOST_NEXT, MOST_OVERDUE, MOST_REMARKS = 5, 5, 6
# So many where meetings stand above them, so that nothing has to be scrolled.
FEWER_REMARKS = 4
RIGHT_WIDTH, COUNTDOWN_WIDTH = 376, 250
MARGIN, BESIDE_FROM, UNBOUNDED = 24, 960, 16_777_215
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
QUIET = TableOptions(head=False, chooses=False, fits=True)
TALL = TableOptions(head=False, chooses=False, fits=True, row_height=34)


class TodayPage(Page[Facts]):
    """Reads in the order of the morning; every row leads to where it is mended."""

    DEPENDS = frozenset(Kind) - {Kind.VIEW, Kind.PRINT}
    FOLLOWS_CLOCK = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._facts: Facts | None = None
        self._all_overdue = self._all_remarks = False
        self._header = PageHeader("Today")
        self._countdown = Countdown("", "", "")
        self._strip = FortnightStrip()
        self._restored = RestoredLine()
        self._flags = Section("Act now", RowTable(rows.FLAGS, "Act now", QUIET))
        self._next = Section("Next milestones", RowTable(rows.NEXT, "Next milestones", TALL))
        self._overdue = Section("Overdue", RowTable(rows.OVERDUE, "Overdue", QUIET))
        self._due_today = Section("Due today", RowTable(rows.DUE_TODAY, "Due today", QUIET))
        self._meetings = Section("Meetings today", RowTable(rows.MEETINGS, "Meetings today", QUIET))
        self._tasks = Section("Who does what", RowTable(rows.TASKS, "Who does what", QUIET))
        self._to_send = Section(
            "Still to send, by agency",
            RowTable(document_rows.TO_SEND, "Still to send, by agency", QUIET),
        )
        self._wrong = Section(
            "Things that look wrong", RowTable(rows.REMARKS, "Things that look wrong", QUIET)
        )
        self._lay_out()
        self._connect()

    def read(self, workspace: Workspace) -> Facts:
        """The day as it stands."""
        return day_facts.read(workspace, self.desk.inspection_id)

    def show_facts(self, facts: Facts) -> None:
        """Fill every part of the page."""
        self._facts = facts
        self._header.set_fact(day_facts.spoken_now(facts.day))
        self._countdown.set_texts(*day_facts.countdown_words(facts.day))
        self._strip.set_days(day_facts.strip_days(facts.day))
        self._turn()
        self._restored.show_restored(facts.restored)
        flags = rows.flag_rows(facts.day)
        self._flags.setVisible(bool(flags))
        self._flags.show_rows(flags, count=len(flags))
        self._show_left(facts)
        self._show_right(facts)

    def view_state(self) -> dict[str, object]:
        """Which row one was at in each table."""
        return {name: section.table.view_state() for name, section in self._sections().items()}

    def restore_view(self, state: dict[str, object]) -> None:
        """Back to the rows one was at."""
        for name, section in self._sections().items():
            kept = state.get(name)
            if isinstance(kept, dict):
                section.table.restore(kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window, or with large words, the halves stand one below the other."""
        super().resizeEvent(event)
        self._turn()

    def _show_left(self, facts: Facts) -> None:
        day = facts.day
        self._next.show_rows(rows.next_rows(day, MOST_NEXT))
        self._next.heading.set_aside("time left by the clock")
        late = len(day.overdue) + len(day.register.overdue)
        most = late if self._all_overdue else MOST_OVERDUE
        self._overdue.show_rows(rows.overdue_rows(day, most), count=late)
        self._overdue.heading.set_aside(document_rows.late_words(day))
        self._overdue.offer_all(late, MOST_OVERDUE, shown=self._all_overdue)
        self._due_today.show_rows(rows.due_today_rows(day), count=rows.due_today_count(day))

    def _show_right(self, facts: Facts) -> None:
        day = facts.day
        self._meetings.setVisible(bool(day.meetings))
        self._meetings.show_rows(rows.meeting_rows(day))
        self._to_send.setVisible(bool(day.register.entries))
        self._to_send.show_rows(document_rows.to_send_rows(day))
        self._to_send.heading.set_aside(document_rows.to_send_aside(day))
        self._legend.setVisible(bool(day.register.open))
        # Whose turn it is stands in the register; both together would have to be scrolled.
        self._tasks.setVisible(not day.register.entries)
        self._tasks.show_rows(rows.task_rows(day.tasks))
        self._tasks.heading.set_aside("next three working days")
        most = FEWER_REMARKS if day.meetings else MOST_REMARKS
        found = facts.remarks if self._all_remarks else facts.remarks[:most]
        self._wrong.show_rows(rows.remark_rows(found), count=len(facts.remarks))
        self._wrong.offer_all(len(facts.remarks), most, shown=self._all_remarks)

    def _sections(self) -> dict[str, Section]:
        return {
            "flags": self._flags,
            "next": self._next,
            "overdue": self._overdue,
            "due-today": self._due_today,
            "meetings": self._meetings,
            "to-send": self._to_send,
            "tasks": self._tasks,
            "wrong": self._wrong,
        }

    def _lay_out(self) -> None:
        self._header.add_action(
            primary_button("Print today’s checklist", "printer", self.print_paper)
        )
        self._overdue.set_nothing(StateLabel(look_of(State.ALL_WELL)))
        self._wrong.set_nothing(StateLabel(look_of(State.ALL_WELL).worded("Nothing looks wrong")))
        self._due_today.set_nothing(
            StateLabel(look_of(State.ALL_WELL).worded("Nothing is due today"))
        )
        self._to_send.set_nothing(StateLabel(look_of(State.ALL_WELL).worded("All sent")))
        self._legend = legend()
        self._to_send.add_below(self._legend)
        self._tasks.say_nothing("Nobody is named for what comes next. Name them under People.")
        self._meetings.say_nothing("Nothing takes place today.")
        self._next.say_nothing("Nothing is left to come.")
        inside = QWidget()
        stand_on(inside, Role.BG)
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 0, MARGIN, 12)
        column.setSpacing(0)
        self._flags.setContentsMargins(0, 12, 0, 6)
        head = (self._header, Rule(Role.INK), self._restored, self._flags)
        for part in (*head, self._top(), Rule(Role.LINE)):
            column.addWidget(part)
        column.addLayout(self._halves(), 1)
        self._scroll(inside)
        follow_look(self._dress)

    def _top(self) -> QWidget:
        top = QWidget()
        self._days = QBoxLayout(BESIDE, top)
        self._days.setContentsMargins(0, 8, 0, 6)
        self._days.setSpacing(0)
        self._days.addWidget(self._countdown)
        self._days.addWidget(self._strip, 1)
        return top

    def _halves(self) -> QBoxLayout:
        self._right = QWidget()
        left = QVBoxLayout()
        right = QVBoxLayout(self._right)
        for part, sections in (
            (left, (self._next, self._overdue, self._due_today)),
            (right, (self._meetings, self._to_send, self._wrong, self._tasks)),
        ):
            part.setContentsMargins(0, 18, 0, 0)
            part.setSpacing(18)
            for section in sections:
                part.addWidget(section)
            part.addStretch(1)
        self._sides = QBoxLayout(BESIDE)
        self._sides.setSpacing(32)
        self._sides.addLayout(left, 1)
        self._sides.addWidget(self._right)
        return self._sides

    def _scroll(self, inside: QWidget) -> None:
        area = Scroll()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.setFocusProxy(self._next.table)

    def _connect(self) -> None:
        for section in (self._next, self._overdue, self._due_today, self._tasks):
            section.table.row_activated.connect(self._open_row)
        self._meetings.table.row_activated.connect(lambda key: self._open_row(f"week:{key}"))
        self._to_send.table.row_activated.connect(lambda _key: self._open_row("documents:"))
        self._due_today.table.link_followed.connect(lambda key, _column: self._follow(key))
        self._restored.followed.connect(lambda: self.desk.go.emit("vault", "restored"))
        self._restored.put_away.connect(self._put_away)
        self._flags.table.row_activated.connect(self._open_flag)
        self._flags.table.link_followed.connect(lambda key, _column: self._open_flag(key))
        self._wrong.table.row_activated.connect(self._mend)
        self._wrong.table.link_followed.connect(lambda key, _column: self._mend(key))
        self._overdue.all_wanted.connect(self._show_all_overdue)
        self._wrong.all_wanted.connect(self._show_all_remarks)
        self._strip.day_activated.connect(self._go_to_day)

    def _open_row(self, key: str) -> None:
        """A milestone leads to the timetable, a document to the register once there is one."""
        place, _, target = key.rpartition(":")
        if (place or "timetable") in BUILT:
            self.desk.go.emit(place or "timetable", target)

    def _open_flag(self, key: str) -> None:
        flags = self._facts.day.flags if self._facts else ()
        for flag in flags:
            if flag.id == key and "children" in BUILT:
                self.desk.go.emit("children", f"{FLAG}{flag.id}")

    def _follow(self, key: str) -> None:
        if ":" in key:
            self._open_row(key)
        else:
            self._mark_done(key)

    def _mark_done(self, key: str) -> None:
        inspection_id = self.desk.inspection_id

        def done(workspace: Workspace) -> Changes:
            return milestones.mark_done(workspace, inspection_id, key)

        self.act(done)

    def _put_away(self) -> None:
        self.act(restoring.put_away, lambda _: self.refresh())

    def _mend(self, key: str) -> None:
        if self._facts:
            remark = self._facts.remarks[int(key)]
            if remark.place in BUILT:
                self.desk.go.emit(remark.place, remark.target)

    def _show_all_overdue(self) -> None:
        self._all_overdue = not self._all_overdue
        self.refresh()

    def _show_all_remarks(self) -> None:
        self._all_remarks = not self._all_remarks
        self.refresh()

    def _go_to_day(self, day: dt.date) -> None:
        if not self._facts:
            return
        due = (each for each in self._facts.day.schedule.milestones if each.due.day == day)
        first = next(due, None)
        self.desk.go.emit("timetable", first.key if first else "")

    def _turn(self) -> None:
        """Beside each other where there is room for the words, else one below the other."""
        look, room = Look.of(self), self.width() - 2 * MARGIN
        both = room >= look.sized(BESIDE_FROM)
        self._sides.setDirection(BESIDE if both else BELOW)
        self._right.setMaximumWidth(look.sized(RIGHT_WIDTH) if both else UNBOUNDED)
        self._right.setMinimumWidth(look.sized(RIGHT_WIDTH) if both else 0)
        days = look.sized(COUNTDOWN_WIDTH) + self._strip.minimumSizeHint().width()
        self._days.setDirection(BESIDE if room >= days else BELOW)

    def _dress(self) -> None:
        self._countdown.setFixedWidth(Look.of(self).sized(COUNTDOWN_WIDTH))
        self._turn()
