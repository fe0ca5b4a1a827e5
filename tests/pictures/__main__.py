"""Writes the pictures: `python -m tests.pictures [--out DIR] [--renew] [--only TEXT]`.

Screens are taken at 1366 × 697 in three themes, and at 1280 × 649 with 150 % (1920 × 973 dots)
in light; papers page by page. Each size runs in a process of its own, since Qt fixes its scale
when it starts.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tests import surroundings

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "tests" / "reference"
USUAL = ROOT / "out" / "pictures"
THEMES = ("light", "dark", "contrast")


def main(given: list[str]) -> int:
    """Take all pictures, or in a child process those of one size."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures")
    parser.add_argument("--out", type=Path, default=USUAL, help="the folder to write into")
    parser.add_argument("--renew", action="store_true", help="renew the committed references")
    parser.add_argument("--only", default="", help="only screens whose name has this in it")
    parser.add_argument("--part", choices=("100", "150", "papers"), help=argparse.SUPPRESS)
    args = parser.parse_args(given)
    out = REFERENCE if args.renew else args.out
    if args.part:
        return _take(args.part, out, args.only)
    parts = ("100", "150", "papers")
    failed = [part for part in parts if _child(part, out, args.only)]
    count = len(list(out.rglob("*.png")))
    print(f"{count} pictures in {out.relative_to(ROOT) if out.is_relative_to(ROOT) else out}")
    return 1 if failed else 0


def _child(part: str, out: Path, only: str) -> int:
    command = [sys.executable, "-m", "tests.pictures", "--part", part, "--out", str(out)]
    return subprocess.run([*command, "--only", only], cwd=ROOT, check=False).returncode


def _take(part: str, out: Path, only: str) -> int:
    surroundings.settle()
    if part == "papers":
        from tests.pictures.papers import take_papers

        return take_papers(out / "papers")
    if part == "150":
        os.environ["QT_SCALE_FACTOR"] = "1.5"
    from tests.pictures.taking import take_screens

    themes = THEMES if part == "100" else ("light",)
    size = (1366, 697) if part == "100" else (1280, 649)
    return take_screens(out / "screens", size, part, themes, only)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
