"""The command `checklist`: the daily checklist of a vault as PDF."""

import argparse
import sys
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened
from jtai_desktop.domain.moments import LONDON, london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import read_clock, read_day, read_when
from jtai_desktop.domain.wording import counted

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
    taken = None if args.as_at is None else _read_as_at(args.as_at)
    with opened(args) as workspace:
        as_at = _as_at(taken, day or london(workspace.now).date())
        inspection_id = inspection_of(workspace, args)
        paper = papers.checklist(workspace, inspection_id, day, agency=args.agency, as_at=as_at)
        papers.save(workspace, inspection_id, paper, args.out)
    for name in paper.missing:
        print(f"No letter of ours can print this sign: {name}.", file=sys.stderr)
    print(f"{args.out}: {paper.name}, {counted(paper.pages, 'page')}, seal {paper.seal}")
    return 0


def _read_as_at(text: str) -> datetime | time:
    """An hour alone, or a day and an hour."""
    try:
        return read_clock(text)
    except Refused:
        return read_when(text)


def _as_at(taken: datetime | time | None, day: date) -> datetime | None:
    """An hour alone is of the day that the paper is for."""
    if isinstance(taken, time):
        return datetime.combine(day, taken, LONDON)
    return taken
