"""The wiring: decides between window, command line and worker; knows every layer.

Everything heavy is imported only on the way that needs it.
"""

import gc
import os
import sys
from collections.abc import Sequence

WORKER = "--worker"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    prepare()
    if given[:1] == [WORKER]:
        return _work(given[1:])
    if _wants_window(given):
        return _or_refusal(given)
    from jtai_desktop.cli.program import run

    return run(given)


def prepare() -> None:
    """What holds for the whole process: private files, and fewer looks for garbage.

    Starting makes many objects that stay; looking through them again and again costs a tenth of
    the time to the first picture.
    """
    os.umask(0o077)
    gc.set_threshold(50_000, 20, 20)


def _wants_window(given: list[str]) -> bool:
    """No command, at most the options of the window."""
    return not given or given[0].split("=")[0] in {"--vault", "--example"}


def _work(given: list[str]) -> int:
    """The hidden commands that do one thing in a process of their own."""
    from jtai_desktop.services.workers import run

    return run(given)


def _or_refusal(given: list[str]) -> int:
    """What stands in the way of a window is one sentence too."""
    from jtai_desktop.domain.problems import Refused

    try:
        return _open_window(given)
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2


def _open_window(given: list[str]) -> int:
    from jtai_desktop.cli.window import asked

    wanted = asked(given)
    if not _has_display():
        from jtai_desktop.cli.no_display import run

        return run()
    from jtai_desktop.ui.loading import load_qt

    load_qt()
    from jtai_desktop.ui.program import run as run_window

    return run_window(wanted.vault, example=wanted.example)


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
