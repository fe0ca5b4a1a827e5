"""What every command on a vault takes: the folder, the passphrase, and on whose behalf."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.domain import texts
from jtai_desktop.domain.problems import Refused

if TYPE_CHECKING:
    from jtai_desktop.domain.inspection import Inspection
    from jtai_desktop.services.workspace import Workspace

VARIABLE = "JTAI_PASSPHRASE"
LONGEST = 4096
# So much of an inspection's identity as tells two apart.
NUMBER = 8


def add_vault(
    parser: argparse.ArgumentParser,
    *,
    makes: bool = False,
    inspection: bool = True,
    outer: bool = False,
    inner: bool = False,
) -> None:
    """The options `--vault`, `--passphrase-file`, `--as`, and `--inspection` where one is meant.

    They may stand before (`outer`) or behind (`inner`) the name of a command within a command.
    """
    nothing, empty = (argparse.SUPPRESS,) * 2 if inner else (None, "")
    what = "the folder of the vault to make" if makes else "the folder of the vault"
    needed = not (outer or inner)
    parser.add_argument(
        "--vault", type=Path, required=needed, default=nothing, metavar="DIR", help=what
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        default=nothing,
        metavar="FILE",
        help=f"a file with the passphrase in its first line; else {VARIABLE}, else a prompt",
    )
    if not makes:
        parser.add_argument(
            "--as", dest="behalf", default=empty, metavar="ROLE", help="on whose behalf you act"
        )
    if inspection and not makes:
        parser.add_argument(
            "--inspection", default=empty, metavar="AREA", help="which inspection, by its area"
        )


def passphrase(args: argparse.Namespace, *, twice: bool = False) -> str:
    """The passphrase from the file, the environment or a prompt, in this order."""
    if args.passphrase_file is not None:
        return _from_file(args.passphrase_file)
    if VARIABLE in os.environ:
        return _given(os.environ[VARIABLE], f"{VARIABLE} is set but empty. Put the passphrase in.")
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refused(
            f"A passphrase is needed: use --passphrase-file, set {VARIABLE},"
            " or call this from a terminal."
        )
    typed = _asked("Passphrase: ")
    if twice and _asked("Again: ") != typed:
        raise Refused("The two passphrases differ. Nothing was made; try again.")
    return typed


@contextmanager
def opened(args: argparse.Namespace) -> "Iterator[Workspace]":
    """The vault of the options, closed again at the end."""
    from jtai_desktop.services import vaults

    if args.vault is None:
        raise Refused("Say with --vault which vault is meant, by its folder.")
    workspace = vaults.open_(args.vault, passphrase(args))
    try:
        _back_up_first(workspace)
        workspace.on_behalf_of = texts.line(args.behalf, "--as", longest=80)
        yield workspace
    finally:
        workspace.close()


def inspection_of(workspace: "Workspace", args: argparse.Namespace) -> str:
    """The inspection that is meant: the only one, or the one of that area."""
    from jtai_desktop.services import inspections

    listed = inspections.listed(workspace)
    if not listed:
        raise Refused("There is no inspection in this vault yet.")
    given = texts.line(args.inspection, "--inspection")
    found = [each for each in listed if _is_meant(each, given)] if given else list(listed)
    if len(found) == 1:
        return found[0].id
    names = ", ".join(_named(each) for each in found or listed)
    raise Refused(
        "Say with --inspection which one is meant, by its area or the number after it."
        f" There are: {names}."
    )


def _back_up_first(workspace: "Workspace") -> None:
    """The first backup of the day; where it fails, that is said and the work goes on."""
    from jtai_desktop.services import backups

    try:
        backups.daily(workspace)
    except Refused as refused:
        print(f"The backup of today failed. {refused}", file=sys.stderr)


def _is_meant(inspection: "Inspection", given: str) -> bool:
    return given.casefold() in {inspection.area.casefold(), inspection.id[:NUMBER]}


def _named(inspection: "Inspection") -> str:
    """Two inspections of an area differ by their number: “Northmoor” (6f1f3a2b, practice)."""
    practice = ", practice" if inspection.practice else ""
    return f"“{inspection.area}” ({inspection.id[:NUMBER]}{practice})"


def _asked(prompt: str) -> str:
    try:
        return getpass(prompt)
    except EOFError as error:
        raise Refused("No passphrase was typed, so nothing was done.") from error


def _given(passphrase: str, sentence: str) -> str:
    if not passphrase:
        raise Refused(sentence)
    return passphrase


def _from_file(path: Path) -> str:
    """The first line; the mark that Windows puts before a text is no part of it."""
    name = texts.shown_name(path.name or str(path))
    try:
        with path.open(encoding="utf-8-sig") as file:
            first = file.readline(LONGEST + 2).rstrip("\r\n")
    except UnicodeDecodeError as error:
        sentence = f"The passphrase file {name} holds no plain text. Save it as UTF-8."
        raise Refused(sentence) from error
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        sentence = f"The passphrase file {name} can’t be read. Check its name and its rights."
        raise Refused(sentence) from error
    if len(first) > LONGEST:
        sentence = (
            f"The first line of {name} is longer than {LONGEST:,} characters. Check its name."
        )
        raise Refused(sentence)
    return _given(first, f"The first line of {name} is empty. Put the passphrase there.")
