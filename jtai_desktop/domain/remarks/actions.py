"""What turned in the action plan, and findings that nothing answers: one line each."""

from collections.abc import Sequence
from datetime import timedelta

from jtai_desktop.domain.actions.plan import WEEK, Entry
from jtai_desktop.domain.actions.rating import RATING_WORDS
from jtai_desktop.domain.actions.turning import Turn
from jtai_desktop.domain.day import Day
from jtai_desktop.domain.remarks.remark import ACTION, Grade, Remark
from jtai_desktop.domain.wording import counted, day_month, listed

PLACE, LINK = "findings", "Action plan"
DAY = timedelta(days=1)
MOST = 3


def turned_since_yesterday(day: Day) -> list[Remark]:
    """Whose rating became worse since yesterday, then whose became better."""
    return _since(day, DAY, "yesterday")


def turned_this_week(day: Day) -> list[Remark]:
    """The same of the week; nothing where something turned since yesterday, which is said then."""
    if turned_since_yesterday(day):
        return []
    return _since(day, WEEK, day_month(day.plan.today - WEEK))


def unanswered(day: Day) -> list[Remark]:
    """Findings without an action; nothing while there is no plan."""
    missing = day.plan.unanswered if day.plan.entries else ()
    if not missing:
        return []
    called = listed([each.called.lower() for each in missing[:MOST]])
    more = f" and {len(missing) - MOST} more" if len(missing) > MOST else ""
    sentence = f"{counted(len(missing), 'finding')} without an action: {called}{more}"
    return [Remark(Grade.WARNING, sentence, PLACE, "plan:wrong", LINK)]


def _since(day: Day, span: timedelta, words: str) -> list[Remark]:
    found = day.plan.turned(day.plan.today - span)
    worse = [pair for pair in found if pair[1].is_worse]
    better = [pair for pair in found if not pair[1].is_worse]
    return [
        *_line(Grade.WARNING, worse, "turned", words),
        *_line(Grade.REMARK, better, "now", words),
    ]


def _line(grade: Grade, found: Sequence[tuple[Entry, Turn]], verb: str, since: str) -> list[Remark]:
    if not found:
        return []
    said = [
        f"{entry.action.number} {verb} {RATING_WORDS[turn.after.rating].lower()}"
        for entry, turn in found[:MOST]
    ]
    more = f" and {len(found) - MOST} more" if len(found) > MOST else ""
    sentence = f"Action plan since {since}: {listed(said)}{more}"
    target = f"{ACTION}{found[0][0].action.id}"
    return [Remark(grade, sentence, PLACE, target, LINK)]
