"""The commands `documents export` and `documents import`: the register as a workbook and back."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.documents.coming_back import Trouble
    from jtai_desktop.services.register_workbook import CellChange, Preview

GRAVE = 1
OURS, THEIRS = "ours", "theirs"
# What picks the entries that the options ask for.
Choose = Callable[..., Sequence[Any]]


def add_parsers(inner: Any, choose: Choose) -> None:  # noqa: ANN401 - argparse has no name for it
    """Adds the two commands within `documents`."""
    out = inner.add_parser("export", help="write the register as a workbook to be sent round")
    out.add_argument("file", type=Path, metavar="FILE", help="the .xlsx to write")
    add_vault(out, inner=True)
    out.set_defaults(run=lambda args: export(args, choose))
    back = inner.add_parser("import", help="show what a workbook that came back would change")
    back.add_argument("file", type=Path, metavar="FILE", help="the workbook")
    add_vault(back, inner=True)
    back.add_argument("--yes", action="store_true", help="take the changes in")
    back.add_argument(
        "--both-changed",
        choices=(OURS, THEIRS),
        default=OURS,
        help="whose text stays in a cell that was changed here and there; ours unless said",
    )
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
        changes = register_workbook.export(workspace, inspection_id, args.file, ids, _say())
    print(f"{changes.summary}: {args.file.name}")
    return 0


def take_in(args: argparse.Namespace) -> int:
    """Print what would change; with --yes change it. 1 where a problem stops it."""
    from jtai_desktop.services import register_workbook

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        seen = register_workbook.preview(workspace, inspection_id, args.file, _say())
        print("\n".join(_lines(seen)))
        if seen.problems:
            print("Nothing was taken in.")
            return GRAVE
        if not args.yes:
            print("Nothing was taken in yet; say --yes to take it in.")
            return 0
        take = seen.conflicts if args.both_changed == THEIRS else ()
        changes = register_workbook.apply(workspace, inspection_id, seen, take)
    print(f"{changes.summary}." if changes else "There was nothing to take in.")
    return 0


def _lines(seen: "Preview") -> Iterator[str]:
    from jtai_desktop.domain.wording import counted, stamp

    yield f"Export of {stamp(seen.as_at)}: {counted(len(seen.changes), 'cell')} would change."
    yield from _part("Changed", [_change(each) for each in seen.changes])
    yield from _part("Changed here as well", [_conflict(each) for each in seen.conflicts])
    yield from _part("Problems", [_trouble(each) for each in seen.problems])
    yield from _part("Remarks", [_trouble(each) for each in seen.remarks])


def _part(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from ("", title, *(f"  {line}" for line in lines))


def _change(each: "CellChange") -> str:
    from jtai_desktop.domain.typed import shown

    new = shown(each.wanted) if each.wanted else "nothing"
    old = shown(each.here) if each.here else "nothing"
    return f"{each.code}: {old} becomes {new} ({each.spot})"


def _conflict(each: "CellChange") -> str:
    from jtai_desktop.domain.typed import shown

    was = shown(each.exported) if each.exported else "nothing"
    return f"{_change(each)}; when exported it was {was}"


def _trouble(each: "Trouble") -> str:
    parts = [str(each.problem)]
    if each.found and each.wanted:
        from jtai_desktop.domain.typed import shown

        parts.append(f"Found: {shown(each.found)}. Wanted: {each.wanted}.")
    return " ".join(parts)


def _say() -> Callable[[str], None]:
    return _on_terminal if sys.stderr.isatty() else lambda _: None


def _on_terminal(doing: str) -> None:
    print(f"{doing[:1].upper()}{doing[1:]} …", file=sys.stderr)
