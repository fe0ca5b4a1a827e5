"""The commands `keys list`, `add`, `change`, `rename`, `remove`, `recovery` and `recover`."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli.vault_options import add_vault, passphrase
from jtai_desktop.domain import recovery_codes, texts
from jtai_desktop.domain.passphrases import Newcomer
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import day_full

if TYPE_CHECKING:
    from jtai_desktop.domain.key_holders import KeyHolder
    from jtai_desktop.services.workspace import Workspace

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

COMMANDS = (
    ("list", "say who can open the vault"),
    ("add", "give another person a passphrase of their own"),
    ("change", "change the passphrase that opens the vault here"),
    ("rename", "give the person of this passphrase another role"),
    ("remove", "take out a person’s passphrase"),
    ("recovery", "make a recovery code, print it once and ask for it back"),
    ("recover", "open the vault with the recovery code and set a new passphrase"),
)
WITH_PERSON, WITH_NEW = {"add", "rename", "remove", "recover"}, {"add", "change", "recover"}
ALONE = "Call this from a terminal, or give --{}."


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `keys` with its commands."""
    parser = subparsers.add_parser("keys", help="say and change who can open a vault")
    inner = parser.add_subparsers(title="commands", metavar="", required=True)
    for name, told in COMMANDS:
        command = inner.add_parser(name, help=told)
        add_vault(command, inspection=False)
        _add_options(command, name)
        command.set_defaults(run=run, keys_command=name)


def run(args: argparse.Namespace) -> int:
    """Do what was asked; what is refused is one sentence on stderr."""
    done = {
        "list": _list,
        "add": _add,
        "change": _change,
        "rename": _rename,
        "remove": _remove,
        "recovery": _recovery,
        "recover": _recover,
    }
    return done[args.keys_command](args)


def _add_options(parser: argparse.ArgumentParser, name: str) -> None:
    add = parser.add_argument
    if name in WITH_PERSON:
        add("--person", required=True, metavar="ROLE", help="whose passphrase it is")
    if name in WITH_NEW:
        add(
            "--new-passphrase-file",
            type=Path,
            metavar="FILE",
            help="a file with the new passphrase in its first line; else a prompt",
        )
    if name == "recover":
        add("--code-file", type=Path, metavar="FILE", help="a file with the recovery code")
    if name == "recovery":
        add("--later", action="store_true", help="do not ask for the code back now")
        add("--check", action="store_true", help="make none: only ask for the one there is")


def _list(args: argparse.Namespace) -> int:
    from jtai_desktop.services import keys

    with _opened(args) as (workspace, _given):
        for holder in keys.listed(workspace):
            print(_told(holder))
        for remark in keys.open_remarks(workspace):
            print(remark)
    return 0


def _add(args: argparse.Namespace) -> int:
    from jtai_desktop.services import keys

    with _opened(args) as (workspace, given):
        print(keys.add(workspace, given, Newcomer(args.person, _new(args))).summary)
    return 0


def _change(args: argparse.Namespace) -> int:
    from jtai_desktop.services import keys

    with _opened(args) as (workspace, given):
        print(keys.change(workspace, given, _new(args)).summary)
    return 0


def _rename(args: argparse.Namespace) -> int:
    from jtai_desktop.services import keys

    with _opened(args) as (workspace, given):
        print(keys.rename(workspace, given, args.person).summary or "Nothing was changed")
    return 0


def _remove(args: argparse.Namespace) -> int:
    from jtai_desktop.services import keys

    with _opened(args) as (workspace, given):
        print(keys.remove(workspace, given, _slot_of(workspace, args.person)).summary)
    return 0


def _recovery(args: argparse.Namespace) -> int:
    from jtai_desktop.services import keys

    if not args.later:
        _refuse_without_terminal("later")
    with _opened(args) as (workspace, given):
        if not args.check:
            _changes, code = keys.new_code(workspace, given)
            print(code)
        if args.later:
            return 0
        print("Write it down, then type it from the paper.", file=sys.stderr)
        print(keys.prove_code(workspace, _asked("Recovery code: ", "later")).summary)
    return 0


def _recover(args: argparse.Namespace) -> int:
    from jtai_desktop.services import recovering

    if args.code_file is not None:
        code = passphrase(argparse.Namespace(passphrase_file=args.code_file))
    else:
        code = _asked("Recovery code: ", "code-file")
    recovery_codes.read(code)
    newcomer = Newcomer(args.person, _new(args))
    workspace = recovering.recover(args.vault, code, newcomer)
    notes = workspace.notes if workspace.is_read_only else ()
    workspace.close()
    if notes:
        raise Refused(" ".join(note.sentence for note in notes))
    print(f"{args.person}: new passphrase, set with the recovery code")
    return 0


@contextmanager
def _opened(args: argparse.Namespace) -> "Iterator[tuple[Workspace, str]]":
    """The vault, and the passphrase that opened it: every change asks for it again."""
    from jtai_desktop.services import vaults

    given = passphrase(args)
    workspace = vaults.open_(args.vault, given)
    try:
        workspace.on_behalf_of = texts.line(args.behalf, "--as", longest=80)
        yield workspace, given
    finally:
        workspace.close()


def _new(args: argparse.Namespace) -> str:
    """The new passphrase, from its file or typed twice."""
    if args.new_passphrase_file is not None:
        return passphrase(argparse.Namespace(passphrase_file=args.new_passphrase_file))
    typed = _asked("New passphrase: ", "new-passphrase-file")
    if _asked("Again: ", "new-passphrase-file") != typed:
        raise Refused("The two passphrases differ. Nothing was changed; try again.")
    return typed


def _asked(prompt: str, option: str) -> str:
    _refuse_without_terminal(option)
    try:
        return getpass(prompt)
    except EOFError as error:
        raise Refused("Nothing was typed, so nothing was done.") from error


def _refuse_without_terminal(option: str) -> None:
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refused(ALONE.format(option))


def _slot_of(workspace: "Workspace", person: str) -> str:
    """Whose passphrase it is; “recovery code” means the code."""
    from jtai_desktop.domain.key_holders import Opening
    from jtai_desktop.services import keys

    wanted = person.strip().casefold()
    holders = keys.listed(workspace)
    for holder in holders:
        is_code = holder.opening is Opening.CODE
        if wanted == (Opening.CODE.value if is_code else holder.person).casefold():
            return holder.id
    names = ", ".join(f"“{each.person}”" for each in holders if each.opening is not Opening.CODE)
    raise Refused(f"Nobody of that role has a passphrase here. There are: {names}.")


def _told(holder: "KeyHolder") -> str:
    """One line of the list."""
    since = f", since {day_full(holder.since.date())}" if holder.since else ""
    opening = holder.opening.value.lower()
    own = ", opened it now" if holder.own else ""
    return f"{holder.person}: {opening}{since}{own}"
