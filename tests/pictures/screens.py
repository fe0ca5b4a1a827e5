"""The screens that are pictured, and how the window is brought to each of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPushButton

from jtai_desktop.domain.inspection import Inspection
from jtai_desktop.domain.typed import read_when
from jtai_desktop.ui.front.choose import Choose
from tests.pictures.front_screens import FRONT

if TYPE_CHECKING:
    from tests.pictures.taking import Camera


SETTLINGS = 10


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen by name."""

    name: str
    prepare: Callable[["Camera"], None]


def _type(camera: "Camera", name: str, text: str) -> None:
    line = camera.find(QLineEdit, name)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.setText(text)


def _press(camera: "Camera", text: str) -> None:
    buttons = camera.window.findChildren(QPushButton)
    next(each for each in buttons if each.text() == text and each.isVisible()).click()


def _first(camera: "Camera") -> None:
    if camera.window.hub.is_open:
        camera.window.lock()
    else:
        camera.window.show_front()


def _plan(camera: "Camera") -> None:
    _first(camera)
    _type(camera, "Area of the inspection", "Northmoor")
    _type(camera, "When did the call come?", "Fri 3 May 2019, 14:30")


def _passphrase(camera: "Camera") -> None:
    _plan(camera)
    camera.settle()
    _press(camera, "Keep this plan")


def _choose(camera: "Camera") -> None:
    live = Inspection("1", "Northmoor", "cmh-2019", "1", read_when("2 Nov 2026, 09:00"))
    practice = Inspection(
        "2", "Rehearsal", "cmh-2019", "1", read_when("6 Jul 2026, 09:00"), practice=True
    )
    screen = Choose((live, practice))
    camera.window.put(screen)
    screen.setFocus()


def _inside(place: str, target: str = "") -> Callable[["Camera"], None]:
    def prepare(camera: "Camera") -> None:
        if camera.window.inside is None:
            camera.window.show_front(example=True)
            camera.wait_for(lambda: camera.window.inside is not None)
        assert camera.window.inside is not None
        camera.window.inside.go(place, target)
        camera.window.inside.page.setFocus()

    return prepare


def _open_version(camera: "Camera") -> None:
    """A version of a document, looked at over the page."""
    from jtai_desktop.ui.pages.children.page import ChildrenPage

    _inside("children", "A 1")(camera)
    camera.settle()
    assert camera.window.inside is not None
    page = camera.window.inside.page
    assert isinstance(page, ChildrenPage)
    page.panel.of_document.opened.emit(1)


def _paper(target: str = "") -> Callable[["Camera"], None]:
    """The preview draws its page in a thread of its own, first small, then at its size."""

    def show(camera: "Camera") -> None:
        _inside("papers", target)(camera)
        for _ in range(SETTLINGS):
            camera.settle()

    return show


SCREENS: tuple[Screen, ...] = (
    Screen("first", _first),
    Screen("plan", _plan),
    Screen("passphrase", _passphrase),
    *(Screen(name, prepare) for name, prepare in FRONT),
    Screen("choose", _choose),
    Screen("today", _inside("today")),
    Screen("timetable", _inside("timetable")),
    Screen("timetable-panel", _inside("timetable", "joint-evaluations")),
    Screen("documents", _inside("documents", "4.7")),
    Screen("children", _inside("children", "C 7")),
    Screen("children-open", _open_version),
    Screen("children-requests", _inside("children", "cqc")),
    Screen("people", _inside("people")),
    Screen("papers", _paper()),
    Screen("papers-pack", _paper("pack")),
    Screen("settings", _inside("settings")),
    Screen("settings-dates", _inside("settings", "dates")),
    Screen("vault", _inside("vault")),
    Screen("help", _inside("help", "timetable")),
)
