"""The command `pack`: the readiness pack of a vault as PDF."""

import argparse
from typing import TYPE_CHECKING

from jtai_desktop.cli.paper_options import add_paper, write

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `pack`."""
    parser = subparsers.add_parser("pack", help="write the readiness pack as PDF")
    add_paper(parser)
    parser.add_argument(
        "--parts", default="", metavar="A,B", help="only these parts (`papers` lists them)"
    )
    parser.add_argument(
        "--bind",
        default="",
        metavar="WHICH",
        help="bind in documents: sent, all, or codes such as 4.7,“C 7”,2.2:2 (version 2 of it)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the pack and note it in the print log."""
    return write(args, "pack")
