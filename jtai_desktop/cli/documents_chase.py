"""The command `documents chase`: the e-mail that chases an agency or a person, and that it went."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.moments import Moment
    from jtai_desktop.services.chase_pack import ChasePack
    from jtai_desktop.services.workspace import Workspace


def add_parser(inner: Any) -> None:  # noqa: ANN401 - argparse has no name for it
    """Adds the command within `documents`."""
    parser = inner.add_parser("chase", help="the e-mail that chases what is still to come")
    add_vault(parser, inner=True)
    add = parser.add_argument
    add("--agency", default=argparse.SUPPRESS, metavar="KEY", help="what one agency has to bring")
    add("--owner", default="", metavar="ROLE", help="what one person has to bring, by role")
    add("--out", type=Path, metavar="FILE", help="save it as .html; else it is printed as text")
    add("--log", action="store_true", help="note on each document that it was chased")
    add("--to", default="", metavar="ROLE", help="with --log: to whom; whom it greets unless said")
    add("--how", default="", metavar="WAY", help="with --log: how; by e-mail unless said")
    add("--next", default="", metavar="WHEN", help="with --log: when to chase again")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the e-mail or save it; with --log note it on each of the documents."""
    from jtai_desktop.services import chase_pack

    again = _moment(args.next)
    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        pack = _pack(workspace, inspection_id, args)
        if args.out is None:
            print(f"{pack.subject}\n\n{pack.text}", end="")
        else:
            changes = chase_pack.save(workspace, inspection_id, pack, args.out)
            print(f"{changes.summary}: {args.out.name}")
        if args.log:
            how = args.how or chase_pack.BY_MAIL
            noted = chase_pack.log(
                workspace, inspection_id, pack, how=how, whom=args.to, next=again
            )
            print(f"{noted.summary}.")
    return 0


def _pack(workspace: "Workspace", inspection_id: str, args: argparse.Namespace) -> "ChasePack":
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.services import chase_pack

    if bool(args.agency) == bool(args.owner):
        raise Refused("Say whom to chase: --agency or --owner, one of the two.")
    if args.agency:
        return chase_pack.pack_for(workspace, inspection_id, agency=args.agency)
    owner_id = _owner(workspace, inspection_id, args.owner)
    return chase_pack.pack_for(workspace, inspection_id, owner_id=owner_id)


def _owner(workspace: "Workspace", inspection_id: str, role: str) -> str:
    """The one person of that role."""
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.typed import shown
    from jtai_desktop.services import overview, register_cells

    view = overview.load(workspace, inspection_id)
    found = register_cells.known_of(view).people.found(role)
    if len(found) != 1:
        number = "Several people have" if found else "Nobody has"
        raise Refused(f"{number} the role {shown(role)}.", place="Owner")
    return found[0]


def _moment(text: str) -> "Moment | None":
    from jtai_desktop.domain.moments import Moment, at
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.typed import read_day, read_when

    if not text:
        return None
    try:
        return Moment(read_day(text))
    except Refused:
        return at(read_when(text))
