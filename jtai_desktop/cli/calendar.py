"""The command `calendar`: the week and the milestones as a calendar file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

WEEK, MILESTONES = "week", "milestones"


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `calendar`."""
    parser = subparsers.add_parser("calendar", help="a calendar file with meetings and milestones")
    add_vault(parser)
    add = parser.add_argument
    add("--out", type=Path, required=True, metavar="FILE", help="where to write it (.ics)")
    add("--only", choices=(WEEK, MILESTONES), help="only the entries, or only the milestones")
    add("--labels", action="store_true", help="show children by their labels")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the file."""
    from jtai_desktop.domain.texts import shown_name
    from jtai_desktop.services import calendars
    from jtai_desktop.services.calendars import Wanted

    wanted = Wanted(week=args.only != MILESTONES, milestones=args.only != WEEK, labels=args.labels)
    with opened(args) as workspace:
        calendars.save(workspace, inspection_of(workspace, args), args.out, wanted)
    print(f"Written: {shown_name(args.out.name)}.")
    return 0
