"""The milestones as the facts have them, and plans made from them; not read from the pack."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time

from jtai_desktop.domain.milestones import Actor, Anchor, MilestoneNotes, MilestoneRule
from jtai_desktop.domain.moments import CLOSE_OF_BUSINESS, Hour
from jtai_desktop.domain.schedule import Schedule, plan
from jtai_desktop.domain.working_days import WorkingDays

MON, TUE, THU, FRI = 0, 1, 3, 4
OURS, THEIRS = Actor.PARTNERSHIP, Actor.INSPECTORS

BANK_HOLIDAYS = {
    date(2019, 1, 1): "New Year’s Day",
    date(2019, 4, 19): "Good Friday",
    date(2019, 4, 22): "Easter Monday",
    date(2019, 5, 6): "Early May bank holiday",
    date(2019, 5, 27): "Spring bank holiday",
    date(2019, 8, 26): "Summer bank holiday",
    date(2019, 12, 25): "Christmas Day",
    date(2019, 12, 26): "Boxing Day",
    date(2020, 1, 1): "New Year’s Day",
    date(2020, 4, 10): "Good Friday",
    date(2020, 4, 13): "Easter Monday",
    date(2020, 5, 8): "Early May bank holiday",
    date(2020, 5, 25): "Spring bank holiday",
    date(2021, 12, 27): "substitute for Christmas Day",
    date(2021, 12, 28): "substitute for Boxing Day",
    date(2022, 1, 3): "substitute for New Year’s Day",
}


def rule(
    key: str,
    day: tuple[int, int],
    hour: Hour | str,
    actor: Actor,
    *,
    anchor: Anchor = Anchor.WEEKDAY,
    optional: bool = False,
    assumed: str = "",
) -> MilestoneRule:
    """A milestone on the weekday of a week; an hour as text is one by the clock."""
    named = hour if isinstance(hour, Hour) else Hour.AT
    return MilestoneRule(
        key=key,
        title=key.capitalize(),
        short=key,
        anchor=anchor,
        week=day[0],
        weekday=day[1],
        hour=named,
        time=time.fromisoformat(hour) if named is Hour.AT else None,
        actor=actor,
        who="Somebody",
        agencies=("council",) if actor is OURS else (),
        paragraph="23",
        assumed=assumed,
        optional=optional,
    )


RULES = (
    rule("notification", (1, MON), "09:00", THEIRS, anchor=Anchor.NOTIFICATION),
    rule("lists-6-7-8", (1, THU), "09:00", OURS),
    rule("context-note", (1, THU), "09:00", OURS, optional=True),
    rule("meetings", (1, THU), Hour.END_OF_DAY, OURS),
    rule("lists-1-3-4-5", (1, THU), Hour.END_OF_DAY, OURS, assumed="¶41 gives no time."),
    rule("selection", (1, FRI), "10:00", THEIRS),
    replace(rule("selection-call", (1, FRI), "12:00", THEIRS), hour=Hour.BEFORE, on_request=True),
    rule("case-documents", (2, TUE), Hour.END_OF_DAY, OURS),
    rule("area-information", (2, TUE), Hour.END_OF_DAY, OURS),
    rule("joint-evaluations", (2, THU), Hour.END_OF_DAY, OURS),
    rule("cqc-request", (2, FRI), Hour.NONE, THEIRS),
    rule("engagement-confirmed", (2, FRI), Hour.END_OF_DAY, OURS),
    rule("printed-documents", (3, MON), Hour.NONE, OURS, anchor=Anchor.FIELDWORK),
    rule("fieldwork", (3, MON), Hour.NONE, THEIRS, anchor=Anchor.FIELDWORK),
)

# Rules that no pack has yet, to press on the edges: our own hours on the day of the notification.
HARD_RULES = (
    RULES[0],
    rule("first-morning", (1, MON), "09:00", OURS),
    rule("first-day", (1, MON), Hour.END_OF_DAY, OURS),
    rule("some-time", (1, THU), Hour.NONE, OURS),
    rule("late-evening", (1, THU), "20:00", OURS),
    rule("half-past-five", (2, MON), "17:30", OURS),
    *RULES[-4:],
)


def calendar(closures: Iterable[date] = (), *, named: str = "") -> WorkingDays:
    """The working days with the bank holidays above."""
    return WorkingDays(BANK_HOLIDAYS, dict.fromkeys(closures, named))


def planned(
    notified: str,
    *,
    fieldwork: date | None = None,
    closures: Iterable[date] = (),
    close: time = CLOSE_OF_BUSINESS,
    notes: Mapping[str, MilestoneNotes] | None = None,
) -> Schedule:
    """The plan of an inspection that was notified at this time, 09:00 if only a day is given."""
    when = datetime.fromisoformat(notified if "T" in notified else f"{notified}T09:00")
    return plan(RULES, when, calendar(closures), fieldwork=fieldwork, close=close, notes=notes)
