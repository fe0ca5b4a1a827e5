"""The week: who is where when, as days by hours or as a list; one chooses, moves, plans."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.wording import day_short
from jtai_desktop.domain.working_days import monday_of
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.banner import Banner
from jtai_desktop.ui.kit.body import Body
from jtai_desktop.ui.kit.page_column import PageColumn
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.pages.week import deeds
from jtai_desktop.ui.pages.week import facts as reading
from jtai_desktop.ui.pages.week.asking import Asking
from jtai_desktop.ui.pages.week.entries import Entry
from jtai_desktop.ui.pages.week.facts import Facts, read_date
from jtai_desktop.ui.pages.week.head import WeekHead
from jtai_desktop.ui.pages.week.layout import HOUR
from jtai_desktop.ui.pages.week.middle import WeekMiddle
from jtai_desktop.ui.pages.week.more_menu import MoreMenu
from jtai_desktop.ui.pages.week.moving import Shift, moment
from jtai_desktop.ui.pages.week.panel import WeekPanel
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.tokens import Role

USUAL_START = 9 * HOUR
DEPENDS = {
    Kind.MEETING,
    Kind.CONVERSATION,
    Kind.CHILD,
    Kind.INSPECTION,
    Kind.MILESTONE,
    Kind.SETTING,
    Kind.CLOSURE,
    Kind.AGENCY,
    Kind.CONTACT,
}
PAPER = "week"


class WeekPage(Page[Facts]):
    """`open_at` takes an entry, a person, a day (2026-11-17), or “list”."""

    DEPENDS = frozenset(DEPENDS)
    FOLLOWS_CLOCK = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._facts: Facts | None = None
        self._chosen = ""
        self._goal = ""
        self._follows = ""
        self._kept: dict[str, object] = {}
        self._banner = Banner()
        self._middle, self.panel = WeekMiddle(), WeekPanel()
        self.grid, self.list_part = self._middle.grid, self._middle.list_part
        self._asking = Asking(self, self)
        self._more = MoreMenu(self, lambda: self.grid.current or self._chosen, self._tell)
        self._header = WeekHead(self._more.button)
        self._lay_out()
        self._connect()

    @property
    def facts(self) -> Facts | None:
        """What was read last."""
        return self._facts

    @property
    def chosen(self) -> str:
        """The entry that grid, list and panel are about."""
        return self._chosen

    @property
    def monday(self) -> date:
        """The Monday of the week that is shown."""
        return self._middle.monday

    @property
    def form(self) -> QWidget | None:
        """What is being asked for in the panel."""
        return self.panel.form

    @property
    def is_list(self) -> bool:
        """Whether the list is shown instead of the week."""
        return self._middle.is_list

    def read(self, workspace: Workspace) -> Facts:
        return reading.read(workspace, self.desk.inspection_id)

    def show_facts(self, facts: Facts) -> None:
        first, self._facts = self._facts is None, facts
        entry = facts.entry(facts.first_choice if first else self._chosen)
        self._chosen = entry.key if entry is not None else ""
        self._middle.show_facts(facts, entry if self._follows == self._chosen else None)
        self._follows = ""
        if first:
            self._take_up()
        elif self._goal:
            self.open_at(self._goal)
        self._mark(self._chosen)

    def open_at(self, target: str) -> None:
        self._goal = target
        if self._facts is None or not target:
            return
        self._goal = ""
        if target == "list":
            self._turn(listed=True)
            return
        day = read_date(target)
        if day is not None:
            self._middle.go_to_week(monday_of(day))
            self._mark(next((e.key for e in self._facts.entries if e.day == day), self._chosen))
        elif self._facts.entry(target) is not None:
            self._go_to(target)

    def print_paper(self) -> None:
        self.desk.go.emit("papers", PAPER)

    def parts(self) -> tuple[QWidget, ...]:
        return (self, self.panel) if self._body.is_open else (self,)

    def search(self) -> None:
        self._turn(listed=True)
        self.list_part.field.take_focus()

    def view_state(self) -> dict[str, object]:
        if self._facts is None:
            return dict(self._kept)
        return {
            **self._middle.view_state(),
            "chosen": self._chosen,
            "panel": self._body.wanted,
        }

    def restore_view(self, state: dict[str, object]) -> None:
        self._kept = dict(state)
        if self._facts is not None and state:
            self._take_up()
            self._mark(self._chosen)

    def put_form(self, form: QWidget, title: str) -> None:
        """Ask for something in the panel."""
        self._body.open_panel()
        self.panel.put_form(form, title)

    def close_form(self) -> None:
        """Put away what was asked for; the ring goes back to where it came from."""
        self.panel.close_form()
        self._middle.take_focus()

    def begin_move(self, key: str) -> None:
        """The page follows the entry; what a move does to a confirmation is said."""
        entry, self._follows = self._entry(key), key
        talk = entry.talk if entry is not None else None
        confirmed = talk is not None and talk.standing.confirmed is not None
        if entry is not None and confirmed:
            words = f"{entry.lead} was confirmed for {day_short(entry.day)}, {entry.times}."
            self._tell(f"{words} The new time needs a new confirmation in writing.")
        else:
            self._tell("")

    def show_new(self, key: str) -> None:
        """Go to what was added or changed, once it is read."""
        self._goal = key
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_legend()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._step_back():
            return
        if event.key() == Qt.Key.Key_F2 and self.is_list and self._chosen:
            self._ask_move(self._chosen)
            return
        super().keyPressEvent(event)

    def _tell(self, sentence: str) -> None:
        """One line of news."""
        self._banner.say(sentence)
        self._banner.setVisible(bool(sentence))

    def _take_up(self) -> None:
        """Where one was the last time, or what was asked for."""
        kept, chosen = self._kept, self._kept.get("chosen")
        self._middle.restore(kept)
        if isinstance(chosen, str) and self._entry(chosen) is not None:
            self._chosen = chosen
        if kept:
            self._body.want_panel(wanted=kept.get("panel") is not False)
        self._turn(listed=kept.get("list") is True)
        self._mark(self._chosen)
        self._middle.scroll_back(kept)
        if self._goal:
            self.open_at(self._goal)

    def _turn_week(self, by: int) -> None:
        key = self._middle.turn_week(by)
        if key is not None:
            self._mark(key)

    def _go_to(self, key: str) -> None:
        """To an entry, in the week that it is in."""
        entry = self._entry(key)
        if entry is not None and not self.is_list:
            self._middle.go_to_week(monday_of(entry.day))
        self._mark(key)

    def _mark(self, key: str) -> None:
        """Tell of an entry in grid, list and panel."""
        if key != self._chosen:
            self._tell("")
        self._chosen = key
        entry = self._entry(key)
        self._middle.mark(key, entry)
        if self._facts is not None:
            self.panel.show_entry(self._facts, entry)

    def _mark_from_list(self, key: str) -> None:
        entry = self._entry(key)
        if entry is not None and self.is_list:
            if monday_of(entry.day) != self.monday:
                self._middle.go_to_week(monday_of(entry.day))
            self._mark(key)

    def _entry(self, key: str) -> Entry | None:
        return self._facts.entry(key) if self._facts is not None else None

    def _open(self, key: str) -> None:
        """Enter: the panel; where one is in it already known, what can be done."""
        self._mark(key)
        self._body.open_panel()
        self.panel.enter()

    def _move(self, key: str, shift: Shift) -> None:
        """Move at once, from where it stands by then."""
        self.begin_move(key)
        self.act(deeds.move(self.desk.inspection_id, key, shift))

    def _new(self, day: object = None, minute: int = USUAL_START) -> None:
        """Ask for a new entry, on the day one is at."""
        entry = self._entry(self._chosen)
        usual = entry.day if entry is not None else self.monday
        self._asking.new(moment(day if isinstance(day, date) else usual, minute))

    def _follow(self, link: str, key: str) -> None:
        if self._facts is not None:
            self._asking.follow(self._facts, link, key)

    def _ask_move(self, key: str) -> None:
        if self._facts is not None:
            self._asking.move(self._entry(key), self._facts.week.span)

    def _turn(self, *, listed: bool) -> None:
        """The week, or the list."""
        self._middle.turn(listed=listed)
        self._header.say_turned(listed=listed)
        self._fit_legend()
        self.setFocusProxy(self.list_part.table if listed else self.grid)

    def _fit_legend(self) -> None:
        beside = self.panel.width() if self._body.is_open and self._body.is_beside else 0
        self._header.fit_legend(self.width() - beside, listed=self.is_list)

    def _turn_over(self) -> None:
        self._turn(listed=not self.is_list)
        self._mark(self._chosen)
        self._middle.take_focus()

    def _step_back(self) -> bool:
        """Esc: the form goes, then the ring leaves the panel, which goes where it lies over."""
        inside = self.panel.has_ring
        if self.panel.close_form():
            self._middle.take_focus()
            return True
        if self._body.step_back(inside=inside):
            self._middle.take_focus()
            return True
        return False

    def _lay_out(self) -> None:
        left = PageColumn(self._header, self._banner)
        left.put(Rule(Role.INK))
        left.put(self._middle, 1)
        self._body = Body(left, self.panel, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        self._banner.hide()
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self._header.turned.connect(self._turn_over)
        self._header.new_wanted.connect(self._new)
        self._header.print_wanted.connect(self.print_paper)
        self._middle.titled.connect(self._header.set_title)
        self.grid.chosen.connect(self._mark)
        self.grid.opened.connect(self._open)
        self.grid.shifted.connect(self._move)
        self.grid.move_wanted.connect(self._ask_move)
        self.grid.new_wanted.connect(self._new)
        self.grid.turned.connect(self._turn_week)
        self.list_part.chosen.connect(self._mark_from_list)
        self.list_part.opened.connect(self._open)
        self.panel.left.connect(self.close_form)
        self.panel.lists.followed.connect(self._follow)
        for part in (self.panel.warnings, self.panel.entry_part):
            part.move_wanted.connect(lambda: self._ask_move(self._chosen))
        self.panel.entry_part.edit_wanted.connect(
            lambda: self._asking.open(self._entry(self._chosen))
        )
        self.panel.warnings.accept_wanted.connect(self._asking.accept)
        self.panel.entry_part.accepted_wanted.connect(self._asking.accept)
