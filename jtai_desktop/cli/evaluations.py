"""The command `evaluations`: where each stands; with `form` and `import` the forms out and back."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

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
from jtai_desktop.cli.tables import aligned
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.evaluations.register import Entry
    from jtai_desktop.services.evaluation_forms import Preview, TextChange
    from jtai_desktop.services.one_inspection import Overview

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

HEADS = ("Child", "Whose", "Stands at", "Answered", "Without impact", "Without view", "Late")


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `evaluations`."""
    parser = subparsers.add_parser("evaluations", help="where the children’s evaluations stand")
    add_vault(parser, outer=True)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)
    inner = parser.add_subparsers(title="commands", metavar="")
    form = inner.add_parser("form", help="write the form for an agency to fill in")
    add_vault(form, inner=True)
    add = form.add_argument
    add("--agency", default="", metavar="KEY", help="whose form; the joint one unless said")
    add("--child", default="", metavar="LABEL", help="only for this child")
    add("--out", type=Path, required=True, metavar="FILE", help="the .xlsx or .docx to write")
    form.set_defaults(run=write_form)
    back = inner.add_parser("import", help="show what a form that came back would change")
    add_vault(back, inner=True)
    add_options(back, what="form", unit="answer")
    back.set_defaults(run=take_in)


def run(args: argparse.Namespace) -> int:
    """Print a line for each evaluation, or JSON."""
    from jtai_desktop.services import overview

    with opened(args) as workspace:
        view = overview.load(workspace, inspection_of(workspace, args))
    if args.json:
        print(json.dumps(as_data(view), indent=2))
    else:
        found = view.evaluations()
        late = f", {len(found.late)} late" if found.late else ""
        rows = [_row(view, entry) for entry in found.entries]
        print("\n".join([f"{found.finished_of}{late}", "", *aligned(HEADS, rows)]))
    return 0


def write_form(args: argparse.Namespace) -> int:
    """Write the form of an agency, or the joint one."""
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.typed import quoted
    from jtai_desktop.services import evaluation_forms, overview

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        children = overview.load(workspace, inspection_id).children
        label = args.child.casefold()
        ids = [each.id for each in children if label in {"", each.label.casefold()}]
        if not ids:
            raise Refused(f"There is no child {quoted(args.child)} here.", place="Child")
        changes = evaluation_forms.export(workspace, inspection_id, args.out, args.agency, ids)
    print(f"{changes.summary}: {args.out.name}")
    return 0


def take_in(args: argparse.Namespace) -> int:
    """Print what would change; with --yes change it. 1 where a problem stops it."""
    from jtai_desktop.services import evaluation_forms

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        seen = evaluation_forms.preview(workspace, inspection_id, args.file, say=say())
        code = ended(changes_said(seen), seen.problems, yes=args.yes)
        if code is not None:
            return code
        take = seen.conflicts if args.both_changed == THEIRS else ()
        changes = evaluation_forms.apply(workspace, inspection_id, seen, take)
    print(f"{changes.summary}." if changes else "There was nothing to take in.")
    return 0


def as_data(view: "Overview") -> dict[str, object]:
    """The evaluations as JSON has them: how they stand, never what is written."""
    found = view.evaluations()
    return {
        "as_at": view.now.isoformat(timespec="minutes"),
        "finished": len(found.finished),
        "joint": len(found.joint),
        "late": len(found.late),
        "evaluations": [_entry(entry) for entry in (*found.entries, *found.apart)],
    }


def _entry(entry: "Entry") -> dict[str, object]:
    found = entry.evaluation
    return {
        "id": found.id,
        "child": found.child,
        "agency": found.agency or None,
        "selected": found.selected,
        "stage": found.stage.value,
        "answered": list(entry.answered),
        "missing": list(entry.missing),
        "lacks": [{"question": each.question, "what": each.nudge.value} for each in entry.lacks],
        "not_settled": list(entry.unsettled),
        "late": entry.late.value,
        "moves": [
            {
                "stage": each.stage.value,
                "when": each.when.isoformat(timespec="minutes"),
                "by": each.by.signed,
                "reason": each.reason or None,
            }
            for each in found.moves
        ],
    }


def _row(view: "Overview", entry: "Entry") -> tuple[str, ...]:
    from jtai_desktop.domain.documents.lateness import said
    from jtai_desktop.domain.evaluations.register import Nudge

    lacks = [each.nudge for each in entry.lacks]
    names = {each.key: each.short for each in view.agencies}
    agency = entry.evaluation.agency
    return (
        entry.evaluation.child,
        names.get(agency, agency) if agency else "joint",
        entry.evaluation.stage.value,
        entry.filled_of,
        str(lacks.count(Nudge.IMPACT) or "–"),
        str(lacks.count(Nudge.VIEW) or "–"),
        said(entry.late, entry.late_by) or "–",
    )


def changes_said(seen: "Preview") -> Iterator[str]:
    """What taking a form in would change."""
    from jtai_desktop.domain.wording import counted, stamp
    from jtai_desktop.services.evaluation_forms import Fate

    yield (
        f"Form of {stamp(seen.as_at)}: {counted(len(seen.takable), 'text')} would change,"
        f" {seen.unchanged} unchanged."
    )
    for title, fate in (("New", Fate.NEW), ("Changed", Fate.CHANGED)):
        yield from part(title, [_change(each) for each in seen.changes if each.fate is fate])
    conflicts = [f"{_change(each)}; {exported_as(each.exported)}" for each in seen.conflicts]
    yield from part("Changed here as well", conflicts)
    yield from part("Remarks", [trouble(each) for each in seen.remarks])


def _change(each: "TextChange") -> str:
    return f"{each.called}, {each.place}: {becomes(each.here, each.wanted)} ({each.spot})"
