"""The command `calendar`: the week and the milestones as a calendar file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.services.workspace import Workspace

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

WEEK, MILESTONES = "week", "milestones"


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `calendar`."""
    parser = subparsers.add_parser("calendar", help="a calendar file with meetings and milestones")
    add_vault(parser)
    add = parser.add_argument
    add("--out", type=Path, required=True, metavar="FILE", help="where to write it (.ics)")
    add("--only", choices=(WEEK, MILESTONES), help="only the entries, or only the milestones")
    alone = parser.add_mutually_exclusive_group()
    alone.add_argument(
        "--entry", default="", metavar="ID", help="only this meeting or conversation"
    )
    alone.add_argument(
        "--person", default="", metavar="ROLE", help="what one contact is needed for"
    )
    add("--labels", action="store_true", help="show children by their labels")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the file."""
    from jtai_desktop.domain.texts import shown_name
    from jtai_desktop.services import calendars
    from jtai_desktop.services.calendars import Wanted

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        wanted = Wanted(
            week=args.only != MILESTONES,
            milestones=args.only != WEEK,
            labels=args.labels,
            entry=args.entry,
            contact=_contact(workspace, inspection_id, args.person) if args.person else "",
        )
        calendars.save(workspace, inspection_id, args.out, wanted)
    print(f"Written: {shown_name(args.out.name)}.")
    return 0


def _contact(workspace: "Workspace", inspection_id: str, person: str) -> str:
    """The contact of that role or those initials."""
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.typed import shown
    from jtai_desktop.services import overview

    wanted = person.casefold()
    everyone = overview.load(workspace, inspection_id).contacts
    found = [each.id for each in everyone if each.role.casefold() == wanted]
    found += [each.id for each in everyone if each.initials.casefold() == wanted]
    if not found:
        raise Refused(f"{shown(person)} is nobody in the list of people. Give the role.")
    return found[0]
