"""The command `restore`: the list of backups, or one of them in the place of the vault."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli.vault_options import add_vault, passphrase
from jtai_desktop.domain.keeping import WORDS
from jtai_desktop.domain.wording import stamp
from jtai_desktop.places import holds_vault

if TYPE_CHECKING:
    from jtai_desktop.domain.keeping import Backup
    from jtai_desktop.services.restoring import Comparison

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

NONE = "There are no backups beside this vault."


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `restore`."""
    parser = subparsers.add_parser("restore", help="put a backup in the place of a vault")
    add_vault(parser, inspection=False)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--list", action="store_true", help="list the backups; no passphrase")
    which.add_argument(
        "--backup", metavar="NAME", help="a backup of the list, or the folder of one elsewhere"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List, or restore and say what was kept."""
    if args.list:
        return _list(args.vault)
    return _restore(args)


def _list(vault: Path) -> int:
    from jtai_desktop.store.backups import listed

    found = listed(vault)
    print("\n".join(map(_line, found)) if found else NONE)
    return 0


def _line(backup: "Backup") -> str:
    sound = "" if backup.verified else "  damaged"
    return f"{backup.name:<22}  {stamp(backup.taken)}  {WORDS[backup.reason]}{sound}"


def _restore(args: argparse.Namespace) -> int:
    from jtai_desktop.services import restoring, vaults, ways_on

    elsewhere = Path(args.backup)
    is_elsewhere = elsewhere.is_dir() and elsewhere.name != args.backup
    if is_elsewhere and not holds_vault(args.vault):
        # On another computer: the backup becomes the vault.
        args.backup, is_elsewhere = ways_on.take_from(args.vault, elsewhere).name, False
    workspace = vaults.open_to_restore(args.vault, passphrase(args))
    try:
        workspace.on_behalf_of = args.behalf
        if is_elsewhere:
            told = _told(restoring.compare_folder(workspace, elsewhere))
            changes = restoring.restore_folder(workspace, elsewhere)
        else:
            told = _told(restoring.compare(workspace, args.backup))
            changes = restoring.restore(workspace, args.backup)
        kept = restoring.before_last_restore(workspace)
    finally:
        workspace.close()
    print("\n".join(told))
    print(f"{changes.summary}.")
    if kept:
        print(f"The vault as it was before is kept: restore --backup {kept.name} takes this back.")
    return 0


def _told(comparison: "Comparison") -> list[str]:
    lines = [("", "Now", "In the backup")]
    lines += [(line.what, line.now, line.then) for line in comparison.lines]
    widths = [max(len(line[at]) for line in lines) for at in range(3)]
    return [
        "  ".join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
