"""The command `meetings`: what takes place, what was sent, what changed, what looks wrong.

What can be done with them stands in `meetings_doing`.
"""

import argparse
import json
from typing import TYPE_CHECKING

from jtai_desktop.cli import meetings_doing
from jtai_desktop.cli.tables import aligned
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.meetings.clashes import Clash
    from jtai_desktop.domain.meetings.meeting import Meeting
    from jtai_desktop.domain.meetings.warned import Judged, Warned
    from jtai_desktop.domain.meetings.week import Week
    from jtai_desktop.services.one_inspection import Overview

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

HEADS = ("When", "What", "Where", "Chair", "Observe", "Since it was sent")


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `meetings`."""
    parser = subparsers.add_parser("meetings", help="the meetings and entries of the three weeks")
    add_vault(parser, outer=True)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)
    meetings_doing.add_parsers(parser.add_subparsers(title="commands", metavar=""))


def run(args: argparse.Namespace) -> int:
    """Print a line for each meeting, then what clashes, or JSON."""
    from jtai_desktop.services import overview

    with opened(args) as workspace:
        view = overview.load(workspace, inspection_of(workspace, args))
    if args.json:
        print(json.dumps(as_data(view), indent=2))
        return 0
    week = view.week
    print("\n".join(aligned(HEADS, [_row(week, each) for each in week.meetings])))
    judged = week.judged
    for each in judged.open:
        print(f"{_word(each)} {each.key}: {each.sentence}")
    for settled in judged.accepted:
        key, sentence = settled.warned.key, settled.warned.sentence
        print(f"Accepted {key}: {sentence} ({settled.acceptance.reason})")
    return 0


def as_data(view: "Overview") -> dict[str, object]:
    """The meetings as JSON has them; conversations are told of by their own command."""
    week = view.week
    return {
        "as_at": view.now.isoformat(timespec="minutes"),
        "meetings": [_meeting(week, each) for each in week.meetings],
        "sent": [
            {
                "number": each.number,
                "when": each.when.isoformat(timespec="minutes"),
                "way": each.way,
                "meetings": [meeting.id for meeting in each.meetings],
            }
            for each in week.sendings
        ],
        "changed_since": [
            {"id": each.meeting.id, "change": each.kind.value, "what": list(each.what)}
            for each in week.changes
        ],
        **_warnings(week.judged),
    }


def _warnings(judged: "Judged") -> dict[str, object]:
    """What looks wrong: clashes, and what is odd about one entry; then what was accepted."""
    from jtai_desktop.domain.meetings.clashes import Clash
    from jtai_desktop.domain.meetings.concerns import Concern

    return {
        "clashes": [_clash(each) for each in judged.open if isinstance(each, Clash)],
        "concerns": [
            {
                "key": each.key,
                "kind": each.kind.value,
                "entry": each.slot.id,
                "sentence": each.sentence,
            }
            for each in judged.open
            if isinstance(each, Concern)
        ],
        "accepted": [
            {
                "key": each.warned.key,
                "entries": list(each.warned.ids),
                "sentence": each.warned.sentence,
                "reason": each.acceptance.reason,
                "by": each.acceptance.by.person,
                "behalf": each.acceptance.by.behalf or None,
                "when": each.acceptance.when.isoformat(timespec="minutes"),
            }
            for each in judged.accepted
        ],
    }


def _clash(clash: "Clash") -> dict[str, object]:
    return {
        "key": clash.key,
        "kind": clash.kind.value,
        "first": clash.first.id,
        "second": clash.second.id,
        "shared": clash.shared.value,
        "start": clash.start.isoformat(timespec="minutes"),
        "end": clash.end.isoformat(timespec="minutes"),
        "needed_minutes": clash.needed or None,
        "sentence": clash.sentence,
    }


def _word(warned: "Warned") -> str:
    """Clash, or what else it is."""
    from jtai_desktop.domain.meetings.clashes import Clash
    from jtai_desktop.domain.meetings.concerns import Concern

    if isinstance(warned, Clash):
        return "Clash"
    return "Remark" if isinstance(warned, Concern) and warned.is_remark else "Warning"


def _meeting(week: "Week", meeting: "Meeting") -> dict[str, object]:
    return {
        "id": meeting.id,
        "kind": meeting.kind,
        "title": meeting.title or week.kind(meeting),
        "child": meeting.child or None,
        "start": meeting.start.isoformat(timespec="minutes"),
        "end": meeting.end.isoformat(timespec="minutes"),
        "place": meeting.place,
        "chair": meeting.chair,
        "agencies": list(meeting.agencies),
        "observe": meeting.observe,
        "explained": meeting.explained or None,
        "note_inspectors": meeting.note,
        "with_whom": meeting.whom or None,
        "host": meeting.host or None,
        "prepares": meeting.prepares or None,
        "preparation_internal": meeting.preparation or None,
        "attending": list(meeting.attending),
        "inspector": meeting.inspector or None,
        "returned": meeting.is_returned,
        "cancelled": meeting.cancelled or None,
    }


def _row(week: "Week", meeting: "Meeting") -> tuple[str, ...]:
    from jtai_desktop.domain.wording import day_short, times

    news = next((each for each in week.changes if each.meeting.id == meeting.id), None)
    what = f"{news.kind.value}: {', '.join(news.what)}" if news and news.what else ""
    cancelled = ", cancelled" if meeting.cancelled else ""
    return (
        f"{day_short(meeting.start.date())}, {times(meeting.start, meeting.end)}",
        f"{week.called(meeting)}{cancelled}",
        meeting.place or "–",
        meeting.chair or "–",
        "may observe" if meeting.observe else "–",
        what or (news.kind.value if news else "–"),
    )
