"""The command `flags`: “act now” flags, open ones first; with `raise`, `confirm` and `close`."""

import argparse
import json
from typing import TYPE_CHECKING

from jtai_desktop.cli.tables import aligned
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.flags import Flag, Noted
    from jtai_desktop.services.one_inspection import Overview

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

HEADS = ("No.", "Child", "Stands at", "Owner", "Raised", "What")


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `flags`."""
    parser = subparsers.add_parser("flags", help="“act now” flags about children")
    add_vault(parser, outer=True)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)
    inner = parser.add_subparsers(title="commands", metavar="")
    new = inner.add_parser("raise", help="raise a flag")
    add_vault(new, inner=True)
    new.add_argument("words", metavar="TEXT", help="what is to be done; labels only")
    new.add_argument("--child", required=True, metavar="LABEL", help="the child’s label")
    new.add_argument("--owner", required=True, metavar="ROLE", help="the role of who acts")
    new.set_defaults(run=raise_flag)
    for name, what in (("confirm", "that somebody has acted"), ("close", "how it ended")):
        step = inner.add_parser(name, help=f"record {what}")
        add_vault(step, inner=True)
        step.add_argument("number", type=int, metavar="NO.", help="the flag’s number in the list")
        step.add_argument("words", metavar="TEXT", help=what)
        if name == "close":
            step.add_argument("--mistaken", action="store_true", help="it was raised by mistake")
        step.set_defaults(run=confirm if name == "confirm" else close)


def run(args: argparse.Namespace) -> int:
    """Print every flag, the open ones first, or JSON."""
    from jtai_desktop.services import overview

    with opened(args) as workspace:
        view = overview.load(workspace, inspection_of(workspace, args))
    if args.json:
        print(json.dumps({"flags": [_data(view, each) for each in view.flags]}, indent=2))
    elif view.flags:
        numbered = sorted(enumerate(view.flags, 1), key=lambda each: bool(each[1].closed))
        print("\n".join(aligned(HEADS, [_row(view, number, flag) for number, flag in numbered])))
    else:
        print("No flag was raised.")
    return 0


def raise_flag(args: argparse.Namespace) -> int:
    """Raise one."""
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.typed import quoted
    from jtai_desktop.services import flags, overview

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        view = overview.load(workspace, inspection_id)
        labels = {each.label.casefold(): each.id for each in view.children}
        roles = {each.role.casefold(): each.id for each in view.contacts}
        child, owner = labels.get(args.child.casefold()), roles.get(args.owner.casefold())
        if child is None:
            raise Refused(f"There is no child {quoted(args.child)} here.", place="Child")
        if owner is None:
            raise Refused(f"Nobody has the role {quoted(args.owner)}.", place="Owner")
        changes = flags.raise_flag(workspace, inspection_id, child, args.words, owner)
    print(f"{changes.summary}.")
    return 0


def confirm(args: argparse.Namespace) -> int:
    """Record that somebody has acted."""
    from jtai_desktop.services import flags, overview

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        found = _numbered(overview.load(workspace, inspection_id), args.number)
        changes = flags.confirm(workspace, inspection_id, found.id, args.words)
    print(f"{changes.summary}.")
    return 0


def close(args: argparse.Namespace) -> int:
    """Close one."""
    from jtai_desktop.services import flags, overview

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        found = _numbered(overview.load(workspace, inspection_id), args.number)
        changes = flags.close(
            workspace, inspection_id, found.id, args.words, mistaken=args.mistaken
        )
    print(f"{changes.summary}.")
    return 0


def _numbered(view: "Overview", number: int) -> "Flag":
    from jtai_desktop.domain.problems import Refused

    if not 1 <= number <= len(view.flags):
        raise Refused(f"There is no flag {number}; “flags” lists them.", place="Flag")
    return view.flags[number - 1]


def _data(view: "Overview", flag: "Flag") -> dict[str, object]:
    return {
        "id": flag.id,
        "child": flag.child,
        "text": flag.text,
        "state": flag.state.value,
        "owner": _owner(view, flag),
        "raised": _noted(flag.raised),
        "confirmed": _noted(flag.confirmed),
        "closed": _noted(flag.closed),
        "mistaken": flag.mistaken,
    }


def _noted(noted: "Noted | None") -> dict[str, str] | None:
    if noted is None:
        return None
    when = noted.when.isoformat(timespec="minutes")
    return {"when": when, "by": noted.by.signed, "words": noted.words}


def _row(view: "Overview", number: int, flag: "Flag") -> tuple[str, ...]:
    from jtai_desktop.domain.wording import stamp

    owner = _owner(view, flag) or "no owner"
    return (
        str(number),
        flag.child,
        flag.state.value,
        owner,
        stamp(flag.raised.when),
        flag.text,
    )


def _owner(view: "Overview", flag: "Flag") -> str | None:
    found = view.contact(flag.owner_id)
    return found.role if found else None
