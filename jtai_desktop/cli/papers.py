"""The command `papers`: every paper that can be written, and what is chosen for it."""

import argparse
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jtai_desktop.services.paper_kinds import PaperKind

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `papers`."""
    parser = subparsers.add_parser("papers", help="list the papers")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print a line for each paper."""
    from jtai_desktop.services.paper_kinds import KINDS

    if args.json:
        print(json.dumps([_told(kind) for kind in KINDS.values()], indent=2, ensure_ascii=False))
        return 0
    width = max(len(key) for key in KINDS)
    for kind in KINDS.values():
        choices = ", ".join(sorted(str(each) for each in kind.choices))
        print(f"{kind.key:<{width}}  {kind.name}: {_small(kind.about)} ({choices})")
    return 0


def _told(kind: "PaperKind") -> dict[str, object]:
    return {
        "key": kind.key,
        "name": kind.name,
        "about": kind.about,
        "choices": sorted(str(each) for each in kind.choices),
        "variants": [str(each) for each in kind.variants],
        "part": kind.is_part,
        "usual": kind.usual,
    }


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
