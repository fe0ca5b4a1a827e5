"""The options of the window, when it is started from a command line."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jtai_desktop.cli.plain_parser import PlainParser


@dataclass(frozen=True, slots=True)
class Asked:
    """What the window was asked for."""

    vault: Path | None = None
    example: bool = False


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options that the window understands."""
    parser.add_argument(
        "--vault", type=Path, metavar="DIR", help="the folder of the vault that the window opens"
    )
    parser.add_argument(
        "--example", action="store_true", help="open the window on the fictional example"
    )


def asked(given: Sequence[str]) -> Asked:
    """Read the options; a wrong one ends with a sentence and exit code 2."""
    parser = PlainParser(prog="main.py", add_help=False)
    add_options(parser)
    found = parser.parse_args(given)
    return Asked(found.vault, found.example)
