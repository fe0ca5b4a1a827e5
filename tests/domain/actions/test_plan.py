"""The plan as a whole: its order, its coverage, what looks wrong, what changed between versions."""

from datetime import date, timedelta

import pytest

from jtai_desktop.domain.actions import changing
from jtai_desktop.domain.actions.doubts import About, doubts, is_group
from jtai_desktop.domain.actions.freezing import frozen_plan
from jtai_desktop.domain.actions.plan import next_number
from jtai_desktop.domain.actions.rating import Rating
from jtai_desktop.domain.actions.timescale import Timescale
from jtai_desktop.domain.actions.versions import boards_of, differences
from jtai_desktop.domain.problems import Refused
from tests.domain.actions import made

BEGUN = date(2026, 5, 1)


def test_it_stands_by_sections_and_numbers_in_their_order() -> None:
    several = (
        made.action("2.1", section="police"),
        made.action("1.10"),
        made.action("1.2"),
        made.action("9.1", section="ambulance"),
        made.action("1.3", taken_out="Merged"),
    )
    plan = made.plan(*several)
    assert [each.action.number for each in plan.entries] == ["1.2", "1.10", "2.1", "9.1"]
    assert [each.number for each in plan.out] == ["1.3"]
    assert plan.known_sections[-1].title == "ambulance"
    assert next_number("social-care", made.SECTIONS, ["1.1", "1.2", "1.4"]) == "1.3"


def test_coverage_both_ways() -> None:
    plan = made.plan(made.action("1.1"), made.action("1.2", sources=("finding:gone",)))
    assert plan.unanswered == (made.TWO,)
    assert [each.action.number for each in plan.without_source] == ["1.2"]
    assert [each.action.number for each in plan.answers(made.ONE.key)] == ["1.1"]


def test_at_risk_comes_first_and_a_hand_does_not_hide_it() -> None:
    overdue = made.action("1.2", made.facts(date(2026, 9, 1), started=BEGUN))
    hand = changing.overridden(overdue, Rating.ON_TRACK, "The board knows", made.signed())
    plan = made.plan(made.action("1.1"), hand)
    assert [each.action.number for each in plan.at_risk_first] == ["1.2", "1.1"]
    assert plan.entries[1].is_at_risk
    assert plan.counts[Rating.ON_TRACK] == 1
    assert [each.action.number for each in plan.late] == ["1.2"]


@pytest.mark.parametrize(
    ("lead", "group"),
    [
        ("All partners", True),
        ("Safeguarding partnership", True),
        ("Front door team", True),
        ("Police and health", True),
        ("Police lead and Health lead", True),
        ("Police lead", False),
        ("Chair of the safeguarding board", False),
        ("Director of children’s services", False),
        ("Team manager, front door", False),
        ("Head of safeguarding and quality", False),
        ("", False),
    ],
)
def test_a_group_is_told_from_a_role(lead: str, group: bool) -> None:
    assert is_group(lead) is group


def test_everything_that_looks_wrong_is_said() -> None:
    signed = made.signed()
    vague = made.facts(None, words="ongoing", started=BEGUN)
    stale = made.facts(date(2026, 10, 1), started=BEGUN, forecast=date(2026, 11, 1))
    wrong = made.action(
        "1.1", vague, text="Do it.", lead="All partners", measure="", sources=(made.ONE.key,)
    )
    same = made.action("1.2", made.facts(None, words=""), text="do it", lead="", sources=())
    hand = changing.overridden(made.action("2.1", stale), Rating.ON_TRACK, "So", signed)
    found = doubts(made.plan(wrong, same, hand))
    assert {each.about for each in found} == set(About)
    said = [each.sentence for each in found]
    assert "Finding 2: no action answers it" in said
    assert "Actions 1.1 and 1.2 have the same words" in said
    assert "Action 1.1: “ongoing” names no day" in said
    assert "Action 1.1: “All partners” is a group; name one role" in said
    assert "Action 2.1: set by hand to “On track”; the facts say “At significant risk”" in said
    assert not doubts(made.plan(made.action(), sources=(made.ONE,)))


def test_a_finished_action_is_not_blamed_for_its_dates() -> None:
    done = changing.completed(
        made.action(its=made.facts(None, words="asap", started=BEGUN)), made.TODAY, made.signed()
    )
    assert not doubts(made.plan(done, sources=(made.ONE,)))


def test_what_turned_this_week_the_worse_first() -> None:
    late = made.action("1.1", made.facts(made.TODAY - timedelta(days=1), started=BEGUN))
    better = changing.completed(made.action("1.2"), made.TODAY, made.signed())
    found = made.plan(better, late).turned_this_week
    assert [(e.action.number, turn.is_worse) for e, turn in found] == [
        ("1.1", True),
        ("1.2", False),
    ]


def test_what_changed_between_two_versions() -> None:
    first = made.action("1.1", its=made.facts(date(2026, 12, 31), words="End December 2026"))
    gone = made.action("1.2")
    before = frozen_plan(made.plan(first, gone), {"d1": "Audit report"})
    later = changing.timed(first, Timescale("End June 2027", date(2027, 6, 30)), made.signed())
    later = changing.noted(later, "Two audits done", made.TODAY, made.signed())
    later = changing.with_evidence(later, ["d1", "unknown"])
    after = frozen_plan(made.plan(later, made.action("1.3")), {"d1": "Audit report"})
    found = [
        (each.number, each.what, each.before, each.after) for each in differences(before, after)
    ]
    assert found == [
        ("1.1", "Timescale", "End December 2026", "End June 2027"),
        ("1.1", "Due", "Thu 31 Dec 2026", "Wed 30 Jun 2027"),
        ("1.1", "Progress and evidence", "", "Tue 10 Nov 2026: Two audits done"),
        ("1.1", "Documents", "", "Audit report"),
        ("1.3", "New action", "", "Do what 1.3 says."),
        ("1.2", "No longer in the plan", "Do what 1.2 says.", ""),
    ]
    assert differences(after, after) == ()


def test_a_version_goes_to_a_board() -> None:
    assert boards_of(["Scrutiny", " ", "Scrutiny"]) == ("Scrutiny",)
    with pytest.raises(Refused, match="which board"):
        boards_of([""])
    with pytest.raises(Refused, match="12 is the most"):
        boards_of([f"Board {n}" for n in range(13)])
