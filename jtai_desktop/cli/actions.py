"""The command `actions`: the plan that answers the findings; out as a workbook, back, compared."""

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
    from jtai_desktop.domain.actions.plan import ActionPlan, Entry
    from jtai_desktop.domain.actions.versions import Difference
    from jtai_desktop.services.plan_workbook import Change, Seen

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

HEADS = ("No.", "Rating", "Computed", "Timescale", "Late", "Lead", "Answers")


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `actions`."""
    parser = subparsers.add_parser("actions", help="the action plan: how each action stands")
    add_vault(parser, outer=True)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)
    inner = parser.add_subparsers(title="commands", metavar="")
    out = inner.add_parser("export", help="write the plan as a workbook to be sent round")
    add_vault(out, inner=True)
    out.add_argument("file", type=Path, metavar="FILE", help="the .xlsx to write")
    out.set_defaults(run=export)
    back = inner.add_parser("import", help="show what a workbook that came back would change")
    add_vault(back, inner=True)
    add_options(back, what="workbook", unit="change")
    back.set_defaults(run=take_in)
    changed = inner.add_parser("changes", help="what changed since a version that was issued")
    add_vault(changed, inner=True)
    changed.add_argument("earlier", type=int, metavar="VERSION", help="from this version")
    changed.add_argument(
        "--to", type=int, default=0, metavar="VERSION", help="to this one, not now"
    )
    changed.set_defaults(run=changes)


def run(args: argparse.Namespace) -> int:
    """Print a line for each action and what looks wrong, or JSON."""
    from jtai_desktop.domain.actions.doubts import doubts
    from jtai_desktop.services import overview

    with opened(args) as workspace:
        view = overview.load(workspace, inspection_of(workspace, args))
    plan = view.action_plan()
    if args.json:
        print(json.dumps(as_data(plan), indent=2))
        return 0
    lines = aligned(HEADS, [_row(each) for each in plan.entries]) if plan.entries else []
    wrong = [each.sentence for each in doubts(plan)]
    print("\n".join([_fact(plan), "", *lines, *part("Looks wrong", wrong)]))
    return 0


def export(args: argparse.Namespace) -> int:
    """Write the plan."""
    from jtai_desktop.services import plan_workbook

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        done = plan_workbook.export(workspace, inspection_id, args.file)
    print(f"{done.summary}: {args.file.name}")
    return 0


def take_in(args: argparse.Namespace) -> int:
    """Print what would change; with --yes change it. 1 where a problem stops it."""
    from jtai_desktop.services import plan_workbook

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        seen = plan_workbook.preview(workspace, inspection_id, args.file, say())
        code = ended(_lines(seen), seen.problems, yes=args.yes)
        if code is not None:
            return code
        take = seen.conflicts if args.both_changed == THEIRS else ()
        done = plan_workbook.apply(workspace, inspection_id, seen, take)
    print(f"{done.summary}." if done else "There was nothing to take in.")
    return 0


def changes(args: argparse.Namespace) -> int:
    """Print what differs between two versions, or between one and the plan as it stands."""
    from jtai_desktop.services import overview, plan_versions

    with opened(args) as workspace:
        view = overview.load(workspace, inspection_of(workspace, args))
        found = plan_versions.between(workspace, view, args.earlier, args.to)
    print("\n".join([_difference(each) for each in found] or ["Nothing differs."]))
    return 0


def as_data(plan: "ActionPlan") -> dict[str, object]:
    """The plan as JSON has it."""
    from jtai_desktop.domain.actions.doubts import doubts

    return {
        "as_at": plan.today.isoformat(),
        "version": plan.issued.number if plan.issued else None,
        "ratings": {rating.value: number for rating, number in plan.counts.items()},
        "actions": [_entry(each) for each in plan.entries],
        "unanswered": [each.called for each in plan.unanswered],
        "looks_wrong": [
            {"about": each.about.value, "sentence": each.sentence} for each in doubts(plan)
        ],
    }


def _entry(entry: "Entry") -> dict[str, object]:
    from jtai_desktop.domain.actions.turning import turns

    action, its = entry.action, entry.action.facts
    days = {"due": its.due, "started": its.started, "forecast": its.forecast}
    every = turns(action, entry.today)
    return {
        "number": action.number,
        "section": action.section,
        "action": action.text,
        "answers": [each.called for each in entry.sources],
        "lead": action.lead,
        "deputy": action.deputy,
        "timescale": its.timescale.words,
        **{key: day.isoformat() if day else None for key, day in days.items()},
        "completed": its.completed.isoformat() if its.completed else None,
        "measure": action.measure,
        "references": action.references,
        "impact": its.impact,
        "rating": entry.rating.value,
        "computed": entry.stand.computed.rating.value,
        "reasons": list(entry.stand.computed.reasons),
        "override": action.override.reason if action.override else None,
        "late_by_days": entry.late_by,
        "turned": [
            {
                "day": each.day.isoformat(),
                "rating": each.after.rating.value,
                "computed": each.after.computed.rating.value,
                "by_itself": each.by is None,
            }
            for each in every
        ],
    }


def _fact(plan: "ActionPlan") -> str:
    from jtai_desktop.domain.actions.rating import RATING_WORDS
    from jtai_desktop.domain.wording import counted

    said = [f"{number} {RATING_WORDS[r].lower()}" for r, number in plan.counts.items() if number]
    return f"{counted(len(plan.entries), 'action')}: {', '.join(said)}" if said else "No action yet"


def _row(entry: "Entry") -> tuple[str, ...]:
    from jtai_desktop.domain.actions.answering import sources_text
    from jtai_desktop.domain.actions.rating import RATING_WORDS
    from jtai_desktop.domain.wording import counted

    action, computed = entry.action, entry.stand.computed.words
    return (
        action.number,
        RATING_WORDS[entry.rating],
        computed if entry.stand.override else "",
        action.facts.timescale.words,
        counted(entry.late_by, "day") if entry.late_by else "",
        action.lead,
        sources_text(entry.sources),
    )


def _lines(seen: "Seen") -> Iterator[str]:
    from jtai_desktop.domain.wording import counted, stamp

    yield f"Export of {stamp(seen.as_at)}: {counted(len(seen.changes), 'cell')} would change."
    yield from part("Changed", [_change(each) for each in seen.changes])
    both = [f"{_change(each)}; {exported_as(each.exported)}" for each in seen.conflicts]
    yield from part("Changed here as well", both)
    yield from part("Problems", [trouble(each) for each in seen.problems])
    yield from part("Remarks", [trouble(each) for each in seen.remarks])


def _change(each: "Change") -> str:
    return f"{each.code}: {becomes(each.here, each.wanted)} ({each.spot})"


def _difference(each: "Difference") -> str:
    if each.is_whole:
        return f"{each.number}: {each.what.lower()}: {each.before or each.after}"
    return f"{each.number}, {each.what}: {becomes(each.before, each.after)}"
