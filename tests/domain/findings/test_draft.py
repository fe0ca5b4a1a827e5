"""Going through what was read: nothing counts before it is confirmed, nothing open is dropped."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.findings import draft as drafts
from jtai_desktop.domain.findings.draft import Draft, Standing
from jtai_desktop.domain.findings.finding import Kind
from jtai_desktop.domain.letters.letter import Facts
from jtai_desktop.domain.letters.reading import read
from jtai_desktop.domain.problems import Refused
from tests.domain.findings import made
from tests.domain.letters.lettering import Lettering

LETTER = (
    Lettering()
    .opened()
    .heading("Strengths")
    .point("Partners meet each week.")
    .heading("Areas for improvement")
    .point("Records are not whole.", "They say little of the child.")
    .overleaf()
    .point("Plans drift.")
    .heading("Next steps")
    .text("Northmoor Council should prepare a written statement of action.")
    .text("It should send the written statement by 12 May 2026.")
)


@pytest.fixture(name="draft")
def _draft() -> Draft:
    return drafts.of_letter(read(LETTER.pages), "letter.pdf", "ab" * 32, 2)


def test_facts_come_first_then_findings_then_what_has_no_place(draft: Draft) -> None:
    facts = {each.name: each.text for each in draft.items if each.is_fact}
    assert facts == {
        "letter_date": "Sat 31 Jan 2026",
        "area": "Northmoor",
        "statement_due": "Tue 12 May 2026",
        "principal_authority": "Northmoor Council",
    }
    found = [(each.words, each.text, each.page, each.paragraph) for each in draft.items[4:7]]
    assert found == [
        ("Strength", "Partners meet each week.", 1, 2),
        ("Area for improvement", "Records are not whole. They say little of the child.", 1, 3),
        ("Area for improvement", "Plans drift.", 2, 1),
    ]
    due = draft.item("fact:statement_due")
    assert due.printed == "It should send the written statement by 12 May 2026."
    assert [line.text for line in due.lines] == [due.printed]
    assert [each.words for each in draft.unplaced] == ["Not placed"] * 3
    assert draft.said == "0 confirmed, 7 still open, 3 not placed"


def test_only_what_was_looked_at_is_confirmed_at_once(draft: Draft) -> None:
    with pytest.raises(Refused, match="Nothing that was looked at"):
        drafts.confirmed_seen(draft)
    seen = drafts.saw(drafts.saw(draft, "f0"), draft.unplaced[0].key)
    done = drafts.confirmed_seen(seen)
    assert [each.key for each in done.confirmed] == ["f0"]
    assert (len(done.left), len(done.unplaced)) == (6, 3)


def test_a_passage_is_placed_by_hand_before_it_is_confirmed(draft: Draft) -> None:
    key = draft.unplaced[0].key
    with pytest.raises(Refused, match="what kind of finding"):
        drafts.confirmed(draft, [key])
    done = drafts.confirmed(drafts.placed(draft, key, Kind.PRIORITY, " Urgent  "), [key])
    (item,) = done.confirmed
    assert (item.kind, item.heading, item.printed) == (Kind.PRIORITY, "Urgent", item.text)
    assert len(done.unplaced) == 2
    with pytest.raises(Refused, match="has its place already"):
        drafts.placed(draft, "fact:area", Kind.STRENGTH)


def test_a_corrected_text_keeps_the_printed_one_beside_it(draft: Draft) -> None:
    item = drafts.edited(draft, "f2", "Plans drift on. ").item("f2")
    assert (item.text, item.printed) == ("Plans drift on.", "Plans drift.")
    with pytest.raises(Refused, match="Text is empty"):
        drafts.edited(draft, "f2", " \n ")
    with pytest.raises(Refused, match="can’t be read as a date"):
        drafts.edited(draft, "fact:letter_date", "soon")
    assert drafts.edited(draft, "fact:letter_date", "1/2/26").item("fact:letter_date").text == (
        "Sun 1 Feb 2026"
    )
    with pytest.raises(Refused, match="no longer among"):
        drafts.edited(draft, "f99", "x")


def test_only_confirmed_facts_are_taken_and_only_in_order(draft: Draft) -> None:
    done = drafts.confirmed(draft, ["fact:letter_date"])
    assert drafts.facts_of(done, Facts(area="Here")) == Facts(
        letter_date=date(2026, 1, 31), area="Here"
    )
    wrong = drafts.edited(done, "fact:statement_due", "30 Jan 2026")
    with pytest.raises(Refused, match="due before the letter was written"):
        drafts.facts_of(drafts.confirmed(wrong, ["fact:statement_due"]), Facts())
    with pytest.raises(Refused, match="ends before it begins"):
        drafts.checked_facts(
            Facts(fieldwork_start=date(2026, 1, 9), fieldwork_end=date(2026, 1, 8))
        )


def test_a_letter_about_another_area_is_told_apart(draft: Draft) -> None:
    assert drafts.elsewhere(draft, "Northmoor") == ""
    assert drafts.elsewhere(draft, "the County of NORTHMOOR") == ""
    assert drafts.elsewhere(draft, "Southmoor") == "Northmoor"
    assert drafts.elsewhere(replace(draft, items=()), "Southmoor") == ""


def test_what_is_kept_of_the_same_file_is_not_open_again(draft: Draft) -> None:
    kept = made.finding(printed="Plans drift.", text="Other words.", page=2, paragraph=1)
    spot = draft.item("fact:area").spot
    letter = made.letter(spots={"area": spot})
    again = drafts.marked(draft, letter, [kept])
    assert [each.key for each in again.items if each.standing is Standing.KEPT] == [
        "fact:area",
        "f2",
    ]
    assert drafts.aside(again, ["f2"]).item("f2").standing is Standing.KEPT
    assert again.letter_id == "l1"
    assert again.said.endswith("2 kept before")


@given(st.lists(st.tuples(st.sampled_from("cars"), st.integers(0, 9)), max_size=20))
def test_every_item_is_somewhere_whatever_one_clicks(clicks: list[tuple[str, int]]) -> None:
    draft = drafts.of_letter(read(LETTER.pages), "letter.pdf", "", 2)
    every = {each.key for each in draft.items}
    for what, at in clicks:
        key = draft.items[at % len(draft.items)].key
        if what == "c" and draft.item(key).is_placed:
            draft = drafts.confirmed(draft, [key])
        elif what == "a":
            draft = drafts.aside(draft, [key])
        elif what == "r":
            draft = drafts.reopened(draft, [key])
        else:
            draft = drafts.saw(draft, key)
    aside = {each.key for each in draft.items if each.standing is Standing.ASIDE}
    parts = [{each.key for each in part} for part in (draft.confirmed, draft.left, draft.unplaced)]
    assert set().union(aside, *parts) == every
    assert len(aside) + sum(map(len, parts)) == len(every)


def test_aside_is_neither_kept_nor_asked_for(draft: Draft) -> None:
    done = drafts.aside(draft, [each.key for each in draft.items])
    assert (done.confirmed, done.left, done.unplaced) == ((), (), ())
    assert drafts.what_is_kept(done) == "nothing"
    both = drafts.confirmed(draft, ["f0", "fact:area"])
    assert drafts.what_is_kept(both) == "1 finding and 1 fact"
    assert replace(both, items=()).said == "0 confirmed, 0 still open"
