"""The versions of a document: what each is, where it is held, and the ways to add and to open."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.documents.document import Document, Version
from jtai_desktop.domain.documents.steps import takes_versions
from jtai_desktop.domain.documents.track import Ours, Standing
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.chip import Chip
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.documents.panel.files import LIMIT, can_be_shown, sized
from jtai_desktop.ui.pages.documents.panel.words import held_of, near
from jtai_desktop.ui.pages.timetable.parts import clear
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

SHOWN_AT_ONCE = 3
NUMBER_WIDE = 24
ASTRAY = {
    "missing": "File missing",
    "changed": "File changed",
}
WHAT_TO_DO = {
    True: "Restore it from a backup.",
    False: "Add it again as a new version.",
}


class VersionsPart(QWidget):
    """The newest first, three at once; under them how files are added and compared."""

    add_wanted = Signal()
    compare_wanted = Signal()
    opened = Signal(int)
    copy_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self._shown: tuple[object, ...] = ()
        self._astray: Mapping[int, str] = {}
        self._all = False
        self._heading = PanelHeading("Versions")
        self.add = self._heading.add_link("Add…")
        self.add.setAccessibleName("Add a file as a version…")
        self._held = Chip(State.WARNING)
        self._said = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.part = QCheckBox("More is still to come")
        self._limit = Words(LIMIT, FontRole.LABEL, Role.INK2, wrap=True)
        self.compare = LinkButton("Compare a file…", FontRole.LABEL)
        self.another = LinkButton("Another document…", FontRole.LABEL)
        self._lay_out()
        self.add.clicked.connect(self.add_wanted)
        self.compare.clicked.connect(self.compare_wanted)

    def show_versions(
        self, view: Overview, document: Document, found: Standing, count: int
    ) -> None:
        """Show the versions of a document; `count` is how many sets are wanted."""
        if self._document is None or self._document.id != document.id:
            self._all, self._astray = False, {}
            self.part.setChecked(False)
        self._document = document
        open_now = takes_versions(document)
        self.add.setVisible(open_now)
        self._limit.setVisible(open_now)
        waits = found.ours in {Ours.NOT_ASKED, Ours.ASKED, Ours.RETURNED}
        self.part.setVisible(open_now and waits and count > 1)
        self.compare.setVisible(bool(document.versions))
        self._show_held(document, found)
        self._show_rows(view, document, found)

    def show_astray(
        self, view: Overview, document: Document, found: Standing, astray: Mapping[int, str]
    ) -> None:
        """Say which files are missing or changed."""
        self._astray = astray
        self._show_rows(view, document, found)

    def _show_held(self, document: Document, found: Standing) -> None:
        held = held_of(document, found)
        self._held.setVisible(bool(held) and found.newer is not None)
        self._held.set_state(look_of(State.WARNING).worded(held or "–"))
        none_here = "" if document.versions else "No file yet."
        self._said.setText(none_here or (held if found.newer is None else ""))
        self._said.setVisible(bool(self._said.text()))

    def _show_rows(self, view: Overview, document: Document, found: Standing) -> None:
        sent, astray = found.sent.version if found.sent else 0, self._astray
        told = tuple(sorted(astray.items()))
        wanted = (document.id, document.versions, sent, told, self._all, view.now.date())
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._rows)
        newest_first = tuple(reversed(document.versions))
        seen = newest_first if self._all else newest_first[:SHOWN_AT_ONCE]
        for version in seen:
            row = VersionRow(view, version, held=version.number == sent)
            row.set_astray(astray.get(version.number, ""))
            row.opened.connect(self.opened)
            row.copy_wanted.connect(self.copy_wanted)
            self._rows.addWidget(row)
        if len(seen) < len(newest_first):
            more = LinkButton(f"Show all {len(newest_first)}", FontRole.LABEL)
            more.clicked.connect(partial(self._show_all, view, document, found))
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_all(self, view: Overview, document: Document, found: Standing) -> None:
        self._all = True
        self._show_rows(view, document, found)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._held)
        column.addWidget(self._said)
        column.addLayout(self._rows)
        column.addWidget(self.part)
        column.addWidget(self._limit)
        links = QHBoxLayout()
        links.addWidget(self.compare)
        links.addWidget(self.another)
        links.addStretch(1)
        column.addLayout(links)


class VersionRow(QWidget):
    """One version: number and name, then when and who, then its SHA-256 and what can be done."""

    opened = Signal(int)
    copy_wanted = Signal(int)

    def __init__(self, view: Overview, version: Version, *, held: bool) -> None:
        super().__init__()
        self._version = version
        self._astray = Chip(State.WARNING)
        self._astray_words = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._add_name(held=held)
        in_line = f"{sized(version.size)}, in {near(view, version.when)}, {version.by.signed}"
        self._add_words(in_line if version.kept else f"{in_line}; left where it lies")
        if version.note:
            self._add_words(version.note)
        for part in (self._astray, self._astray_words):
            self._column.addWidget(part)
        self._column.addLayout(self._links())
        self.set_astray("")
        held_said = ", held by the inspectors" if held else ""
        self.setAccessibleName(f"Version {version.number}, {version.file_name}{held_said}")

    def set_astray(self, how: str) -> None:
        """Say that the file is missing or changed, and what to do."""
        for part in (self._astray, self._astray_words):
            part.setVisible(bool(how))
        if how:
            self._astray.set_state(look_of(State.WARNING).worded(ASTRAY[how]))
            self._astray_words.setText(WHAT_TO_DO[bool(self._version.kept)])

    def _add_name(self, *, held: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        number = Words(f"v{self._version.number}", bold=True)
        number.setMinimumWidth(NUMBER_WIDE)
        row.addWidget(number)
        row.addWidget(OneLine(self._version.file_name), 1)
        if held:
            row.addWidget(Chip(look_of(State.SENT).worded("held"), said="Held by the inspectors"))
        self._column.addLayout(row)

    def _add_words(self, text: str) -> None:
        self._column.addWidget(Words(text, FontRole.LABEL, Role.INK2, wrap=True))

    def _links(self) -> QHBoxLayout:
        number, row = self._version.number, QHBoxLayout()
        row.setSpacing(4)
        if can_be_shown(self._version.file_name):
            row.addWidget(self._link("Open", f"Open version {number}", self._open))
        row.addWidget(self._link("Save a copy…", f"Save a copy of version {number}…", self._copy))
        short = f"SHA-256 {self._version.sha256[:6]}…"
        hashed = self._link(short, f"Copy the SHA-256 of version {number}", self._copy_hash)
        hashed.setToolTip(f"{self._version.sha256}\nCopies all of it.")
        row.addWidget(hashed)
        row.addStretch(1)
        return row

    def _link(self, text: str, name: str, follow: Callable[[], None]) -> LinkButton:
        link = LinkButton(text, FontRole.LABEL)
        link.setAccessibleName(name)
        link.clicked.connect(follow)
        return link

    def _open(self) -> None:
        self.opened.emit(self._version.number)

    def _copy(self) -> None:
        self.copy_wanted.emit(self._version.number)

    def _copy_hash(self) -> None:
        QGuiApplication.clipboard().setText(self._version.sha256)
