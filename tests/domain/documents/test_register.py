"""The register: where items stand, lateness, doubts, and the numbers."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from jtai_desktop.domain.documents.counting import by_agency, counts, made_of
from jtai_desktop.domain.documents.document import Answer
from jtai_desktop.domain.documents.doubts import DoubtKind
from jtai_desktop.domain.documents.items import AskedFor, Child, Source
from jtai_desktop.domain.documents.lateness import Late, said
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.documents.register import register
from jtai_desktop.domain.documents.taking import add_version
from jtai_desktop.domain.documents.track import Ours, Theirs
from jtai_desktop.domain.moments import Hour, Moment, end_of_day
from tests.domain.documents import made

MIDDAY = Moment(date(2026, 11, 9), Hour.AT, time(12))


def test_past_our_own_time_it_is_late_to_us() -> None:
    asked = made.stepped(made.document(), Step.ASK)
    found = made.entry(made.item(internal=MIDDAY), asked)
    assert (found.late, said(found.late, found.late_by)) == (
        Late.TO_US,
        "22 h 40 min late to us",
    )
    assert found.ours is Ours.ASKED
    assert found.first_due == MIDDAY
    assert found.due == made.DUE["area-information"]


def test_what_has_reached_us_is_not_late_to_us_but_late_past_the_milestone() -> None:
    here = made.received(made.document())
    assert made.entry(made.item(internal=MIDDAY), here).late is Late.NO
    later = replace(made.MOMENTS, now=datetime(2026, 11, 10, 17, 1, tzinfo=UTC))
    found = made.entry(made.item(internal=MIDDAY), here, moments=later)
    assert (found.late, found.late_by, found.ours) == (
        Late.LATE,
        timedelta(minutes=1),
        Ours.TO_CHECK,
    )


def test_what_was_sent_is_never_late() -> None:
    later = replace(made.MOMENTS, now=datetime(2026, 12, 1, tzinfo=UTC))
    assert made.entry(made.item(internal=MIDDAY), made.sent(), moments=later).late is Late.NO


def test_one_of_its_own_due_time() -> None:
    own = made.item(source=Source.HAND, due=end_of_day(date(2026, 11, 13)), milestone="")
    assert made.entry(own, made.document()).due == end_of_day(date(2026, 11, 13))


def test_on_request_sleeps_until_asked_for() -> None:
    item = made.item("2.3", on_request=True)
    asleep = made.entry(item, made.document("2.3"))
    assert (asleep.ours, asleep.counts, asleep.doubts) == (Ours.ON_REQUEST, False, ())
    awake = replace(item, asked_for=AskedFor(made.NOW, "Lead inspector"))
    assert made.entry(awake, made.document("2.3")).ours is Ours.NOT_ASKED


def test_an_item_is_no_further_than_its_last_document() -> None:
    other = replace(made.document("4.8"), agency="yot", answers=(Answer("item 4.7"),))
    both = made.entry(made.item(), made.sent(), other)
    assert (both.ours, both.theirs, both.agency) == (Ours.NOT_ASKED, Theirs.NO_STATUS, "yot")
    closed = made.stepped(other, Step.NOT_APPLICABLE)
    assert made.entry(made.item(), made.sent(), closed).ours is Ours.SENT
    assert made.entry(made.item(), closed).ours is Ours.NOT_APPLICABLE
    assert made.entry(made.item()).ours is Ours.NOT_ASKED


def test_one_document_answers_several_items() -> None:
    whole = made.document("1.1")
    both = replace(whole, answers=(Answer("item 1.1"), Answer("item 4.7", "3–5")))
    items = (made.item("1.1", position=2), made.item("4.7", position=1))
    found = register(items, [made.sent(both)], made.MOMENTS)
    assert [each.item.number for each in found.entries] == ["4.7", "1.1"]
    assert {each.ours for each in found.entries} == {Ours.SENT}


@pytest.mark.parametrize(
    ("dates", "fact"),
    [
        ((date(2026, 4, 14),), "14 Apr, old"),
        ((date(2026, 5, 1),), "1 May, old"),
        ((date(2026, 5, 2),), ""),
        ((date(2026, 10, 1), date(2025, 9, 1)), "1 Sep 2025, old"),
        ((), "no date"),
    ],
)
def test_the_window_is_counted_from_the_notification(dates: tuple[date, ...], fact: str) -> None:
    here = replace(made.received(made.document()), dates=dates)
    found = made.entry(made.item(window_months=6), here).doubts
    assert [each.fact for each in found] == ([fact] if fact else [])


def test_a_count_not_reached_and_its_acceptance() -> None:
    item = made.item(count=3, unit="sets")
    assert made.entry(item, made.document()).doubts == ()
    two = replace(made.received(made.document()), dates=(date(2026, 10, 6), date(2026, 9, 8)))
    doubt = made.entry(item, two).doubts[0]
    assert (doubt.fact, doubt.sentence) == ("2 of 3 sets", "4.7: 2 of 3 sets")
    accepted = made.stepped(two, Step.ACCEPT_WARNING, about=doubt.key)
    assert made.entry(item, accepted).doubts == ()
    fewer = replace(accepted, dates=(date(2026, 10, 6),))
    assert [each.fact for each in made.entry(item, fewer).doubts] == ["1 of 3 sets"]


def test_newer_query_and_no_reason_are_told() -> None:
    newer = add_version(made.sent(), made.version())
    queried = made.stepped(made.sent(), Step.THEY_QUERIED)
    closed = made.stepped(made.document(), Step.NONE, reason="")
    kinds = [made.entry(made.item(), each).doubts[0].kind for each in (newer, queried, closed)]
    assert kinds == [DoubtKind.NEWER, DoubtKind.QUERY, DoubtKind.NO_REASON]
    sentence = made.entry(made.item(), newer).doubts[0].sentence
    assert sentence == "4.7: version 2 is here, version 1 was sent"


def test_a_newer_version_does_not_hide_a_query() -> None:
    both = add_version(made.stepped(made.sent(), Step.THEY_QUERIED), made.version())
    kinds = [each.kind for each in made.entry(made.item(), both).doubts]
    assert kinds == [DoubtKind.NEWER, DoubtKind.QUERY]


def test_the_numbers_and_their_words() -> None:
    child = Child("c", "NM-03", "Child C")
    items = [
        made.item("1.1"),
        made.item("1.2"),
        made.item("1.3", internal=MIDDAY),
        made.item("2.3", on_request=True),
        made.item("7", child=child, source=Source.CHILD),
    ]
    documents = [
        made.sent(made.document("1.1")),
        made.received(made.document("1.2")),
        made.document("1.3"),
        made.document("2.3"),
        made.stepped(made.document("7"), Step.NONE),
    ]
    found = register(items, documents, made.MOMENTS)
    every = counts(found.entries)
    assert every.said == "1 sent, 2 to send, 1 only on request"
    assert every.of_section == "1 of 3 sent, 1 on request"
    assert (every.late, every.to_check, every.closed, every.total) == (1, 1, 1, 3)
    assert (len(found.area), [each.item.code for each in found.children]) == (4, ["C 7"])
    (police,) = by_agency(found.entries)
    assert police.counts.sent_of == "1 of 3 sent"
    assert [each.item.code for each in police.late] == ["1.3"]
    assert counts(()).said == "0 sent, 0 to send"


def test_what_a_number_is_made_of() -> None:
    assert made_of(5, 9) == "5 documents, 9 case documents"
    assert made_of(0, 1) == "1 case document"
