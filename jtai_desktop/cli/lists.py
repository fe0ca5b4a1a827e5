"""The commands on child-level lists: `lists check`, `lists scope`, `lists template` and others."""

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli import lists_kept
from jtai_desktop.cli.plain_parser import refused
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.texts import shown_name

if TYPE_CHECKING:
    from jtai_desktop.services.lists import Checked, Wish

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

GRAVE = 1
FORMATS_LOST = "Its formats are not those of the files read; these were not touched."


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `lists` with its commands."""
    parser = subparsers.add_parser("lists", help="check child-level lists; keep them in a vault")
    inner = parser.add_subparsers(title="commands", metavar="", required=True)
    check = inner.add_parser("check", help="say everything that is wrong with the lists in files")
    _files(check)
    check.add_argument("--all", action="store_true", help="name every row, not only the first")
    check.add_argument(
        "--export",
        type=Path,
        metavar="OUT.xlsx",
        help="write a new workbook of what was read, with the problems; formats are not kept",
    )
    check.set_defaults(run=check_files)
    scope = inner.add_parser("scope", help="count who of lists 6 to 8 is in scope")
    _files(scope)
    scope.set_defaults(run=count_scope)
    template = inner.add_parser("template", help="write a blank workbook for each list")
    template.add_argument("folder", type=Path, metavar="FOLDER")
    _pack_option(template)
    template.set_defaults(run=write_templates)
    lists_kept.add_parsers(inner, _hand_options)


def check_files(args: argparse.Namespace) -> int:
    """Prints what is wrong; 1 if it is grave, 2 if a file can’t be read."""
    from jtai_desktop.cli.lists_told import as_json, as_lines

    try:
        checked = _checked(args)
    except Refused as problem:
        return refused_lists(problem)
    if args.json:
        print(_json(as_json(checked)))
    else:
        print("\n".join(as_lines(checked, every_row=args.all)))
    if args.export:
        print(f"{shown_name(args.export.name)} is written. {FORMATS_LOST}", file=sys.stderr)
    return GRAVE if checked.grave else 0


def count_scope(args: argparse.Namespace) -> int:
    """Prints who is in scope, and the counts by list and answer."""
    from jtai_desktop.cli.lists_told import scope_as_json, scope_as_lines
    from jtai_desktop.services.lists import scope

    try:
        checked = _checked(args)
    except Refused as problem:
        return refused_lists(problem)
    found = scope(checked)
    if args.json:
        print(_json(scope_as_json(found)))
    else:
        print("\n".join(scope_as_lines(found, checked)))
    return 0


def write_templates(args: argparse.Namespace) -> int:
    """Writes the templates and names them."""
    from jtai_desktop.services.lists import write_templates as write

    try:
        paths = write(args.folder, args.pack)
    except Refused as problem:
        return refused_lists(problem)
    for path in paths:
        print(path.name)
    return 0


def refused_lists(problem: Refused) -> int:
    """Says on stderr which file can’t be read and why."""
    place = problem.problem.place
    return refused(Refused(f"{place}: {problem}") if "." in place else problem)


def _checked(args: argparse.Namespace) -> "Checked":
    from jtai_desktop.services.lists import check, export

    say = _say if sys.stderr.isatty() else _silent
    to: Path | None = getattr(args, "export", None)
    if to is None:
        return check(args.files, _wish(args), say)
    _refuse_there(to)
    return export(args.files, _wish(args), to, say)


def _refuse_there(path: Path) -> None:
    if path.exists():
        raise Refused(f"{shown_name(path.name)} is there already; give another name.", place="file")


def _wish(args: argparse.Namespace) -> "Wish":
    from jtai_desktop.domain.moments import LONDON
    from jtai_desktop.domain.typed import read_day
    from jtai_desktop.services.lists import Wish, hand_of

    notified = read_day(args.notified) if args.notified else None
    today = datetime.now(LONDON).date()
    return Wish(today, notified, args.pack, hand_of(args.map, args.sheet))


def _files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help=".xlsx, .xls, .csv …")
    parser.add_argument("--notified", metavar="DATE", help="the day of the notification")
    _hand_options(parser)
    _pack_option(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def _hand_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="LIST:HEADING=COLUMN",
        help="take a heading for a column; with no COLUMN, leave it out",
    )
    parser.add_argument(
        "--sheet", action="append", default=[], metavar="LIST=SHEET", help="take a sheet for a list"
    )


def _pack_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pack", default="cmh-2019", metavar="ID", help="the guidance pack")


def _say(doing: str) -> None:
    print(f"{doing[:1].upper()}{doing[1:]} …", file=sys.stderr)


def _silent(_doing: str) -> None:
    pass


def _json(answer: object) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)
