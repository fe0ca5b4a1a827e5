"""Timetable: what is due when, in three weeks and in a list; choosing in one marks the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.services import histories, overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.weeks_strip import WeeksStrip
from jtai_desktop.ui.pages.timetable.body import MARGIN, Body
from jtai_desktop.ui.pages.timetable.deeds import Deed, Deeds
from jtai_desktop.ui.pages.timetable.facts import Timetable
from jtai_desktop.ui.pages.timetable.legend import Legend, signs_of
from jtai_desktop.ui.pages.timetable.panel import MilestonePanel
from jtai_desktop.ui.pages.timetable.rows import first_open, now_line, rows_of
from jtai_desktop.ui.pages.timetable.strip import weeks_of
from jtai_desktop.ui.pages.timetable.table import MilestoneTable
from jtai_desktop.ui.pages.timetable.words import fact_of, warning_of
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk, Page

DATES = ("settings", "dates")
ABOVE_TABLE = 8
# Narrower than this, the words of the strip need the room of the days that bring nothing.
TIGHT_BELOW = 1120


class TimetablePage(Page[Timetable]):
    """Strip, table and panel over the same milestones; `open_at` takes a milestone's key."""

    DEPENDS = frozenset(
        {
            Kind.INSPECTION,
            Kind.MILESTONE,
            Kind.AGENCY,
            Kind.CONTACT,
            Kind.RESPONSIBILITY,
            Kind.SETTING,
            Kind.CLOSURE,
        }
    )
    FOLLOWS_CLOCK = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._deeds = Deeds(desk.hub, desk.inspection_id)
        self._timetable: Timetable | None = None
        self._stands_for: dict[str, str] = {}
        self._tight = False
        self._kept: dict[str, object] = {}
        self._goal = ""
        self._header, self._legend = PageHeader("Timetable"), Legend()
        self._banner = Banner("", "Change the dates", BannerKind.WARNING)
        self._strip, self._table, self._panel = WeeksStrip(), MilestoneTable(), MilestonePanel()
        self._body = Body(self._table, self._panel)
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> str:
        """The key of the milestone that is marked in strip and table."""
        return self._table.current_key

    def read(self, workspace: Workspace) -> Timetable:
        return Timetable(overview.load(workspace, self.desk.inspection_id))

    def show_facts(self, facts: Timetable) -> None:
        first, self._timetable = self._timetable is None, facts
        self._header.set_fact(fact_of(facts))
        self._legend.set_signs(signs_of(facts))
        self._show_warning(warning_of(facts))
        self._show_weeks(facts)
        self._table.set_rows(rows_of(facts))
        self._table.set_now_line(*now_line(facts))
        if first:
            self._take_up(facts)
        self._mark(self.chosen)

    def open_at(self, target: str) -> None:
        self._goal = target
        if self._timetable is not None and self._timetable.milestone(target):
            self._table.choose(target)
            self._mark(target)
            self._table.setFocus()

    def parts(self) -> tuple[QWidget, ...]:
        return (self, self._panel) if self._body.is_open else (self,)

    def view_state(self) -> dict[str, object]:
        if self._timetable is None:
            return dict(self._kept)
        return {**self._table.view_state(), "panel": self._body.is_open}

    def restore_view(self, state: dict[str, object]) -> None:
        self._kept = dict(state)
        if self._timetable is not None and state:
            self._take_up(self._timetable)
            self._mark(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._body.is_open:
            self._body.close_panel()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = self.width() - 2 * MARGIN < TIGHT_BELOW
        if tight is not self._tight:
            self._tight = tight
            if self._timetable is not None:
                self._show_weeks(self._timetable)

    def _show_weeks(self, timetable: Timetable) -> None:
        weeks = weeks_of(timetable, tight=self._tight)
        self._stands_for = weeks.stands_for
        self._strip.set_weeks(weeks.columns, weeks.bars, weeks.now)

    def _take_up(self, timetable: Timetable) -> None:
        """Where one was the last time; the first time at what has to be met next."""
        self._table.restore(self._kept)
        goal = self._goal if timetable.milestone(self._goal) else self.chosen
        self._table.choose(goal or first_open(timetable))
        if self._kept.get("panel") is True:
            self._open(self.chosen, enter=False)

    def _mark(self, key: str) -> None:
        """Mark a milestone in strip and panel."""
        self._strip.select(self._stands_for.get(key, key))
        planned = self._planned(key)
        if planned is not None and self._timetable is not None and self._body.is_open:
            self._panel.show_milestone(self._timetable, planned)
            self._read_history(planned)

    def _mark_from_strip(self, key: str) -> None:
        if self._stands_for.get(self.chosen) != key:
            self._table.choose(key)
        self._mark(self.chosen)

    def _open(self, key: str, *, enter: bool = True) -> None:
        """Open the panel on a milestone."""
        if self._planned(key) is None:
            return
        self._table.choose(key)
        self._body.open_panel()
        self._mark(key)
        if enter:
            self._panel.enter()

    def _open_from_strip(self, key: str) -> None:
        self._mark_from_strip(key)
        self._open(self.chosen)

    def _set_a_time(self) -> None:
        self._open(self.chosen, enter=False)
        self._panel.offers.unfold_set()

    def _follow_link(self, key: str) -> None:
        planned = self._planned(key)
        if planned is None:
            return
        if planned.notes.set_by_hand:
            self._deeds.do(self._deeds.bring_back(key), _nothing)
        else:
            self._open(key, enter=False)
            self._panel.offers.unfold_agree()

    def _toggle(self, key: str) -> None:
        """Done now, without a note; or not done after all."""
        planned = self._planned(key)
        if planned is not None and planned.happened_by_itself is None:
            done = planned.notes.done is not None
            deeds = self._deeds
            deeds.do(deeds.reopen(key) if done else deeds.mark_done(key), _nothing)

    def _do(self, deed: Deed) -> None:
        """What was asked for in the panel; what can't be read is said under its field."""
        offers, key = self._panel.offers, self._panel.key

        def refused(problem: Problem) -> None:
            if self._panel.key == key:
                offers.show_problem(deed, problem)

        def finished() -> None:
            if self._panel.key == key:
                offers.finish(deed)

        try:
            act = self._act_of(deed, key)
        except Refused as unread:
            refused(unread.problem)
        else:
            self._deeds.do(act, finished, refused)

    def _act_of(self, deed: Deed, key: str) -> Act:
        deeds, offers, timetable = self._deeds, self._panel.offers, self._timetable
        if timetable is None:
            raise Refused("The timetable is not read yet. Try again in a moment.")
        match deed:
            case Deed.DONE:
                return deeds.mark_done(key, offers.done.when(timetable), offers.done.note)
            case Deed.NOT_DONE:
                return deeds.reopen(key)
            case Deed.SET:
                return deeds.set_by_hand(key, offers.set.moment(), offers.set.reason)
            case Deed.BRING_BACK:
                return deeds.bring_back(key)
            case Deed.AGREE:
                return deeds.agree(key, offers.agree.agreed(timetable))
            case Deed.WITHDRAW:
                return deeds.withdraw(key)

    def _read_history(self, planned: Planned) -> None:
        inspection_id, key = self.desk.inspection_id, planned.key

        def lines(workspace: Workspace) -> tuple[HistoryLine, ...]:
            return histories.lines(workspace, inspection_id, Kind.MILESTONE, key)

        def show(found: tuple[HistoryLine, ...]) -> None:
            if self._timetable is not None and self._panel.key == key:
                self._panel.show_history(self._timetable, planned, found)

        self.desk.hub.read(lines, show)

    def _planned(self, key: str) -> Planned | None:
        return self._timetable.milestone(key) if self._timetable is not None else None

    def _show_warning(self, sentence: str) -> None:
        self._banner.say(sentence, "Change the dates", BannerKind.WARNING)
        self._banner.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        self._header.add_action(self._legend)
        self._header.add_action(plain_button("Set a &time…", on_click=self._set_a_time))
        self._header.add_action(plain_button("Print", "printer", self.print_paper))
        upper = QVBoxLayout()
        upper.setContentsMargins(MARGIN, 0, MARGIN, 0)
        upper.setSpacing(0)
        for part in (self._header, self._banner, self._strip):
            upper.addWidget(part)
        upper.addSpacing(ABOVE_TABLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper)
        column.addWidget(self._body, 1)
        self._banner.hide()
        self.setFocusProxy(self._table)

    def _connect(self) -> None:
        self._table.row_chosen.connect(self._mark)
        self._table.row_activated.connect(self._open)
        self._table.toggled.connect(self._toggle)
        self._table.link_followed.connect(self._follow_link)
        self._strip.entry_selected.connect(self._mark_from_strip)
        self._strip.entry_activated.connect(self._open_from_strip)
        self._panel.closed.connect(self._body.close_panel)
        self._panel.offers.wanted.connect(self._do)
        self._panel.offers.dates_wanted.connect(lambda: self.desk.go.emit(*DATES))
        self._banner.followed.connect(lambda: self.desk.go.emit(*DATES))


def _nothing() -> None:
    """Nothing more to do: the page hears of the change like every other page."""
