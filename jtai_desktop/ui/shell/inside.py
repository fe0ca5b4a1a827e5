"""The window once an inspection is open: navigation left, the page right."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.undoing import StepStays
from jtai_desktop.services import backups, undoing, views
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.pages.places import PLACES
from jtai_desktop.ui.pages.register import make_page
from jtai_desktop.ui.shell.heading import Heading, read_heading
from jtai_desktop.ui.shell.navigation import Navigation
from jtai_desktop.ui.shell.page import AnyPage, Desk
from jtai_desktop.ui.shell.trail import Trail
from jtai_desktop.ui.theme.tokens import Role

NARROW_BELOW = 1200
MARGIN = 24
ONCE = Qt.ConnectionType.SingleShotConnection
# The first backup of a day waits until the page that one came for is there.
BACK_UP_AFTER = 4000
SAVE_VIEW_AFTER = 1500


class Inside(QWidget):
    """Makes pages when they are first gone to, keeps the way back, tells pages the minute."""

    heading_read = Signal(object)
    place_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.trail = Trail()
        self.navigation = Navigation(PLACES)
        self._banner = Banner("", kind=BannerKind.WARNING)
        self._standing = Banner("", kind=BannerKind.WARNING)
        self._daily = QTimer(self, singleShot=True, interval=BACK_UP_AFTER)
        self._stack = QStackedWidget()
        self._pages: dict[str, AnyPage] = {}
        self._filled: set[str] = set()
        self._kept_views: dict[str, dict[str, object]] = {}
        self._view_timer = QTimer(self, singleShot=True, interval=SAVE_VIEW_AFTER)
        self._lay_out()
        self._connect()

    @property
    def page(self) -> AnyPage:
        """The page one is at."""
        return self._pages[self.trail.here[0]]

    @property
    def place(self) -> str:
        """The key of the place one is at."""
        return self.trail.here[0]

    def start(self, place: str = "today") -> None:
        """Read the heading and the kept views, then go to a place."""
        self._read_heading()
        inspection_id = self.desk.inspection_id

        def arrived(kept: dict[str, dict[str, object]]) -> None:
            self._kept_views = kept
            for key, page in self._pages.items():
                page.restore_view(kept.get(key, {}))

        self.desk.hub.read(lambda workspace: views.load(workspace, inspection_id), arrived)
        self.go(place)
        self._daily.start()

    def go(self, place: str, target: str = "") -> None:
        """Go to a place, and to one thing in it."""
        self.trail.go(place, target)
        self._show(place, target)

    def back(self) -> None:
        """Go back to where one was."""
        if goal := self.trail.back():
            self._show(*goal)

    def forward(self) -> None:
        """Go forward again."""
        if goal := self.trail.forward():
            self._show(*goal)

    def say(self, sentence: str, link: str = "") -> None:
        """One line under the band: something was refused, or has to be known.

        A link leads past a step that can’t be taken back.
        """
        self._banner.say(sentence, link, BannerKind.WARNING)
        self._banner.setVisible(bool(sentence))

    def tick(self) -> None:
        """A minute went by."""
        self._read_heading()
        for page in self._pages.values():
            page.tick()

    def next_part(self, step: int = 1) -> None:
        """F6: from navigation to page and back."""
        parts: list[QWidget] = [self.navigation, *self.page.parts()]
        focus = QApplication.focusWidget()
        inside = [each for each in parts if _holds(each, focus)]
        here = parts.index(inside[-1]) if inside else 0
        goal = parts[(here + step) % len(parts)]
        if goal is self.navigation:
            self.navigation.take_focus()
        else:
            goal.setFocus()

    def undo(self) -> None:
        """Take back the last step; where a later entry keeps it, offer the one before."""
        inspection_id, kept = self.desk.inspection_id, list[StepStays]()

        def act(workspace: Workspace) -> Changes:
            try:
                return undoing.undo(workspace, inspection_id)
            except StepStays as stays:
                kept.append(stays)
                raise

        def refused(sentence: str) -> None:
            link = "Take that back instead" if kept and kept[0].older else ""
            self.say(sentence, link)

        self.desk.hub.act(act, None, refused)

    def undo_past(self) -> None:
        """Take back the newest step that nothing keeps."""
        inspection_id = self.desk.inspection_id
        self.desk.hub.act(lambda workspace: undoing.undo_past(workspace, inspection_id))

    def redo(self) -> None:
        """Do again what was last taken back."""
        inspection_id = self.desk.inspection_id
        self.desk.hub.act(lambda workspace: undoing.redo(workspace, inspection_id))

    def back_up(self) -> None:
        """Go to the page of the vault, and make a backup there."""
        from jtai_desktop.ui.pages.vault.page import VaultPage

        self.go("vault")
        if isinstance(self.page, VaultPage):
            self.page.backups.back_up()

    def keep_views(self) -> None:
        """Keep column widths, sort, selection and scroll of each page."""
        # A page without its facts yet would tell of an empty table.
        states = {key: self._pages[key].view_state() for key in self._filled}
        changed = {
            key: state
            for key, state in states.items()
            if state and self._kept_views.get(key) != state
        }
        if not changed or not self.desk.hub.is_open:
            return
        self._kept_views.update(changed)
        inspection_id = self.desk.inspection_id

        def save(workspace: Workspace) -> Changes:
            return views.save(workspace, inspection_id, changed)

        self.desk.hub.act(save)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under 1200 px the navigation shrinks to icons."""
        super().resizeEvent(event)
        self.navigation.set_narrow(narrow=self.width() < NARROW_BELOW)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for banner in (self._standing, self._banner):
            banner.setContentsMargins(MARGIN, 0, MARGIN, 0)
        right.addWidget(self._standing)
        right.addWidget(self._banner)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(Rule(Role.LINE2, Qt.Orientation.Vertical))
        row.addLayout(right, 1)
        self._banner.hide()
        self._standing.hide()

    def _connect(self) -> None:
        self.navigation.went.connect(self.go)
        self.desk.go.connect(self.go)
        self.desk.hub.changed.connect(self._on_changes)
        self._view_timer.timeout.connect(self.keep_views)
        self._banner.followed.connect(self.undo_past)
        self._standing.followed.connect(partial(self.go, "vault"))
        self._daily.timeout.connect(self._back_up_first)

    def _back_up_first(self) -> None:
        """The first backup of the day. Where it fails, the heading says so."""
        if self.desk.hub.is_open:
            self.desk.hub.act(backups.daily, refused=lambda _sentence: self._read_heading())

    def _on_changes(self, changes: Changes) -> None:
        self._view_timer.start()
        self._read_heading()
        if changes.kinds != {Kind.VIEW}:
            self.say("")

    def _read_heading(self) -> None:
        inspection_id = self.desk.inspection_id
        self.desk.hub.read(lambda workspace: read_heading(workspace, inspection_id), self._head)

    def _head(self, heading: Heading) -> None:
        self.navigation.set_heading(heading.area, heading.theme, heading.left)
        self.navigation.set_foot(heading.working_day, heading.backed_up)
        self._standing.say(heading.trouble, "The vault and backups", BannerKind.WARNING)
        self._standing.setVisible(bool(heading.trouble))
        self.navigation.set_late(heading.late)
        self.heading_read.emit(heading)

    def _show(self, place: str, target: str) -> None:
        page = self._pages.get(place) or self._make(place)
        self.say("")
        in_navigation = _holds(self.navigation, QApplication.focusWidget())
        self._stack.setCurrentWidget(page)
        self.navigation.mark(place)
        if not in_navigation:
            (_ring_of(page) or page).setFocus(Qt.FocusReason.ShortcutFocusReason)
        if target:
            page.led_to.emit()
            page.open_at(target)
        self.place_changed.emit(place)
        self._view_timer.start()

    def _make(self, place: str) -> AnyPage:
        made = make_page(place, self.desk)
        self._pages[place] = made
        self._stack.addWidget(made)
        made.restore_view(self._kept_views.get(place, {}))
        made.shown.connect(partial(self._come_back, place), ONCE)
        return made

    def _come_back(self, place: str) -> None:
        """The page has its facts for the first time: back to the row one was at, or asked for."""
        self._filled.add(place)
        page, (here, target) = self._pages[place], self.trail.here
        page.restore_view(self._kept_views.get(place, {}))
        if target and here == place:
            page.open_at(target)
        elif here == place and _waits_for(page):
            page.setFocus(Qt.FocusReason.OtherFocusReason)


def _waits_for(page: AnyPage) -> bool:
    """Whether the ring went past what it belongs to, because that was not in sight before."""
    proxy, ring = page.focusProxy(), QApplication.focusWidget()
    return proxy is not None and proxy.isVisibleTo(page) and _holds(page, ring)


def _ring_of(page: AnyPage) -> QWidget | None:
    """Where the ring was when one left the page, if that is still in sight."""
    ring: QWidget | None = page.focusWidget()
    return ring if ring is not None and ring.isVisibleTo(page) and ring.isEnabled() else None


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (part is focus or part.isAncestorOf(focus))
