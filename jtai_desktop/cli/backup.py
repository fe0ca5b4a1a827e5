"""The command `backup`: an encrypted backup beside the vault, in a folder or on a stick."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli.vault_options import add_vault, opened

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `backup`."""
    parser = subparsers.add_parser("backup", help="make an encrypted backup of a vault")
    add_vault(parser, inspection=False)
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help="a folder or a stick; else beside the vault"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make it, and say where it lies."""
    from jtai_desktop.services import backups
    from jtai_desktop.store.backups import path_of

    with opened(args) as workspace:
        if args.to is not None:
            path = backups.to_folder(workspace, args.to)
        else:
            backups.back_up(workspace)
            path = path_of(workspace.folder, backups.listed(workspace)[0].name)
    print(f"Backed up and compared with the vault: {path}")
    return 0
