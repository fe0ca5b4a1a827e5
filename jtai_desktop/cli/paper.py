"""The command `paper NAME`: any paper of a vault as PDF."""

import argparse
from typing import TYPE_CHECKING

from jtai_desktop.cli.paper_options import add_paper, write

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `paper`."""
    parser = subparsers.add_parser("paper", help="write one paper as PDF")
    add = parser.add_argument
    add("name", metavar="NAME", help="which one (`papers` lists them)")
    add_paper(parser)
    add("--person", default="", metavar="ROLE", help="only what this person has to do or owns")
    add("--child", default="", metavar="LABEL", help="which child, such as “Child A”")
    add("--list", default="", metavar="NUMBER", help="only the problems of this child-level list")
    add("--plan-version", default="", metavar="N", help="which version of the plan (the newest)")
    add("--compared-with", default="", metavar="N", help="and which other (the plan as it stands)")
    add("--date", metavar="DATE", help="the day that a checklist or day sheet is for (today)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the paper and note it in the print log."""
    return write(args, args.name)
