"""The one register of what can be chosen from a menu or by a key.

Menus, shortcuts and the help page on keys are all made from this table, so they can't disagree.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence


class Menu(StrEnum):
    """The menus of the band, in order, with their access keys."""

    FILE = "&File"
    EDIT = "&Edit"
    VIEW = "&View"
    GO = "&Go"
    PAPERS = "&Papers"
    HELP = "&Help"


class Do(StrEnum):
    """Everything that has a menu line or a key."""

    NEW_INSPECTION = "new-inspection"
    SWITCH = "switch"
    CHANGE_DATES = "change-dates"
    SETTINGS = "settings"
    WORKING_AS = "working-as"
    VAULT = "vault"
    BACK_UP = "back-up"
    LOCK = "lock"
    QUIT = "quit"
    UNDO = "undo"
    UNDO_PAST = "undo-past"
    REDO = "redo"
    FIND = "find"
    LARGER = "larger"
    SMALLER = "smaller"
    NORMAL_SIZE = "normal-size"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    SYSTEM = "system"
    BACK = "back"
    FORWARD = "forward"
    NEXT_PART = "next-part"
    PREVIOUS_PART = "previous-part"
    PRINT = "print"
    CHECKLIST = "checklist"
    HELP = "help"
    KEYS = "keys"
    ABOUT = "about"
    DIAGNOSTICS = "diagnostics"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a menu."""

    do: Do
    menu: Menu
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    rule_above: bool = False


LINES: tuple[Line, ...] = (
    Line(Do.NEW_INSPECTION, Menu.FILE, "&New inspection…", ("Ctrl+N",)),
    Line(Do.SWITCH, Menu.FILE, "&Open another inspection…", ("Ctrl+O",)),
    Line(Do.CHANGE_DATES, Menu.FILE, "Change the &dates…"),
    Line(Do.SETTINGS, Menu.FILE, "&Settings", ("Ctrl+,",), rule_above=True),
    Line(Do.WORKING_AS, Menu.FILE, "&Working as…"),
    Line(Do.VAULT, Menu.FILE, "The &vault and backups…"),
    Line(Do.BACK_UP, Menu.FILE, "&Back up now"),
    Line(Do.LOCK, Menu.FILE, "&Lock", ("Ctrl+L",), rule_above=True),
    Line(Do.QUIT, Menu.FILE, "E&xit", ("Ctrl+Q",)),
    Line(Do.UNDO, Menu.EDIT, "&Undo", ("Ctrl+Z",)),
    Line(Do.UNDO_PAST, Menu.EDIT, "Undo past a step that s&tays", ("Ctrl+Alt+Z",)),
    Line(Do.REDO, Menu.EDIT, "&Redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Line(Do.FIND, Menu.EDIT, "&Find", ("Ctrl+F",), rule_above=True),
    Line(Do.LARGER, Menu.VIEW, "&Larger text", ("Ctrl++", "Ctrl+=")),
    Line(Do.SMALLER, Menu.VIEW, "&Smaller text", ("Ctrl+-",)),
    Line(Do.NORMAL_SIZE, Menu.VIEW, "&Normal text size", ("Ctrl+0",)),
    Line(Do.LIGHT, Menu.VIEW, "L&ight", checkable=True, rule_above=True),
    Line(Do.DARK, Menu.VIEW, "&Dark", checkable=True),
    Line(Do.CONTRAST, Menu.VIEW, "&High contrast", checkable=True),
    Line(Do.SYSTEM, Menu.VIEW, "As the s&ystem", checkable=True),
    Line(Do.BACK, Menu.GO, "&Back", ("Alt+Left",), rule_above=True),
    Line(Do.FORWARD, Menu.GO, "&Forward", ("Alt+Right",)),
    Line(Do.NEXT_PART, Menu.GO, "Next &part of the window", ("F6",), rule_above=True),
    Line(Do.PREVIOUS_PART, Menu.GO, "Pre&vious part of the window", ("Shift+F6",)),
    Line(Do.PRINT, Menu.PAPERS, "&Print this page…", ("Ctrl+P",)),
    Line(Do.CHECKLIST, Menu.PAPERS, "Today’s &checklist…", ("Ctrl+Shift+P",)),
    Line(Do.HELP, Menu.HELP, "&Help on this page", ("F1",)),
    Line(Do.KEYS, Menu.HELP, "All &keys"),
    Line(Do.DIAGNOSTICS, Menu.HELP, "Copy &diagnostics…"),
    Line(Do.ABOUT, Menu.HELP, "&About this program"),
)


class Actions(QObject):
    """The Qt actions of the register, made once for a window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._made = {line.do: self._make(line) for line in LINES}

    def __getitem__(self, do: Do) -> QAction:
        return self._made[do]

    def __iter__(self) -> Iterator[tuple[Line, QAction]]:
        return ((line, self._made[line.do]) for line in LINES)

    def on(self, do: Do, handler: Callable[[], object]) -> None:
        """Let a choice call this."""
        self._made[do].triggered.connect(lambda _checked=False: handler())

    def _make(self, line: Line) -> QAction:
        action = QAction(line.text, self)
        action.setShortcuts([QKeySequence(keys) for keys in line.keys])
        action.setCheckable(line.checkable)
        action.setObjectName(line.do)
        return action
