"""The commands on guidance packs: `packs` lists them, `packs check FILE` validates one."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.domain.problems import Problem
from jtai_desktop.domain.wording import counted

if TYPE_CHECKING:
    from jtai_desktop.services.guidance import PackSummary

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `packs` and `packs check`."""
    parser = subparsers.add_parser("packs", help="list the guidance packs, or check one")
    _json_option(parser)
    parser.set_defaults(run=list_packs, json=False)
    inner = parser.add_subparsers(title="commands", metavar="")
    check = inner.add_parser("check", help="say everything that is wrong with a pack")
    check.add_argument("file", type=Path, metavar="FILE", help="the pack, a TOML file")
    _json_option(check)
    check.set_defaults(run=check_pack)


def list_packs(args: argparse.Namespace) -> int:
    """Prints a line for each pack; a faulty one is named with the way to see why."""
    from jtai_desktop.services.guidance import packs

    found = packs()
    if args.json:
        print(_as_json([_listed(one) for one in found]))
        return 0
    width = max((len(one.id or one.file) for one in found), default=0)
    for one in found:
        print(f"{one.id or one.file:<{width}}  {_described(one)}")
    return 0


def check_pack(args: argparse.Namespace) -> int:
    """Prints each problem on a line, or one sentence if there is none."""
    from jtai_desktop.services.guidance import check

    problems = check(args.file)
    if args.json:
        answer = {"file": args.file.name, "problems": [_told(one) for one in problems]}
        print(_as_json(answer))
    elif problems:
        for problem in problems:
            print(problem)
    else:
        print(f"{args.file.name} is a good guidance pack.")
    return 1 if problems else 0


def _json_option(parser: argparse.ArgumentParser) -> None:
    # Said before or after `check`, it holds: the inner parser must not put its own "no" over it.
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")


def _described(one: "PackSummary") -> str:
    where = "shipped" if one.source == "shipped" else "the council’s own"
    if one.usable:
        return f"{one.title}, version {one.version}, {where}"
    number = counted(len(one.problems), "problem")
    return f"{where}, not usable: {number}, the first: {one.problems[0]}"


def _listed(one: "PackSummary") -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "version": one.version,
        "source": str(one.source),
        "file": one.file,
        "problems": [_told(problem) for problem in one.problems],
    }


def _told(problem: Problem) -> dict[str, str]:
    return {"place": problem.place, "sentence": problem.sentence}


def _as_json(answer: object) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)
