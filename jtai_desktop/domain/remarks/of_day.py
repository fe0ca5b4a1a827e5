"""All that looks wrong on a day, the gravest first."""

from collections.abc import Callable

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.remarks.actions import turned_since_yesterday, turned_this_week, unanswered
from jtai_desktop.domain.remarks.audits import audits_lacking, late_returns
from jtai_desktop.domain.remarks.children import schools_not_told, selected
from jtai_desktop.domain.remarks.conversations import to_call_back, to_tell, unconfirmed
from jtai_desktop.domain.remarks.documents import doubts
from jtai_desktop.domain.remarks.evaluations import (
    answers_lacking,
    flagged,
    flags_unowned,
    late_evaluations,
)
from jtai_desktop.domain.remarks.findings import findings_open, statements
from jtai_desktop.domain.remarks.lists import lists_behind
from jtai_desktop.domain.remarks.people import nobody_named, owners_away
from jtai_desktop.domain.remarks.plan import to_agree, too_early, unusual_dates
from jtai_desktop.domain.remarks.remark import Remark
from jtai_desktop.domain.remarks.self_evaluation import contradicted, self_evaluation_lacking
from jtai_desktop.domain.remarks.week import of_week

# Remarks of one grade stand in this order. A child may be at risk: nothing comes before that.
IN_TURN: tuple[Callable[[Day], list[Remark]], ...] = (
    flagged,
    flags_unowned,
    to_agree,
    too_early,
    to_tell,
    to_call_back,
    unconfirmed,
    turned_since_yesterday,
    of_week,
    doubts,
    late_evaluations,
    lists_behind,
    contradicted,
    late_returns,
    statements,
    turned_this_week,
    unanswered,
    nobody_named,
    owners_away,
    unusual_dates,
    answers_lacking,
    self_evaluation_lacking,
    audits_lacking,
    findings_open,
    selected,
    schools_not_told,
)


def remarks(day: Day) -> tuple[Remark, ...]:
    """All that looks wrong on a day, the gravest first."""
    found = [remark for looked in IN_TURN for remark in looked(day)]
    return tuple(sorted(found, key=lambda each: each.grade))
