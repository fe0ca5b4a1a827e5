"""The command `example`: a vault that holds the fictional inspection of Northmoor."""

import argparse
from typing import TYPE_CHECKING

from jtai_desktop.cli.vault_options import add_vault, passphrase

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `example`."""
    parser = subparsers.add_parser("example", help="make a vault with the fictional example")
    add_vault(parser, makes=True)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the vault; its clock stands still at the Tuesday of week two."""
    from jtai_desktop.services import example_vaults

    workspace, _ = example_vaults.create(args.vault, passphrase(args, twice=True))
    workspace.close()
    print(f"The example is in {args.vault}. Open it with: main.py --vault {args.vault}")
    return 0
