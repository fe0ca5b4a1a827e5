"""The rows of both tables, and the fact in the header."""

from dataclasses import replace

from jtai_desktop.domain.people import Contact
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.people.contact_rows import addable, contact_rows, names_of_today
from jtai_desktop.ui.pages.people.rows import fact, gaps, owner_rows, warnings_of


def _texts(view: Overview, typed: str = "", *, gaps_only: bool = False) -> list[str]:
    rows = owner_rows(view, typed, gaps_only=gaps_only)
    return [row.cells[0].plain for row in rows if not row.section]


def test_milestones_stand_before_sections(view: Overview) -> None:
    rows = owner_rows(view)
    assert [row.cells[0].text for row in rows if row.section] == [
        "Milestones",
        "Requested information",
    ]
    assert len(_texts(view)) == 9 + 6


def test_a_gap_is_a_filled_warning_in_the_cell_where_it_is_mended(view: Overview) -> None:
    row = next(row for row in owner_rows(view) if row.key == "milestone:joint-evaluations")
    deputy = row.cells[2]
    assert deputy.state is not None
    assert deputy.state.filled
    assert (deputy.state.word, deputy.spoken) == ("no deputy", "Warning, no deputy")
    assert row.spoken.endswith("no deputy")


def test_an_owner_who_is_away_is_a_warning_too(view: Overview) -> None:
    assert gaps(view) == 3
    shown = _texts(view, gaps_only=True)
    assert shown == [
        "Joint evaluations",
        "Conversations confirmed in writing",
        "5 Youth offending team",
    ]


def test_the_same_person_twice_is_said(view: Overview) -> None:
    first = view.responsibilities[0]
    twice = replace(first, deputy_id=first.owner_id)
    changed = replace(view, responsibilities=(twice, *view.responsibilities[1:]))
    found = [each for each in changed.named if "same" in each.gap]
    assert warnings_of(found[0])[0] == "owner and deputy are the same"
    assert "1 with the same person twice" in fact(changed)


def test_the_fact_counts_people_and_gaps(view: Overview) -> None:
    assert fact(view) == "19 people, 2 without deputy"
    nobody = replace(view, contacts=(), responsibilities=())
    assert fact(nobody) == "0 people, 15 without owner, 15 without deputy"


def test_find_looks_at_titles_and_people(view: Overview) -> None:
    assert "Case-file documents" in _texts(view, "CASE file")
    assert _texts(view, "analyst") == ["4 Police force"]
    assert _texts(view, "no such thing") == []


def test_people_stand_under_their_agencies(view: Overview) -> None:
    rows = contact_rows(view)
    assert [row.cells[0].text for row in rows][:2] == ["Local authority", "Commissioning"]
    assert sum(not row.section for row in rows) == 19


def test_an_agency_alone_can_be_found(view: Overview) -> None:
    assert [row.cells[0].text for row in contact_rows(view, "force analyst")] == [
        "Police force",
        "Force analyst",
    ]


def test_an_empty_line_stands_at_the_end_of_its_agency(view: Overview) -> None:
    rows = contact_rows(view, new_in=view.agencies[1].id)
    at = next(place for place, row in enumerate(rows) if row.key.startswith("new:"))
    assert rows[at - 1].cells[0].text == "Police lead, public protection"
    assert rows[at + 1].section


def test_what_looks_like_markup_or_a_formula_stays_text(view: Overview) -> None:
    odd = Contact("x", view.agencies[0].id, "<b>=cmd</b> \u202eabc", phone="=1+1")
    rows = contact_rows(replace(view, contacts=(odd,)))
    assert rows[1].cells[0].text == odd.role
    assert rows[1].cells[2].text == "=1+1"


def test_only_agencies_that_are_missing_are_offered(view: Overview) -> None:
    assert [one.key for one in addable(view)] == [
        "hospital",
        "public-health",
        "other-health",
        "schools",
        "voluntary",
    ]
    assert not names_of_today(view)
