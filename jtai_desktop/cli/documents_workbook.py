"""The commands `documents export` and `documents import`: the register as a workbook and back."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jtai_desktop.cli.returned import (
    THEIRS,
    add_options,
    becomes,
    ended,
    exported_as,
    part,
    say,
    trouble,
)
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.services.register_workbook import Change, Seen

# What picks the entries that the options ask for.
Choose = Callable[..., Sequence[Any]]


def add_parsers(inner: Any, choose: Choose) -> None:  # noqa: ANN401 - argparse has no name for it
    """Adds the two commands within `documents`."""
    out = inner.add_parser("export", help="write the register as a workbook to be sent round")
    out.add_argument("file", type=Path, metavar="FILE", help="the .xlsx to write")
    add_vault(out, inner=True)
    out.set_defaults(run=lambda args: export(args, choose))
    back = inner.add_parser("import", help="show what a workbook that came back would change")
    add_vault(back, inner=True)
    add_options(back, what="workbook", unit="change")
    back.set_defaults(run=take_in)


def export(args: argparse.Namespace, choose: Choose) -> int:
    """Write what the options pick."""
    from jtai_desktop.services import overview, papers, register_workbook

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        view = overview.load(workspace, inspection_id)
        if args.agency:
            papers.agency_of(view, args.agency)
        entries = choose(view, outstanding=args.outstanding, agency=args.agency)
        ids = [entry.item.id for entry in entries]
        changes = register_workbook.export(workspace, inspection_id, args.file, ids, say())
    print(f"{changes.summary}: {args.file.name}")
    return 0


def take_in(args: argparse.Namespace) -> int:
    """Print what would change; with --yes change it. 1 where a problem stops it."""
    from jtai_desktop.services import register_workbook

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        seen = register_workbook.preview(workspace, inspection_id, args.file, say())
        code = ended(_lines(seen), seen.problems, yes=args.yes)
        if code is not None:
            return code
        take = seen.conflicts if args.both_changed == THEIRS else ()
        changes = register_workbook.apply(workspace, inspection_id, seen, take)
    print(f"{changes.summary}." if changes else "There was nothing to take in.")
    return 0


def _lines(seen: "Seen") -> Iterator[str]:
    from jtai_desktop.domain.wording import counted, stamp

    yield f"Export of {stamp(seen.as_at)}: {counted(len(seen.changes), 'cell')} would change."
    yield from part("Changed", [_change(each) for each in seen.changes])
    yield from part("Changed here as well", [_conflict(each) for each in seen.conflicts])
    yield from part("Remarks", [trouble(each) for each in seen.remarks])


def _change(each: "Change") -> str:
    return f"{each.code}: {becomes(each.here, each.wanted)} ({each.spot})"


def _conflict(each: "Change") -> str:
    return f"{_change(each)}; {exported_as(each.exported)}"
