"""The command `schedule`: one date in, the plan out. It needs no vault."""

import argparse
import json
from typing import TYPE_CHECKING

from jtai_desktop.cli.plain_parser import refused
from jtai_desktop.domain.moments import Hour
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.schedule import Planned, Schedule, working_sum
from jtai_desktop.domain.wording import counted, day_full, moment_full, stamp

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

USUAL_PACK = "cmh-2019"
HEADS = ("Due", "What", "Who acts", "¶")
GAP = "  "


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `schedule`."""
    parser = subparsers.add_parser("schedule", help="work out every milestone from one date")
    add = parser.add_argument
    add("--notified", required=True, metavar="WHEN", help="such as 2019-11-04T09:00")
    add("--fieldwork", metavar="DATE", help="the start of fieldwork, if it is known")
    add("--closure", metavar="DATE", action="append", default=[], help="a closure day; repeatable")
    add("--close", metavar="HH:MM", default="17:00", help="close of business (17:00)")
    add("--pack", metavar="ID", default=USUAL_PACK, help=f"the guidance pack ({USUAL_PACK})")
    add("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints the plan; a date that can't be is one sentence on stderr."""
    try:
        schedule = _planned(args)
    except Refused as problem:
        return refused(problem)
    # Plain ASCII inside the JSON, so that no terminal's or pipe's encoding can spoil it.
    print(json.dumps(as_data(schedule), indent=2) if args.json else "\n".join(_lines(schedule)))
    return 0


def as_data(schedule: Schedule) -> dict[str, object]:
    """The plan as JSON has it."""
    return {
        "notified": schedule.notified.isoformat(timespec="minutes"),
        "fieldwork_start": schedule.fieldwork_start.isoformat(),
        "working_days_to_fieldwork": schedule.working_days_to_fieldwork,
        "warnings": list(schedule.warnings),
        "milestones": [_milestone(schedule, planned) for planned in schedule.milestones],
    }


def _planned(args: argparse.Namespace) -> Schedule:
    from jtai_desktop.guidance.finding import load
    from jtai_desktop.services.planning import propose, read_clock, read_day, read_when

    return propose(
        load(args.pack),
        read_when(args.notified),
        fieldwork=None if args.fieldwork is None else read_day(args.fieldwork),
        closures=[read_day(closure) for closure in args.closure],
        close=read_clock(args.close),
    )


def _milestone(schedule: Schedule, planned: Planned) -> dict[str, object]:
    return {
        "key": planned.key,
        "title": planned.rule.title,
        "due": planned.due.iso(schedule.close),
        "end_of_day": planned.due.hour is Hour.END_OF_DAY,
        "actor": str(planned.rule.actor),
        "paragraph": planned.rule.paragraph,
        "assumed": bool(planned.rule.assumed),
        "to_agree": _to_agree(schedule, planned),
        "working_sum": working_sum(schedule, planned.due.day),
    }


def _to_agree(schedule: Schedule, planned: Planned) -> dict[str, str] | None:
    mark = planned.open_to_agree
    if not mark:
        return None
    return {"unmoved": mark.unmoved.iso(schedule.close), "reason": mark.reason}


def _lines(schedule: Schedule) -> list[str]:
    """The plan to read: dates, warnings, then a table with what is unusual under its row."""
    days = counted(schedule.working_days_to_fieldwork, "working day")
    lines = [
        f"Notified          {stamp(schedule.notified)}",
        f"Fieldwork begins  {day_full(schedule.fieldwork_start)}, {days} after the notification",
    ]
    if schedule.warnings:
        lines += ["", "Warnings", *(f"  {warning}" for warning in schedule.warnings)]
    return [*lines, "", *_table(schedule)]


def _table(schedule: Schedule) -> list[str]:
    rows = [_row(planned) for planned in schedule.milestones]
    widths = [max(len(row[at]) for row in (HEADS, *rows)) for at in range(len(HEADS))]
    lines = [_aligned(HEADS, widths), "-" * (sum(widths) + len(GAP) * (len(HEADS) - 1))]
    for row, planned in zip(rows, schedule.milestones, strict=True):
        lines.append(_aligned(row, widths))
        lines += [f"{' ' * widths[0]}{GAP}  {note}" for note in _notes(planned)]
    return lines


def _row(planned: Planned) -> tuple[str, ...]:
    rule = planned.rule
    return (moment_full(planned.due), rule.title, rule.who, rule.paragraph)


def _notes(planned: Planned) -> list[str]:
    """What a person should know of this milestone before they trust its time."""
    rule, mark = planned.rule, planned.open_to_agree
    notes = []
    if rule.optional or rule.on_request:
        notes.append("Optional." if rule.optional else "On request.")
    if rule.assumed:
        notes.append(f"Assumed: {rule.assumed}")
    if planned.at_once:
        notes.append("Due at once.")
    if mark:
        notes.append(f"To agree with the lead inspector: {mark.reason}.")
        if mark.unmoved != planned.due:
            notes.append(f"Named by the guidance: {moment_full(mark.unmoved)}.")
    return notes


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
    return GAP.join(cells).rstrip()
