"""The command `children`: the selected children by label, with documents and conversations.

What changes them or the selection stands in `children_selection`.
"""

import argparse
import json
from typing import TYPE_CHECKING

from jtai_desktop.cli import children_selection
from jtai_desktop.cli.tables import aligned
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.documents.items import Child
    from jtai_desktop.services.one_inspection import Overview

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

HEADS = ("Label", "Reference", "Age", "In scope", "Documents", "Late", "Conversations")


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `children`."""
    parser = subparsers.add_parser("children", help="the selected children, by label")
    add_vault(parser, outer=True)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)
    children_selection.add_parsers(parser.add_subparsers(title="commands", metavar=""))


def run(args: argparse.Namespace) -> int:
    """Print a line for each child, or JSON."""
    from jtai_desktop.services import overview

    with opened(args) as workspace:
        view = overview.load(workspace, inspection_of(workspace, args))
    if args.json:
        print(json.dumps(as_data(view), indent=2))
    else:
        print("\n".join(aligned(HEADS, [_row(view, child) for child in view.children])))
    return 0


def as_data(view: "Overview") -> dict[str, object]:
    """The children as JSON has them; those taken out stand apart."""
    last = view.selection.last
    return {
        "as_at": view.now.isoformat(timespec="minutes"),
        "confirmed": last.moment.isoformat(timespec="minutes") if last else None,
        "changed_since": view.selection.has_changed,
        "children": [_child(view, child) for child in view.children],
        "taken_out": [
            {"id": each.id, "reference": each.reference, "label": each.label}
            for each in view.taken_out
        ],
    }


def _child(view: "Overview", child: "Child") -> dict[str, object]:
    sent, to_send, late = _documents(view, child)
    return {
        "id": child.id,
        "reference": child.reference,
        "label": child.label,
        "age": child.aged or None,
        "in_scope": child.in_scope,
        "agencies": list(child.agencies),
        "school": child.school or None,
        "school_told": child.school_told.isoformat(timespec="minutes")
        if child.school_told
        else None,
        "school_told_by": child.school_told_by or None,
        "selection_call": child.outcome or None,
        "documents": {"sent": sent, "to_send": to_send, "late": late},
        "conversations": {
            talk.person.word: talk.state.value for talk in view.conversations.of_child(child.id)
        },
        "evaluation": _evaluation(view, child),
    }


def _evaluation(view: "Overview", child: "Child") -> dict[str, object] | None:
    found = view.evaluations()
    joint = found.joint_of(child.id)
    if joint is None:
        return None
    return {
        "stage": joint.evaluation.stage.value,
        "answered": joint.filled_of,
        "own_returned": found.own_back_of(child.id),
        "act_now": sum(1 for each in view.day().flags if each.child_id == child.id),
    }


def _documents(view: "Overview", child: "Child") -> tuple[int, int, int]:
    from jtai_desktop.domain.documents.counting import counts

    mine = [
        entry
        for entry in view.register().entries
        if entry.item.child and entry.item.child.id == child.id
    ]
    found = counts(mine)
    return found.sent, found.to_send, found.late


def _row(view: "Overview", child: "Child") -> tuple[str, ...]:
    sent, to_send, late = _documents(view, child)
    talks = view.conversations.of_child(child.id)
    words = (f"{talk.person.word}: {talk.state.value.replace('-', ' ')}" for talk in talks)
    return (
        child.label,
        child.reference,
        child.aged or "–",
        child.in_scope,
        f"{sent} of {sent + to_send} sent",
        str(late) if late else "–",
        ", ".join(words) or "–",
    )
