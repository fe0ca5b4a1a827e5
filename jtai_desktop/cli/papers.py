"""The command `papers`: every paper that can be written; with `log` what left the program."""

import argparse
import json
from typing import TYPE_CHECKING

from jtai_desktop.cli.tables import aligned
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened
from jtai_desktop.domain.typed import quoted
from jtai_desktop.domain.wording import day_full, stamp

if TYPE_CHECKING:
    from jtai_desktop.domain.printing import PrintEntry
    from jtai_desktop.services.paper_kind import PaperKind

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name


HEADS = ("When", "Paper", "For", "How", "By", "Pages", "Destroy by", "Seal")
NONE_LEFT = "Nothing has left the program yet."


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `papers`."""
    parser = subparsers.add_parser("papers", help="list the papers")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)
    inner = parser.add_subparsers(title="commands", metavar="")
    log = inner.add_parser("log", help="list what left the program, newest first")
    add_vault(log)
    log.add_argument("--seal", default="", metavar="SEAL", help="only papers of this seal")
    log.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")
    log.set_defaults(run=run_log)


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


def run_log(args: argparse.Namespace) -> int:
    """Print a line for each paper that left; 1 where none has the seal that was asked for."""
    from jtai_desktop.domain.printing import sealed
    from jtai_desktop.services import papers

    with opened(args) as workspace:
        entries = papers.logged(workspace, inspection_of(workspace, args))
    found = sealed(entries, args.seal) if args.seal else entries
    if args.json:
        print(json.dumps([_entry(each) for each in found], indent=2, ensure_ascii=False))
    elif found:
        print("\n".join(aligned(HEADS, [_row(each) for each in found])))
    else:
        print(f"No paper that left has the seal {quoted(args.seal)}." if args.seal else NONE_LEFT)
    return 1 if args.seal and not found else 0


def _entry(entry: "PrintEntry") -> dict[str, object]:
    return {
        "when": entry.when.isoformat(timespec="minutes"),
        "paper": entry.paper,
        "for": entry.variant,
        "how": entry.way.value,
        "by": entry.who,
        "pages": entry.pages,
        "as_at": entry.as_at.isoformat(timespec="minutes"),
        "destroy_by": entry.destroy_by.isoformat(),
        "seal": entry.seal,
    }


def _row(entry: "PrintEntry") -> tuple[str, ...]:
    return (
        stamp(entry.when),
        entry.paper,
        entry.variant,
        entry.way.value,
        entry.who,
        str(entry.pages),
        day_full(entry.destroy_by),
        entry.seal,
    )


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
