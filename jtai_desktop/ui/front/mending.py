"""A vault that is open only to be looked at: what is wrong with it, and the restoring of a backup.

It stands before the inspections, since a damaged vault may not even be able to list those.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.wording import stamp
from jtai_desktop.ui.front import opening_jobs
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.icon_view import IconView
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.scroll import Scroll
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.vault.backups import BackupsSection
from jtai_desktop.ui.shell.entrance import Entrance
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.taste import Taste
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

if TYPE_CHECKING:
    from jtai_desktop.services.ways_on import Looked
    from jtai_desktop.ui.front.opening_jobs import Kept

TITLE, FACT = "The vault needs a backup restored", "Until then it can only be looked at"
SHOWN = "What you would see is the backup of {when}."
AS_IT_IS = "What you would see is the vault as it is; what is damaged in it may not show."
HOW = (
    "Choose a backup and press Enter: it is shown beside the vault before anything is done."
    " The damaged vault is kept among the backups; nothing is thrown away."
)
WIDTH = 760


class Mending(Entrance):
    """The trouble in its sentence, the backups, and two ways: restore one, or only look."""

    look_wanted = Signal()
    mended = Signal()

    def __init__(self, hub: Hub, taste: Taste, looked: "Looked") -> None:
        super().__init__()
        stand_on(self, Role.BG)
        self._hub = hub
        self._fresh = True
        self._desk = Desk(hub, taste, "", self)
        self.backups = BackupsSection(self._desk)
        self._scroll = Scroll(follows=True)
        self._column = QWidget()
        self._lay_out(looked)
        self.setFocusProxy(self.backups.first)
        self._desk.left.connect(self.mended)
        hub.changed.connect(self._on_changes)
        follow_look(self._dress)

    def say(self, sentence: str) -> None:
        """What stands in the way."""
        self.backups.say(sentence)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what there is: what is asked before a screen stands is forgotten."""
        super().showEvent(event)
        self._read()

    def _lay_out(self, looked: "Looked") -> None:
        header = PageHeader(TITLE, FACT)
        header.add_action(plain_button("Only look", "eye", self.look_wanted.emit))
        inside = QVBoxLayout(self._column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        shown = SHOWN.format(when=stamp(looked.shown.taken)) if looked.shown else AS_IT_IS
        for sentence in (shown, HOW):
            inside.addWidget(Words(sentence, ink=Role.INK2, wrap=True))
        inside.addSpacing(8)
        inside.addWidget(self.backups)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(0)
        for part in (header, Rule(Role.INK)):
            column.addWidget(part)
        column.addSpacing(14)
        # Above what scrolls: why one is here stays in sight.
        for problem in looked.problems:
            column.addLayout(_line(problem.sentence))
            column.addSpacing(8)
        column.addWidget(self._scrolled(), 1)

    def _scrolled(self) -> Scroll:
        ground = QWidget()
        stand_on(ground, Role.BG)
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._column)
        row.addStretch(1)
        self._scroll.setWidget(ground)
        return self._scroll

    def _read(self) -> None:
        self._hub.read(opening_jobs.kept, self._show)

    def _show(self, kept: "Kept") -> None:
        self.backups.show_facts(kept.standing, kept.backups, read_only=kept.read_only)
        self.setFocusProxy(self.backups.first)
        if self._fresh:
            self._fresh = False
            self.backups.first.setFocus()

    def _on_changes(self, changes: Changes) -> None:
        if Kind.BACKUP in changes.kinds:
            self._read()

    def _dress(self) -> None:
        self._column.setFixedWidth(Look.of(self).sized(WIDTH))


def _line(sentence: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(IconView("triangle", Role.WARNING, 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(sentence, bold=True, ink=Role.WARNING, wrap=True), 1)
    return row
