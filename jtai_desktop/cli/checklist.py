"""The command `checklist`: the daily checklist of a vault as PDF."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli.paper_options import as_at_of, read_as_at, tell
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.typed import read_day

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `checklist`."""
    parser = subparsers.add_parser("checklist", help="write the daily checklist as PDF")
    add_vault(parser)
    add = parser.add_argument
    add("--date", metavar="DATE", help="the day it is for (today)")
    add("--agency", default="", metavar="KEY", help="only what one agency has to do")
    add("--as-at", metavar="TIME", help="the time its facts are taken at (now)")
    add("--out", type=Path, required=True, metavar="FILE", help="the PDF to write")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the checklist and note it in the print log."""
    from jtai_desktop.services import papers

    day = None if args.date is None else read_day(args.date)
    taken = read_as_at(args.as_at)
    with opened(args) as workspace:
        as_at = as_at_of(taken, day or london(workspace.now).date())
        inspection_id = inspection_of(workspace, args)
        paper = papers.checklist(workspace, inspection_id, day, agency=args.agency, as_at=as_at)
        papers.save(workspace, inspection_id, paper, args.out)
    tell(paper, args.out)
    return 0
