"""The rows of the lists: when each is due, in the room that there is."""

from dataclasses import replace
from datetime import date

from jtai_desktop.domain.moments import Hour, Moment
from jtai_desktop.ui.pages.lists.rows import _due
from tests.ui.pages.lists.conftest import Seen


def test_a_time_in_another_month_stands_in_two_lines(seen: Seen) -> None:
    facts = seen.page._facts
    assert facts is not None
    kept = facts.of("1")
    assert kept is not None
    near = _due(facts, kept)
    assert (near.text, near.second) == ("Thu 5, end of day", "")
    moment = Moment(date(2027, 1, 7), Hour.END_OF_DAY)
    far = _due(facts, replace(kept, wanted=replace(kept.wanted, due=moment)))
    assert (far.text, far.second) == ("Thu 7 Jan", "end of day")
    assert far.said == "Thu 7 Jan, end of day"
