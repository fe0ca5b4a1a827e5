"""The command `self-evaluation`: how it stands; with `form` and `import` the forms out and back."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli.evaluations import changes_said
from jtai_desktop.cli.returned import THEIRS, add_options, ended, say
from jtai_desktop.cli.tables import aligned
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.self_evaluation.answer import Answer
    from jtai_desktop.domain.self_evaluation.register import Entry
    from jtai_desktop.services.one_inspection import Overview

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

HEADS = ("No.", "Criterion or marker", "Answered by", "Stands at", "Remarks")
LONGEST = 48


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `self-evaluation`."""
    parser = subparsers.add_parser("self-evaluation", help="how the self-evaluation stands")
    add_vault(parser, outer=True)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)
    inner = parser.add_subparsers(title="commands", metavar="")
    form = inner.add_parser("form", help="write the form for an agency to fill in")
    add_vault(form, inner=True)
    add = form.add_argument
    add("--agency", default="", metavar="KEY", help="whose form; the joint one unless said")
    add("--out", type=Path, required=True, metavar="FILE", help="the .xlsx or .docx to write")
    form.set_defaults(run=write_form)
    back = inner.add_parser("import", help="show what a form that came back would change")
    add_vault(back, inner=True)
    add_options(back, what="form", unit="answer")
    back.set_defaults(run=take_in)


def run(args: argparse.Namespace) -> int:
    """Print a line for each criterion and marker, or JSON."""
    from jtai_desktop.services import overview

    with opened(args) as workspace:
        view = overview.load(workspace, inspection_of(workspace, args))
    if args.json:
        print(json.dumps(as_data(view), indent=2))
    else:
        print("\n".join(_lines(view)))
    return 0


def write_form(args: argparse.Namespace) -> int:
    """Write the form of an agency, or the joint one."""
    from jtai_desktop.services import self_evaluation_forms

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        changes = self_evaluation_forms.export(workspace, inspection_id, args.out, args.agency)
    print(f"{changes.summary}: {args.out.name}")
    return 0


def take_in(args: argparse.Namespace) -> int:
    """Print what would change; with --yes change it. 1 where a problem stops it."""
    from jtai_desktop.services import self_evaluation_forms

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        seen = self_evaluation_forms.preview(workspace, inspection_id, args.file, say=say())
        code = ended(changes_said(seen), seen.problems, yes=args.yes)
        if code is not None:
            return code
        take = seen.conflicts if args.both_changed == THEIRS else ()
        changes = self_evaluation_forms.apply(workspace, inspection_id, seen, take)
    print(f"{changes.summary}." if changes else "There was nothing to take in.")
    return 0


def as_data(view: "Overview") -> dict[str, object]:
    """The self-evaluation as JSON has it: how it stands, never what is written."""
    found = view.self_evaluation()
    return {
        "as_at": view.now.isoformat(timespec="minutes"),
        **{stand.value: number for stand, number in found.counts.items()},
        "groups": [
            {"group": each.name, **{s.value: n for s, n in each.counts.items()}}
            for each in found.groups
        ],
        "points": [_entry(each) for each in found.every],
    }


def _entry(entry: "Entry") -> dict[str, object]:
    point = entry.point
    return {
        "key": point.key,
        "number": point.number,
        "group": point.group,
        "title": point.title,
        "reworded": point.is_reworded,
        "added": point.is_own,
        "retired": point.retired or None,
        "stands": entry.stand.value,
        "to_settle": entry.to_settle,
        "answers": [_answer(each) for each in entry.answers],
        "remarks": [
            {
                "what": each.nudge.value,
                "agency": (each.answer.agency or None) if each.answer else None,
            }
            for each in entry.found
        ],
    }


def _answer(answer: "Answer") -> dict[str, object]:
    brought = answer.brought
    return {
        "id": answer.id,
        "agency": answer.agency or None,
        "state": answer.state.value,
        "parts": [part.value for part, text in answer.texts.items() if text],
        "evidence_of": answer.dated.isoformat() if answer.dated else None,
        "links": list(answer.links),
        "written": answer.written.when.isoformat(timespec="minutes") if answer.written else None,
        "written_by": answer.written.by.signed if answer.written else None,
        "agreed": answer.agreed.when.isoformat(timespec="minutes") if answer.agreed else None,
        "agreed_by": answer.agreed.by.signed if answer.agreed else None,
        "brought_from": brought.notified.isoformat() if brought else None,
        "to_look_at": answer.to_look_at,
    }


def _lines(view: "Overview") -> Iterator[str]:
    from jtai_desktop.domain.self_evaluation.register import Stand

    found = view.self_evaluation()
    counts = found.counts
    yield (
        f"{counts[Stand.AGREED]} of {len(found.entries)} agreed,"
        f" {counts[Stand.DRAFT]} in draft, {counts[Stand.MISSING]} missing"
    )
    for group in found.groups:
        rows = [_row(view, each) for each in group.entries]
        yield from ("", group.name, *aligned(HEADS, rows))
    if found.retired:
        yield from ("", "Retired", *(f"{e.point.called}: {e.point.retired}" for e in found.retired))


def _row(view: "Overview", entry: "Entry") -> tuple[str, ...]:
    names = {"": "joint", **{each.key: each.short for each in view.agencies}}
    title = entry.point.short or entry.point.title
    short = title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"
    return (
        str(entry.point.number),
        short,
        ", ".join(names.get(each.agency, each.agency) for each in entry.said) or "–",
        "to settle" if entry.to_settle else entry.stand.value,
        ", ".join(dict.fromkeys(each.nudge.value for each in entry.found)) or "–",
    )
