"""The facts of an audit, its cases and entries, as they are typed; and what looks like a name."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.audits.audit import (
    Audit,
    Case,
    CaseFact,
    Fact,
    Team,
    read_due,
    with_case_facts,
    with_facts,
    with_team,
)
from jtai_desktop.domain.audits.entries import SHAPES, Entry, Field, Part, Side, called, written
from jtai_desktop.domain.audits.naming import name_in_reference, name_in_text
from jtai_desktop.domain.moments import LONDON, at, end_of_day
from jtai_desktop.domain.problems import Refused
from tests.domain.audits import made

NOON = at(datetime(2026, 11, 4, 12, 0, tzinfo=LONDON))


def test_facts_are_kept_as_one_types_them() -> None:
    found = with_facts(
        made.audit(),
        {Fact.THEME: " Neglect\n", Fact.DUE: "4 Nov 2026, 12:00", Fact.AGREED: "14/9/26"},
    )
    assert (found.theme, found.due, found.agreed) == ("Neglect", NOON, date(2026, 9, 14))
    typed = {fact: found.typed(fact) for fact in Fact}
    assert typed[Fact.DUE] == "Wed 4 Nov 2026, 12:00"
    again = with_facts(Audit("a1", "x"), typed)
    assert {fact: again.typed(fact) for fact in Fact} == typed
    assert (again.due, again.agreed) == (found.due, found.agreed)
    assert with_facts(found, {Fact.DUE: " ", Fact.AGREED: ""}).due is None


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("", None),
        ("4 Nov 2026", end_of_day(date(2026, 11, 4))),
        ("Wed 4 Nov 2026, end of day", end_of_day(date(2026, 11, 4))),
        ("4.11.2026 12:00", NOON),
    ],
)
def test_a_due_time_is_a_day_with_or_without_an_hour(typed: str, due: object) -> None:
    assert read_due(typed) == due


@pytest.mark.parametrize("typed", ["soon", "31 Nov 2026", "4 Nov", "4 Nov 2026, 25:00"])
def test_a_due_time_that_can_t_be_read_says_so_at_its_field(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        with_facts(made.audit(), {Fact.DUE: typed})
    assert refused.value.problem.place == "Returns due"


def test_an_audit_needs_a_theme() -> None:
    with pytest.raises(Refused, match="Theme is empty"):
        with_facts(made.audit(), {Fact.THEME: "\u200b"})


def test_a_case_has_a_reference_that_stands_once() -> None:
    audit = made.audit()
    with pytest.raises(Refused, match="Reference is empty"):
        with_case_facts(Case("n", ""), {CaseFact.REFERENCE: " "}, audit)
    with pytest.raises(Refused, match="case 2 is there already"):
        with_case_facts(Case("n", ""), {CaseFact.REFERENCE: "case 2"}, audit)
    same = with_case_facts(audit.cases[1], {CaseFact.REFERENCE: "CASE 2"}, audit)
    assert same.reference == "CASE 2"
    with pytest.raises(Refused, match="501 characters; 500 is the most"):
        with_case_facts(same, {CaseFact.FEATURES: "x" * 501}, audit)


def test_a_team_stands_once() -> None:
    audit = made.audit()
    with pytest.raises(Refused, match="POLICE is there already"):
        with_team(Team("n", ""), "POLICE", "", audit)
    assert with_team(audit.teams[0], "Police", "", audit).agency == ""


def test_entries_hold_what_their_part_asks_for() -> None:
    forum = made.entry(
        Part.FORUM,
        {
            Field.WHO: "Police",
            Field.ATTENDEES: " 7 ",
            Field.THEMES: "Late",
            Field.TEXT: "A\nB",
        },
    )
    assert (forum.attendees, forum.text, called(forum)) == (7, "A\nB", "forum 1")
    found = made.entry(
        Part.HEADLINE, {Field.SIDE: "to improve", Field.TEXT: "Late", Field.MARKER: "12"}
    )
    assert (found.side, found.marker) == (Side.IMPROVE, "12")
    for part, shape in SHAPES.items():
        filled = {
            asked.field: "strength" if asked.field is Field.SIDE else "1" for asked in shape.fields
        }
        whole = made.entry(part, filled)
        again = written(Entry(whole.id, part, 1), {each: whole.typed(each) for each in filled})
        assert again == whole


@pytest.mark.parametrize(
    ("part", "typed", "why", "place"),
    [
        (Part.LINE, {Field.TEXT: " "}, "Line of enquiry is empty", "Line of enquiry"),
        (Part.FORUM, {Field.WHO: "Police", Field.ATTENDEES: "-1"}, "is not a number", "Attendees"),
        (Part.FORUM, {Field.WHO: "Police", Field.ATTENDEES: "501"}, "0 to 500", "Attendees"),
        (Part.FORUM, {Field.TEXT: "Much"}, "Agency or team is empty", "Agency or team"),
        (Part.HEADLINE, {Field.SIDE: "good"}, "neither", "Strength or to improve"),
        (Part.HEADLINE, {Field.TEXT: "x"}, "is empty", "Strength or to improve"),
        (Part.LINE, {Field.WHO: "x", Field.TEXT: "y"}, "no such field", "who"),
    ],
)
def test_an_entry_that_can_t_be_kept_says_why(
    part: Part, typed: dict[Field, str], why: str, place: str
) -> None:
    with pytest.raises(Refused, match=why) as refused:
        made.entry(part, typed)
    assert refused.value.problem.place == place


@given(st.text(max_size=40))
def test_attendees_are_a_number_or_refused(text: str) -> None:
    try:
        found = made.entry(Part.FORUM, {Field.WHO: "Police", Field.ATTENDEES: text}).attendees
    except Refused:
        return
    assert found is None or 0 <= found <= 500


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("In care; two school moves. Known to CAMHS since Monday", ""),
        ("Lives with Mother and one sibling; British Asian", ""),
        ("Sent home by Grandfather – Early Help closed in May", ""),
        ("Lives with her aunt Maggie in Eastmoor", "Maggie"),
        ("Goes to St Brennan’s", "St"),
        ("", ""),
    ],
)
def test_a_word_inside_a_sentence_that_looks_like_a_name_is_remarked_on(
    text: str, word: str
) -> None:
    said = name_in_text(text)
    assert said.startswith(f"“{word}”") if word else not said


def test_a_reference_follows_the_rule_of_labels() -> None:
    assert not name_in_reference("Case 1")
    assert not name_in_reference("NM-A4")
    assert name_in_reference("Robin M")
