"""The screens before an inspection that have to do with keys, locks and a damaged vault."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from jtai_desktop.domain import recovery_codes
from jtai_desktop.domain.inspection import CouncilSettings
from jtai_desktop.domain.keeping import Backup, Reason
from jtai_desktop.domain.passphrases import USUAL_PERSON
from jtai_desktop.domain.problems import Problem
from jtai_desktop.domain.typed import read_when
from jtai_desktop.services import backups, inspections
from jtai_desktop.services.ways_on import Looked, Trouble
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store.holder import Holder
from jtai_desktop.ui.front.mending import Mending
from jtai_desktop.ui.front.passphrase import NewPassphrase
from jtai_desktop.ui.front.recovery import ShowCode, TypeBack
from jtai_desktop.ui.front.recovery_unlock import UseCode, asking
from jtai_desktop.ui.front.unlock import Unlock
from tests.services import scene

if TYPE_CHECKING:
    from tests.pictures.taking import Camera

CODE = recovery_codes.spelled(bytes(range(20)))
MORNING = read_when("10 Nov 2026, 09:02")
ALTERED = Problem(
    "rows", "A record was altered outside the program, or an older page was put back."
)


def _put(camera: "Camera", screen: QWidget) -> None:
    camera.window.band.set_marking(CouncilSettings().marking, practice=False)
    camera.window.put(screen)
    screen.setFocus()


def locked(camera: "Camera") -> None:
    """As it stands after the lock."""
    _put(camera, Unlock())


def unlock(camera: "Camera") -> None:
    """After a wrong passphrase."""
    screen = Unlock()
    _put(camera, screen)
    screen.say("That passphrase does not open this vault. Check the keyboard and try again.")


def pause(camera: "Camera") -> None:
    """After several; the seconds stand still for the picture."""
    screen = Unlock()
    _put(camera, screen)
    screen.say("That passphrase does not open this vault. Check the keyboard and try again.")
    screen.hold(16)
    screen._pause._timer.stop()


def elsewhere(camera: "Camera") -> None:
    """The vault is open in another program."""
    holder = Holder(USUAL_PERSON, "laptop-7", 4711, MORNING.isoformat())
    backup = Backup("2026-11-09T17-31-05", 8, read_when("9 Nov 2026, 17:31"), Reason.CLOSING)
    screen = Unlock()
    _put(camera, screen)
    screen.line.setText("x" * 24)
    screen.offer(Trouble(Problem("holder", holder.sentence()), backup=backup))


def code_shown(camera: "Camera") -> None:
    """The recovery code of a new vault, after it went to the printer."""
    screen = ShowCode(camera.window.hub)
    _put(camera, screen)
    screen.show_code(CODE)
    screen.code.say("Sent to the printer. Check the sheet against the code.")


def code_typed(camera: "Camera") -> None:
    """Typed back with a mistake in it."""
    screen = TypeBack()
    _put(camera, screen)
    _type_wrong(screen)


def code_used(camera: "Camera") -> None:
    """To unlock with it, mistyped."""
    screen = UseCode()
    _put(camera, screen)
    _type_wrong(screen)


def _type_wrong(screen: "TypeBack | UseCode") -> None:
    screen.line.setText(CODE[:-1] + "X")
    QTest.keyClick(screen.line, Qt.Key.Key_Return)


def new_passphrase(camera: "Camera") -> None:
    """After the recovery code."""
    screen = NewPassphrase(Path("vault"), asking((USUAL_PERSON, "Deputy coordinator")))
    _put(camera, screen)
    screen.take_focus()


def mending(camera: "Camera") -> None:
    """A vault that was altered, and its last backup beside it."""
    folder = camera.data / "altered"
    if not folder.exists():
        _make_altered(folder)
    camera.window.hub.close()
    opened: list[Workspace] = []
    camera.window.hub.open(lambda: _only_looked_at(folder), opened.append, _fail)
    camera.wait_for(lambda: bool(opened))
    screen = Mending(camera.window.hub, camera.taste, Looked((ALTERED,)))
    _put(camera, screen)
    camera.wait_for(lambda: bool(screen.backups.table.rows))
    screen.backups.restore.compare(screen.backups.table.current_key)
    camera.wait_for(screen.backups.restore.leave.hasFocus)


def _make_altered(folder: Path) -> None:
    here = scene.make_bare(folder)
    for day, hour in ((9, 9), (9, 17), (10, 9)):
        workspace = scene.reopen(folder, scene.NOW.replace(day=day, hour=hour, minute=2))
        inspections.rename(workspace, here, f"Northmoor {day}.{hour}")
        backups.back_up(workspace, Reason.CLOSING if hour > 12 else Reason.FIRST_TODAY)
        workspace.close()
    workspace = scene.reopen(folder)
    inspections.rename(workspace, here, "Southmoor")
    workspace.close()


def _only_looked_at(folder: Path) -> Workspace:
    workspace = scene.reopen(folder)
    workspace.store.problems = (ALTERED,)
    return workspace


def _fail(sentence: str) -> None:
    raise AssertionError(sentence)


# By name, in the order in which a person meets them.
FRONT: tuple[tuple[str, Callable[["Camera"], None]], ...] = (
    ("code-shown", code_shown),
    ("code-typed", code_typed),
    ("locked", locked),
    ("unlock", unlock),
    ("pause", pause),
    ("code-used", code_used),
    ("new-passphrase", new_passphrase),
    ("open-elsewhere", elsewhere),
    ("mending", mending),
)
