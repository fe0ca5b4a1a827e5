"""The command `conversations`: who was asked, who agreed, what is planned, and what is to tell.

What records something stands in `conversations_record`.
"""

import argparse
import json
from typing import TYPE_CHECKING

from jtai_desktop.cli import conversations_record
from jtai_desktop.cli.tables import aligned
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.conversations.lines import Line
    from jtai_desktop.domain.conversations.register import Conversations, Talk
    from jtai_desktop.services.one_inspection import Overview

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

HEADS = ("Child", "Who", "Stands at", "When", "Where", "To do")


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `conversations`."""
    parser = subparsers.add_parser("conversations", help="who agreed to talk with inspectors")
    add_vault(parser, outer=True)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)
    conversations_record.add_parsers(parser.add_subparsers(title="commands", metavar=""))


def run(args: argparse.Namespace) -> int:
    """Print a line for each person, or JSON."""
    from jtai_desktop.domain.wording import counted
    from jtai_desktop.services import overview

    with opened(args) as workspace:
        view = overview.load(workspace, inspection_of(workspace, args))
    found = view.conversations
    if args.json:
        print(json.dumps(as_data(view), indent=2))
    else:
        left = len({each.person.id for each in found.to_tell})
        tell = f", {left} to tell the lead inspector of" if left else ""
        rows = [_row(talk) for talk in found.selected]
        back = len(found.to_call_back)
        call = f", {counted(back, 'paper')} to call back" if back else ""
        print("\n".join([f"{found.confirmed_of}{tell}{call}", "", *aligned(HEADS, rows)]))
    return 0


def as_data(view: "Overview") -> dict[str, object]:
    """The conversations as JSON has them."""
    found: Conversations = view.conversations
    return {
        "as_at": view.now.isoformat(timespec="minutes"),
        "confirmed": len(found.confirmed),
        "agreed": len(found.agreed),
        "to_tell": len(found.to_tell),
        "to_call_back": [
            {
                "paper": each.paper.paper,
                "variant": each.paper.variant,
                "way": each.paper.way.value,
                "when": each.paper.when.isoformat(timespec="minutes"),
                "people": [person.id for person in each.people],
            }
            for each in found.to_call_back
        ],
        "people": [_person(talk) for talk in found.talks],
    }


def _person(talk: "Talk") -> dict[str, object]:
    person, found = talk.person, talk.standing
    return {
        "id": person.id,
        "child": person.child,
        "role": person.role.value,
        "label": person.label or None,
        "selected": person.selected,
        "state": talk.state.value,
        "leaflet": found.leaflet.leaflet if found.leaflet else None,
        "explained": _when(found.explanation),
        "decisions": {view.value: line.step.value for view, line in found.decisions.items()},
        "plan": _plan(found.plan) if person.selected else None,
        "confirmed": _when(found.confirmed),
        "understanding_checked": _when(found.understood),
        "lead_inspector": [
            {"decision": duty.decision.step.value, "told": _when(duty.told)}
            for duty in found.duties
        ],
    }


def _plan(line: "Line | None") -> dict[str, object] | None:
    if line is None or line.start is None or line.end is None:
        return None
    return {
        "start": line.start.isoformat(timespec="minutes"),
        "end": line.end.isoformat(timespec="minutes"),
        "place": line.place,
        "inspector": line.inspector,
        "support": line.support,
    }


def _when(line: "Line | None") -> str | None:
    return (line.happened or line.when).isoformat(timespec="minutes") if line else None


def _row(talk: "Talk") -> tuple[str, ...]:
    from jtai_desktop.domain.wording import clock, day_short

    plan = talk.standing.plan
    when = "–"
    if plan and plan.start and plan.end:
        when = f"{day_short(plan.start.date())}, {clock(plan.start)}–{clock(plan.end)}"
    return (
        talk.person.child,
        talk.person.word,
        talk.state.value.replace("-", " "),
        when,
        plan.place if plan else "–",
        "tell the lead inspector" if talk.standing.open_duties else "–",
    )
