"""Walks through every screen at one size and prints what has not the room it needs.

`python -m tests.ui.walking 1280 649 1.5 [--text 130]`, in a process of its own: Qt fixes its
scale when it starts.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from tests import surroundings


def main(given: list[str]) -> int:
    """Print the troubles of every screen as JSON, by the name of the screen."""
    parser = argparse.ArgumentParser()
    parser.add_argument("width", type=int)
    parser.add_argument("height", type=int)
    parser.add_argument("scale")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--example", type=Path, help="where it was played, see tests/played.py")
    args = parser.parse_args(given)
    surroundings.settle()
    os.environ["QT_SCALE_FACTOR"] = args.scale
    if args.example:
        import pytest

        from tests import played

        played.instead_of_playing(pytest.MonkeyPatch(), args.example)
    print(json.dumps(_walk((args.width, args.height), args.text)))
    return 0


def _walk(size: tuple[int, int], text_size: int) -> dict[str, list[str]]:
    from PySide6.QtWidgets import QApplication

    from tests.pictures.screens import SCREENS
    from tests.pictures.taking import Camera
    from tests.ui.room import troubles

    app = QApplication([])
    with tempfile.TemporaryDirectory(prefix="jtai-walking-") as data:
        os.environ["JTAI_DATA"] = data
        camera = Camera(app, size, Path(data))
        camera.taste.set_text_size(text_size)
        found = {}
        for screen in SCREENS:
            screen.prepare(camera)
            camera.settle()
            found[screen.name] = troubles(camera.window)
        camera.put_away()
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
