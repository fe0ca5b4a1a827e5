"""Writes the pictures: `python -m tests.pictures [--out DIR] [--renew] [--only TEXT]`.

Screens are taken at 1366 × 697 in three themes, and at 1280 × 649 with 150 % (1920 × 973 dots)
in light; papers page by page. Each size runs in a process of its own, since Qt fixes its scale
when it starts; and each theme, since to dress all pages anew takes longer than to make them.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests import surroundings

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "tests" / "reference"
USUAL = ROOT / "out" / "pictures"
THEMES = ("light", "dark", "contrast")
PARTS = (*THEMES, "150", "papers")


def main(given: list[str]) -> int:
    """Take all pictures, or in a child process those of one size."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures")
    parser.add_argument("--out", type=Path, default=USUAL, help="the folder to write into")
    parser.add_argument("--renew", action="store_true", help="renew the committed references")
    parser.add_argument("--only", default="", help="only screens whose name has this in it")
    parser.add_argument("--example", type=Path, help="where it was played, see tests/played.py")
    parser.add_argument("--part", choices=(*PARTS, "100"), help="one theme, size or the papers")
    args = parser.parse_args(given)
    out = REFERENCE if args.renew else args.out
    if args.part:
        surroundings.settle()
        if args.example:
            _do_not_play(args.example)
        return _take(args.part, out, args.only)
    if args.renew and not args.only:
        _clear(out)
    failed = [child.args for child in start(out, args.only) if child.wait()]
    pictures = sorted(out.rglob("*.png"))
    if args.renew:
        _reduce(pictures)
    count = len(pictures)
    print(f"{count} pictures in {out.relative_to(ROOT) if out.is_relative_to(ROOT) else out}")
    return 1 if failed else 0


def start(out: Path, only: str = "", example: Path | None = None) -> list[subprocess.Popen[str]]:
    """Begin to take the pictures of every size, side by side."""
    command = [sys.executable, "-m", "tests.pictures", "--out", str(out), "--only", only]
    command += ["--example", str(example)] if example else []
    return [subprocess.Popen([*command, "--part", part], cwd=ROOT, text=True) for part in PARTS]


def names(screens: Iterable[str]) -> list[str]:
    """The file names of the pictures of these screens."""
    sizes = (*(("100", theme) for theme in THEMES), ("150", "light"))
    return [f"{screen}-{size}-{theme}.png" for screen in screens for size, theme in sizes]


def _clear(folder: Path) -> None:
    """What is not taken any more shall not stay behind."""
    for path in folder.rglob("*.png"):
        path.unlink()


def _reduce(pictures: Iterable[Path]) -> None:
    from tests.pictures.likeness import reduce

    for path in pictures:
        reduce(path)


def _do_not_play(example: Path) -> None:
    """Explore a copy of the example that was played before."""
    import pytest

    from tests import played

    played.instead_of_playing(pytest.MonkeyPatch(), example)


def _take(part: str, out: Path, only: str) -> int:
    if part == "papers":
        from tests.pictures.papers import take_papers

        return take_papers(out / "papers")
    # Qt is imported only now, after its surroundings are settled.
    from tests.pictures.taking import take_screens

    if part == "150":
        os.environ["QT_SCALE_FACTOR"] = "1.5"
        return take_screens(out / "screens", (1280, 649), part, ("light",), only)
    themes = THEMES if part == "100" else (part,)
    return take_screens(out / "screens", (1366, 697), "100", themes, only)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
