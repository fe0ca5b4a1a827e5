"""One start of a window in a process of its own, ended at the moment that is measured.

`bare` is a plain PySide6 main window; `first` our window at its first paint; `keyed` our window
with the example opened by its key and Today painted with its facts; `today` the same through the
unlock screen and the passphrase. Prints the memory held, and the seconds that the passphrase
step alone took. Ours load Qt as the program does (`ui/loading.py`), before anything of the window.
"""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jtai_desktop.services.workspace import Workspace

PASSPHRASE = "four unrelated words here"


def main(given: list[str]) -> int:
    """Start one kind of window; those with the example take its folder and its inspection."""
    kind, *rest = given
    if kind == "bare":
        return _bare()
    if kind == "first":
        return _first()
    return _today(Path(rest[0]), rest[1], keyed=kind == "keyed")


def _bare() -> int:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def event(self, event: QEvent) -> bool:
            handled = super().event(event)
            if event.type() is QEvent.Type.Paint:
                _end()
            return handled

    app = QApplication([])
    window = Bare()
    window.resize(1366, 697)
    window.show()
    return app.exec()


def _first() -> int:
    _prepare()
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    from jtai_desktop.ui.program import make

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.UpdateRequest:
                window.grab()
                _end()
            return False

    app = QApplication([])
    window = make(Path(os.devnull) / "none")
    watch = Watch()
    window.installEventFilter(watch)
    window.resize(1366, 697)
    window.show()
    return app.exec()


def _today(folder: Path, inspection_id: str, *, keyed: bool) -> int:
    _prepare()
    from PySide6.QtWidgets import QApplication

    from jtai_desktop.ui.front import jobs
    from jtai_desktop.ui.program import make

    def by_key() -> "Workspace":
        from tests.bench.example import open_example

        return open_example(folder)

    def by_passphrase() -> "Workspace":
        return jobs.unlock(folder, PASSPHRASE)

    def opened(_workspace: "Workspace") -> None:
        window.show_inside(inspection_id)
        assert window.inside is not None
        window.inside.page.shown.connect(shown)

    def shown() -> None:
        window.grab()
        _end(step.seconds)

    step = _timed_passphrase_step()
    app = QApplication([])
    window = make(folder)
    window.resize(1366, 697)
    window.show()
    window.grab()
    window.hub.open(by_key if keyed else by_passphrase, opened, print)
    return app.exec()


def _prepare() -> None:
    """What the program does before it imports anything of its window."""
    from jtai_desktop.app import prepare
    from jtai_desktop.ui.loading import load_qt

    prepare()
    load_qt()


class _Step:
    seconds = 0.0


def _timed_passphrase_step() -> _Step:
    """Time the child process that works the passphrase through, and nothing else."""
    from jtai_desktop.store import worker

    run, step = worker.run, _Step()

    def timed(name: str, request: object) -> str:
        started = time.perf_counter()
        answer = run(name, request)
        step.seconds = time.perf_counter() - started
        return answer

    worker.run = timed
    return step


def _end(passphrase_seconds: float = 0.0) -> None:
    """Print the resident memory in KiB and the passphrase step, and end at once."""
    print(_resident(), f"{passphrase_seconds:.4f}", flush=True)
    os._exit(0)


def _resident() -> int:
    with Path("/proc/self/status").open(encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
