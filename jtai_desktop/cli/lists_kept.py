"""The commands on lists in a vault: `lists import`, `kept`, `headings` and `sign`."""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jtai_desktop.cli.plain_parser import refused
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened
from jtai_desktop.domain.lists.versions import Step
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import quoted

if TYPE_CHECKING:
    from jtai_desktop.domain.lists.kept import KeptList
    from jtai_desktop.services.kept_lists import Incoming

NOTHING_SAID = "Nothing was said of a heading yet."
STEPS = [step.value for step in Step]


def add_parsers(inner: Any, by_hand: Callable[[argparse.ArgumentParser], None]) -> None:  # noqa: ANN401 - argparse has no name for it
    """Adds the four commands within `lists`."""
    new = inner.add_parser("import", help="show what would be kept of lists in files; keep it")
    new.add_argument("files", type=Path, nargs="+", metavar="FILE", help=".xlsx, .xls, .csv …")
    by_hand(new)
    add_vault(new)
    new.add_argument("--yes", action="store_true", help="take the lists in")
    new.set_defaults(run=take_in)
    there = inner.add_parser("kept", help="the lists in a vault: versions, problems, signatures")
    add_vault(there)
    there.add_argument("--json", action="store_true", help="print JSON")
    there.set_defaults(run=show)
    said = inner.add_parser("headings", help="what was said by hand of headings; forget it")
    said.add_argument(
        "--forget", metavar="LIST:HEADING", help="take back what was said of this heading"
    )
    add_vault(said)
    said.set_defaults(run=headings)
    sign = inner.add_parser("sign", help="note that a list was checked, signed or sent")
    sign.add_argument("number", type=int, metavar="LIST", help="the number of the list")
    sign.add_argument("step", choices=STEPS, help="what was done with its newest version")
    sign.add_argument("--who", default="", metavar="ROLE", help="who checked or signed it")
    sign.add_argument("--way", default="", help="portal, mail or paper")
    sign.add_argument("--reason", default="", help="why all the same, or why withdrawn")
    add_vault(sign)
    sign.set_defaults(run=take_step)


def take_in(args: argparse.Namespace) -> int:
    """Print what would be kept beside what is kept; with --yes keep it."""
    from jtai_desktop.services import kept_lists
    from jtai_desktop.services.lists import hand_of

    hand = hand_of(args.map, args.sheet)
    try:
        with opened(args) as workspace:
            inspection_id = inspection_of(workspace, args)
            wanted = kept_lists.wish(workspace, inspection_id, hand)
            checked = kept_lists.read(args.files, wanted)
            new = kept_lists.incoming(workspace, inspection_id, checked)
            _refuse_nothing(new)
            print("\n".join(line for each in new for line in _incoming(each)))
            if not args.yes:
                print("Nothing was taken in yet; say --yes to take it in.")
                return 0
            changes = kept_lists.take_in(workspace, inspection_id, new, hand.columns)
    except Refused as problem:
        place = problem.problem.place
        return refused(Refused(f"{place}: {problem}") if "." in place else problem)
    print(f"{changes.summary}.")
    return 0


def _refuse_nothing(new: "Sequence[Incoming]") -> None:
    if not new:
        raise Refused("No list was recognised in this. Check the files with “lists check”.")


def show(args: argparse.Namespace) -> int:
    """Print every list that is asked for, with its newest version."""
    from jtai_desktop.services import overview

    with opened(args) as workspace:
        lists = overview.load(workspace, inspection_of(workspace, args)).lists()
    if args.json:
        print(json.dumps([_as_json(each) for each in lists], ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(list(lists))))
    return 0


def headings(args: argparse.Namespace) -> int:
    """Print what is remembered of headings, or forget one."""
    from jtai_desktop.cli.tables import aligned
    from jtai_desktop.services import list_headings

    with opened(args) as workspace:
        if args.forget:
            number, _, heading = args.forget.partition(":")
            if not (number.strip().isdecimal() and heading.strip()):
                raise Refused(f"{quoted(args.forget)} can’t be read: write it like “6:Person”.")
            said = list_headings.said_of(workspace, int(number), heading.strip())
            changes = list_headings.forget(workspace, said, inspection_of(workspace, args))
            print(f"{changes.summary}.")
            return 0
        every = list_headings.remembered(workspace)
    rows = [(str(each.list_number), each.heading, each.column or "left out") for each in every]
    print("\n".join(aligned(("List", "Heading", "Is read as"), rows)) if rows else NOTHING_SAID)
    return 0


def take_step(args: argparse.Namespace) -> int:
    """Note one step of the newest version of a list."""
    from jtai_desktop.services import kept_lists

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        said = kept_lists.Said(args.who, args.way, args.reason)
        changes = kept_lists.take_step(workspace, inspection_id, args.number, Step(args.step), said)
    print(f"{changes.summary}.")
    return 0


def _incoming(new: "Incoming") -> Iterator[str]:
    from jtai_desktop.domain.wording import counted

    version = new.version
    yield (
        f"List {version.list_number}, version {version.number}: {counted(version.read, 'row')} read"
        f" = {version.accepted} accepted + {version.with_problems} with problems"
        f" + {version.blank} blank."
    )
    if new.is_known:
        yield "  The file is the one taken in last."
    elif new.before and new.difference:
        rows = new.difference
        yield (
            f"  Since version {new.before.number}: {counted(rows.new, 'row')} new,"
            f" {rows.gone} gone, {rows.changed} changed;"
            f" {counted(len(rows.problems_new), 'problem')} new,"
            f" {len(rows.problems_mended)} mended."
        )


def _lines(lists: "list[KeptList]") -> list[str]:
    from jtai_desktop.cli.tables import aligned
    from jtai_desktop.domain.lists.shape import Gravity
    from jtai_desktop.domain.wording import moment_short

    heads = ("List", "Due", "Version", "Rows", "Errors", "Stands at", "Remark")
    rows = []
    for each in lists:
        newest, due = each.newest, each.wanted.due
        rows.append(
            (
                each.wanted.name,
                moment_short(due) if due else "",
                str(newest.number) if newest else "–",
                str(newest.read) if newest else "–",
                str(newest.count(Gravity.ERROR)) if newest else "–",
                each.state.value.replace("-", " "),
                each.behind,
            )
        )
    return aligned(heads, rows)


def _as_json(each: "KeptList") -> dict[str, Any]:
    from jtai_desktop.domain.lists.shape import Gravity

    newest, held, due = each.newest, each.held, each.wanted.due
    return {
        "list": each.wanted.number,
        "title": each.wanted.title,
        "due": due.iso() if due else None,
        "state": each.state,
        "version": newest.number if newest else None,
        "held": held.number if held else None,
        "sha256": newest.digest if newest else None,
        "rows": newest.read if newest else None,
        "errors": newest.count(Gravity.ERROR) if newest else None,
        "warnings": newest.count(Gravity.WARNING) if newest else None,
        "steps": [
            {"step": line.step, "when": line.when.isoformat(), "who": line.who, "way": line.way}
            for line in (newest.lines if newest else ())
        ],
    }
