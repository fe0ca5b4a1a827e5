"""What each line of the menus does in the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from jtai_desktop.ui.shell.actions import Actions, Do
from jtai_desktop.ui.shell.taste import Taste

if TYPE_CHECKING:
    from jtai_desktop.ui.shell.inside import Inside

THEMES = {Do.LIGHT: "light", Do.DARK: "dark", Do.CONTRAST: "contrast", Do.SYSTEM: "system"}
ONLY_INSIDE = (
    Do.NEW_INSPECTION,
    Do.SWITCH,
    Do.CHANGE_DATES,
    Do.SETTINGS,
    Do.WORKING_AS,
    Do.VAULT,
    Do.BACK_UP,
    Do.DIAGNOSTICS,
    Do.LOCK,
    Do.FIND,
    Do.BACK,
    Do.FORWARD,
    Do.NEXT_PART,
    Do.PREVIOUS_PART,
    Do.PRINT,
    Do.CHECKLIST,
    Do.HELP,
    Do.KEYS,
    Do.ABOUT,
)


class Chosen(Protocol):
    """What the lines need of the window."""

    choices: Actions
    taste: Taste
    inside: "Inside | None"

    def show_front(self, *, new: bool = False) -> None:
        """The first screen."""

    def lock(self) -> None:
        """Close the vault and empty the pages."""

    def close(self) -> bool:
        """Leave the program."""


def connect(window: Chosen) -> None:
    """Connect every line of the register."""
    choose = window.choices.on
    choose(Do.QUIT, window.close)
    choose(Do.NEW_INSPECTION, lambda: window.show_front(new=True))
    choose(Do.SWITCH, window.show_front)
    choose(Do.LOCK, window.lock)
    _connect_view(window)
    _connect_inside(window)


def allow(choices: Actions, *, inside: bool) -> None:
    """Offer only what can be done: most things need an open inspection."""
    for do in ONLY_INSIDE:
        choices[do].setEnabled(inside)
    # What undo would do tells of the work, so it is known only once the heading is read.
    name_steps(choices, "", "")


def name_steps(choices: Actions, undo: str, redo: str) -> None:
    """Say what undo and redo would do."""
    for do, word, step in ((Do.UNDO, "&Undo", undo), (Do.REDO, "&Redo", redo)):
        choices[do].setText(f"{word}: {step.replace('&', '&&')}" if step else word)
        choices[do].setEnabled(bool(step))
    choices[Do.UNDO_PAST].setEnabled(bool(undo))


def _connect_view(window: Chosen) -> None:
    choose, taste = window.choices.on, window.taste
    choose(Do.LARGER, lambda: taste.step_text_size(1))
    choose(Do.SMALLER, lambda: taste.step_text_size(-1))
    choose(Do.NORMAL_SIZE, lambda: taste.set_text_size(100))

    def tick_theme() -> None:
        for do, theme in THEMES.items():
            window.choices[do].setChecked(taste.liked.theme == theme)

    def setter(theme: str) -> Callable[[], None]:
        def set_it() -> None:
            taste.set_theme(theme)
            tick_theme()

        return set_it

    for do, theme in THEMES.items():
        choose(do, setter(theme))
    taste.changed.connect(tick_theme)
    tick_theme()


def _connect_inside(window: Chosen) -> None:
    def inside(way: "Callable[[Inside], object]") -> Callable[[], None]:
        def go() -> None:
            if window.inside:
                way(window.inside)

        return go

    choose = window.choices.on
    choose(Do.CHANGE_DATES, inside(lambda view: view.go("settings", "dates")))
    choose(Do.SETTINGS, inside(lambda view: view.go("settings")))
    choose(Do.WORKING_AS, inside(lambda view: view.go("settings", "working-as")))
    choose(Do.VAULT, inside(lambda view: view.go("vault")))
    choose(Do.BACK_UP, inside(lambda view: view.back_up()))
    choose(Do.DIAGNOSTICS, inside(lambda view: view.go("vault", "diagnostics")))
    choose(Do.BACK, inside(lambda view: view.back()))
    choose(Do.FORWARD, inside(lambda view: view.forward()))
    choose(Do.NEXT_PART, inside(lambda view: view.next_part(1)))
    choose(Do.PREVIOUS_PART, inside(lambda view: view.next_part(-1)))
    choose(Do.FIND, inside(lambda view: view.page.search()))
    choose(Do.PRINT, inside(lambda view: view.page.print_paper()))
    choose(Do.CHECKLIST, inside(lambda view: view.go("papers", "checklist")))
    choose(Do.HELP, inside(lambda view: view.go("help", view.place)))
    choose(Do.KEYS, inside(lambda view: view.go("help", "keys")))
    choose(Do.ABOUT, inside(lambda view: view.go("help", "about")))
    choose(Do.UNDO, inside(lambda view: view.undo()))
    choose(Do.UNDO_PAST, inside(lambda view: view.undo_past()))
    choose(Do.REDO, inside(lambda view: view.redo()))
