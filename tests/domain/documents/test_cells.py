"""Cells of the register: what is shown is read again, and what can’t be read is named."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.documents.cell_edits import Edit, Outcome, settle
from jtai_desktop.domain.documents.cell_moments import read_dates, read_moment
from jtai_desktop.domain.documents.cell_people import Known, known
from jtai_desktop.domain.documents.cell_reading import Wrong, read
from jtai_desktop.domain.documents.cell_texts import (
    REPLY_WORDS,
    STATE_WORDS,
    dates_text,
    edit_text,
    moment_text,
    text_of,
)
from jtai_desktop.domain.documents.cell_values import value_of, with_document, with_item
from jtai_desktop.domain.documents.cells import BY_KEY, COLUMNS, CellKey, Form, Of, Pair, rows
from jtai_desktop.domain.documents.document import Answer, Document
from jtai_desktop.domain.documents.register import register
from jtai_desktop.domain.documents.track import Ours, Theirs
from jtai_desktop.domain.moments import LONDON, Hour, Moment, end_of_day
from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.domain.problems import Refused
from tests.domain.documents import made

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
AGENCIES = (
    Agency("a1", "police", "Northmoor Police", "Police"),
    Agency("a2", "council", "Northmoor Council", "Council"),
)
CONTACTS = (
    Contact("c1", "a1", "Force governance"),
    Contact("c2", "a1", "Duty lead"),
    Contact("c3", "a2", "Duty lead"),
    Contact("c4", "a2", "Quality lead", "QL"),
    Contact("c5", "a2", "Quality lead", "QM"),
    Contact("c6", "a2", "Twin"),
    Contact("c7", "a2", "Twin"),
)
KNOWN = known(NOW, AGENCIES, CONTACTS)
EDITABLE = [column for column in COLUMNS if column.editable]
DAYS = st.dates(date(2016, 1, 1), date(2100, 12, 30))
CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
MOMENTS = st.one_of(
    st.builds(Moment, DAYS),
    DAYS.map(end_of_day),
    st.builds(lambda day, clock: Moment(day, Hour.BEFORE, clock), DAYS, CLOCKS),
    # An hour that the clocks leap over can’t be typed, and so is not here.
    st.builds(
        lambda day, clock: Moment(day, Hour.AT, clock),
        DAYS,
        CLOCKS.filter(lambda clock: clock.hour != 1),
    ),
)


def pair(**given_ones: object) -> Pair:
    document = replace(made.document(), **{"owner_id": "c1", **given_ones})  # type: ignore[arg-type]
    return Pair(made.item(), document, end_of_day(date(2026, 11, 10)))


def settled(*edits: tuple[str, CellKey, str], pairs: tuple[Pair, ...] = ()) -> Outcome:
    there = {each.key: each for each in pairs or (pair(),)}
    return settle(
        [Edit("item 4.7", document, key, text) for document, key, text in edits], there, KNOWN
    )


def one(key: CellKey, text: str) -> Outcome:
    return settled(("document 4.7", key, text))


def wrong(key: CellKey, text: str, at: Pair | None = None, names: Known = KNOWN) -> Wrong:
    found = read(BY_KEY[key], text, at or pair(), names)
    assert isinstance(found, Wrong)
    return found


@given(st.lists(DAYS, unique=True, min_size=1, max_size=20))
def test_dates_are_read_as_they_are_shown(days: list[date]) -> None:
    newest_first = tuple(sorted(days, reverse=True))
    assert read_dates(dates_text(newest_first), NOW.date()) == newest_first


@given(MOMENTS, DAYS)
def test_moments_are_read_as_they_are_shown(moment: Moment, near: date) -> None:
    assert read_moment(moment_text(moment), near) == moment


@given(st.sampled_from([each.id for each in CONTACTS]))
def test_people_are_found_by_what_they_are_called(contact_id: str) -> None:
    text = edit_text(pair(owner_id=contact_id), CellKey.OWNER, KNOWN)
    assert read(BY_KEY[CellKey.OWNER], f"  {text.upper()} ", pair(), KNOWN) == contact_id


@given(st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from("XY")), max_size=6))
def test_no_two_people_are_called_alike(given_roles: list[tuple[str, str]]) -> None:
    people = [
        Contact(str(number), "a1" if agency == "A" else "a2", role)
        for number, (agency, role) in enumerate(given_roles)
    ]
    names = known(NOW, AGENCIES, people).people.names
    assert len({name.casefold() for name in names.values()}) == len(people)


@given(
    st.sampled_from([each for each in EDITABLE if each.form in {Form.LINE, Form.NOTE}]),
    st.text(max_size=50),
)
def test_texts_are_kept_as_they_are_read(column: object, text: str) -> None:
    column = BY_KEY[column.key]  # type: ignore[attr-defined]
    value = read(column, text, pair(), KNOWN)
    if isinstance(value, Wrong):
        assert column.needed
        return
    assert read(column, str(value), pair(), KNOWN) == value


@pytest.mark.parametrize("column", EDITABLE, ids=lambda column: column.key)
def test_a_value_that_was_put_in_is_taken_out_again(column: object) -> None:
    key = column.key  # type: ignore[attr-defined]
    before = pair()
    value = {Form.MOMENT: Moment(date(2026, 11, 9)), Form.DATES: (date(2026, 10, 1),)}.get(
        BY_KEY[key].form, "new"
    )
    if BY_KEY[key].of is Of.ITEM:
        after = replace(before, item=with_item(before.item, key, value))
    else:
        assert before.document
        after = replace(before, document=with_document(before.document, "item 4.7", key, value))
    assert value_of(after, key) == value
    assert {
        each.key for each in EDITABLE if value_of(after, each.key) != value_of(before, each.key)
    } == {key}


def test_the_words_of_states_are_complete() -> None:
    assert set(STATE_WORDS) == set(Ours)
    assert set(REPLY_WORDS) == set(Theirs)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14 Apr 2026; 1/5/2026", ["2026-05-01", "2026-04-14"]),
        ("2026-04-14", ["2026-04-14"]),
        ("14 Apr", ["2026-04-14"]),
        ("14 Dec", ["2025-12-14"]),
        ("14 Apr, 1 May", ["2026-05-01", "2026-04-14"]),
        ("Tue, 14 Apr 2026", ["2026-04-14"]),
        ("6 Oct\n8 Sep", ["2026-10-06", "2026-09-08"]),
    ],
)
def test_dates_as_people_type_them(text: str, found: list[str]) -> None:
    assert [day.isoformat() for day in read_dates(text, NOW.date())] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thu 5 Nov 2026, 09:00", Moment(date(2026, 11, 5), Hour.AT, time(9))),
        ("5/11/2026 09:00", Moment(date(2026, 11, 5), Hour.AT, time(9))),
        ("5 Nov", Moment(date(2026, 11, 5))),
        ("Thu 5 Nov, 9am", Moment(date(2026, 11, 5), Hour.AT, time(9))),
        ("5.11", Moment(date(2026, 11, 5))),
        ("30/12", Moment(date(2026, 12, 30))),
        ("2 Jan", Moment(date(2027, 1, 2))),
        ("10 Nov end of day", end_of_day(date(2026, 11, 10))),
        ("10 Nov, before 12:00", Moment(date(2026, 11, 10), Hour.BEFORE, time(12))),
    ],
)
def test_times_as_people_type_them(text: str, found: Moment) -> None:
    assert read_moment(text, date(2026, 11, 10)) == found


@pytest.mark.parametrize("text", ["x", "Fri 5 Nov", "31 Feb", "5 Nov 2026, 25:00", "5" * 500, ", "])
def test_no_time_is_made_up(text: str) -> None:
    with pytest.raises(Refused):
        read_moment(text, date(2026, 11, 10))


def test_our_own_time_is_not_after_the_due_time() -> None:
    assert one(CellKey.INTERNAL, "10 Nov, 17:00").items["item 4.7"].internal
    assert (
        "after the due time, Tue 10 Nov 2026, end of day"
        in wrong(CellKey.INTERNAL, "10 Nov, 17:01").sentence
    )
    assert one(CellKey.INTERNAL, "–").problems == ()


def test_agencies_by_short_or_full_name() -> None:
    for text in ("council", " Northmoor  COUNCIL "):
        assert one(CellKey.AGENCY, text).documents["document 4.7"].agency == "council"
    assert "There are: Police and Council." in wrong(CellKey.AGENCY, "Polise").sentence
    assert "empty" in wrong(CellKey.AGENCY, "").sentence
    assert wrong(CellKey.AGENCY, "x").wanted == "an agency here: Police and Council"


def test_a_role_that_two_have_is_asked_about() -> None:
    sentence = "“duty lead” may be Duty lead (Council) and Duty lead (Police). Type it like that."
    assert wrong(CellKey.OWNER, "duty lead").sentence == sentence
    assert one(CellKey.OWNER, "Duty lead (police)").documents["document 4.7"].owner_id == "c2"
    assert one(CellKey.OWNER, "").documents["document 4.7"].owner_id == ""
    names = set(KNOWN.people.names.values())
    assert {"Quality lead (Council, QL)", "Twin (Council) 1", "Twin (Council) 2"} <= names


def test_what_stands_there_may_stay_though_it_could_not_be_typed() -> None:
    gone = pair(owner_id="nobody", agency="closed")
    outcome = settled(
        ("document 4.7", CellKey.OWNER, "nobody"),
        ("document 4.7", CellKey.AGENCY, "closed"),
        pairs=(gone,),
    )
    assert outcome == Outcome()


def test_each_refused_cell_is_named_and_the_rest_worked_out() -> None:
    outcome = settled(
        ("document 4.7", CellKey.STATE, "Sent"),
        ("document 4.7", CellKey.OWNER, "Nobody"),
        ("document 4.7", CellKey.TITLE, "Minutes"),
        ("gone", CellKey.TITLE, "Minutes"),
    )
    places = [each.problem.place for each in outcome.problems]
    assert places == ["4.7, Our status", "4.7, Owner", "Document"]
    assert "can’t be typed" in outcome.problems[0].sentence
    assert [each.column for each in outcome.edits] == [CellKey.TITLE]


def test_an_item_without_a_document_takes_what_is_of_the_item_only() -> None:
    bare = Pair(made.item(), None)
    refused = settled(("", CellKey.OWNER, "Twin"), pairs=(bare,))
    assert "no document yet" in refused.problems[0].sentence
    kept = settled(("", CellKey.ITEM_INTERNAL, "Ask"), pairs=(bare,))
    assert kept.items["item 4.7"].notes.internal == "Ask"


def test_two_rows_of_one_item_must_say_the_same_of_it() -> None:
    both = (
        pair(),
        Pair(made.item(), Document("second", "Other", "police", answers=(Answer("item 4.7"),))),
    )
    edits = [("document 4.7", CellKey.ITEM_INTERNAL, "a"), ("second", CellKey.ITEM_INTERNAL, "a")]
    assert settled(*edits, pairs=both).problems == ()
    edits[1] = ("second", CellKey.ITEM_INTERNAL, "b")
    assert "different things" in settled(*edits, pairs=both).problems[0].sentence


def test_nothing_is_changed_by_what_is_there_already() -> None:
    assert settled(("document 4.7", CellKey.OWNER, "force governance")).edits == ()


def test_a_row_for_each_document_of_an_item() -> None:
    sent = made.sent()
    other = replace(made.document(), id="second", title="Second")
    found = register([made.item(), made.item("1.1")], [sent, other], made.MOMENTS)
    shown = rows(found.entries)
    texts = [
        [
            text_of(row, key, KNOWN)
            for key in (CellKey.CODE, CellKey.STATE, CellKey.THEIRS, CellKey.SENT)
        ]
        for row in shown
    ]
    assert sorted(texts) == [
        ["1.1", "Not asked", "", ""],
        ["4.7", "Not asked", "", ""],
        ["4.7", "Sent", "No reply", "1"],
    ]
    for row in shown:
        assert all(isinstance(text_of(row, column.key, KNOWN), str) for column in COLUMNS)


def test_of_several_documents_only_the_late_one_is_late() -> None:
    other = replace(made.document(), id="second", title="Second")
    item = made.item(due=end_of_day(date(2026, 11, 9)))
    shown = rows(register([item], [made.sent(), other], made.MOMENTS).entries)
    assert [text_of(row, CellKey.LATE, KNOWN) for row in shown] == ["", "17 h 40 min late"]
