"""Warnings that were accepted, entries that stand twice, and what looks wrong with one alone."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.conversations.register import conversations
from jtai_desktop.domain.meetings.clashes import ClashKind, Shared, clashes
from jtai_desktop.domain.meetings.concerns import ConcernKind, Span, concerns
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.meetings.slot import CONVERSATION, Slot
from jtai_desktop.domain.meetings.warned import Acceptance, accept
from jtai_desktop.domain.meetings.week import Week, known_as
from jtai_desktop.domain.people import Contact
from jtai_desktop.domain.problems import Refused
from tests.domain.conversations import made as talks
from tests.domain.meetings import made

MONDAY = date(2026, 11, 16)
REVIEW, STRATEGY = made.meeting("m1"), made.meeting("m2", kind="strategy", place="Room 3")


def week(*meetings: Meeting, accepted: tuple[Acceptance, ...] = ()) -> Week:
    known = {each.key: each for each in accepted}
    return Week(meetings=meetings, fieldwork=MONDAY, acceptances=known)


def accepted_of(found: Week) -> Acceptance:
    (clash,) = found.judged.open
    return accept(clash, " Short ", made.SENT, made.BY)


def test_an_accepted_warning_does_not_count_and_is_still_shown() -> None:
    acceptance = accepted_of(week(REVIEW, STRATEGY))
    judged = week(REVIEW, STRATEGY, accepted=(acceptance,)).judged
    assert judged.open == ()
    (settled,) = judged.accepted_of("m2")
    assert (settled.acceptance.reason, settled.warned.ids) == ("Short", ("m1", "m2"))
    assert week(REVIEW, STRATEGY, accepted=(acceptance,)).clashes == ()


@pytest.mark.parametrize(
    "change",
    [
        {"start": made.START + timedelta(minutes=5)},
        {"end": made.START + timedelta(minutes=50)},
        {"place": "Room 9"},
        {"chair": "Other chair"},
        {"inspector": "Inspector 1"},
        {"kind": "planning"},
    ],
)
@pytest.mark.parametrize("which", [0, 1])
def test_it_counts_again_when_one_of_the_two_changes(change: dict[str, object], which: int) -> None:
    acceptance = accepted_of(week(REVIEW, STRATEGY))
    both = [REVIEW, STRATEGY]
    both[which] = replace(both[which], **change)  # type: ignore[arg-type]
    judged = week(*both, accepted=(acceptance,)).judged
    assert (len(judged.open), judged.accepted) == (1, ())


def test_a_note_changes_nothing_about_it() -> None:
    acceptance = accepted_of(week(REVIEW, STRATEGY))
    noted = replace(REVIEW, note="Entrance at the back", preparation="Keys")
    assert week(noted, STRATEGY, accepted=(acceptance,)).judged.open == ()


def test_an_acceptance_needs_a_reason() -> None:
    (clash,) = week(REVIEW, STRATEGY).judged.open
    with pytest.raises(Refused, match="Reason"):
        accept(clash, "  ", made.SENT, made.BY)


def test_what_stands_twice_is_told_of_as_that_alone() -> None:
    one = made.slot("a", kind="strategy", child="Child C", place="Room 1", people=("Chair",))
    again = replace(one, id="b", child="child c", start=one.start + timedelta(minutes=30))
    (clash,) = clashes([again, one])
    assert (clash.kind, clash.shared) == (ClashKind.DUPLICATE, Shared.ENTRY)
    assert clash.sentence == "a stands twice, Tue 17, 10:30"
    assert len(clashes([one, replace(again, kind="planning")])) == 3
    assert clashes([one, replace(again, start=one.end, end=one.end + timedelta(hours=1))]) == ()


def test_two_people_of_one_child_may_be_talked_with_at_once() -> None:
    child = made.slot("p1", kind=CONVERSATION, child="Child C", inspector="Inspector 1")
    mother = replace(child, id="p2", inspector="Inspector 2")
    assert clashes([child, mother]) == ()
    meeting = made.slot("m", kind="strategy", child="Child C")
    assert len(clashes([child, mother, meeting])) == 2
    (clash,) = clashes([child, replace(mother, inspector="inspector 1")])
    assert (clash.shared, clash.what) == (Shared.INSPECTOR, "Inspector 1")


def test_who_can_not_be_in_two_places() -> None:
    contacts = (
        Contact("c1", "a1", "Quality lead", initials="QL"),
        Contact("c2", "a1", "Clerk"),
    )
    found = Week(
        meetings=(
            made.meeting("m1", chair="QL", host="Everyone", prepares="minutes of the last one"),
            made.meeting("m2", child="Child D", attending=("quality LEAD",), prepares="clerk"),
            made.meeting("m3", child="Child E", host="everyone", chair="Clerk"),
        ),
        people=known_as(contacts),
    )
    shared = [(each.what, each.ids) for each in found.clashes]
    assert shared == [("Clerk", ("m2", "m3")), ("Quality lead", ("m1", "m2"))]


@pytest.mark.parametrize(
    ("support", "shared"),
    [("Social worker", 0), ("Advocate and participation LEAD", 1), ("", 0)],
)
def test_a_supporter_is_one_person_only_where_a_contact_is_meant(support: str, shared: int) -> None:
    planned = [
        talks.stepped(
            talks.agreed(talks.person(child=child)),
            Step.PLAN,
            support=support,
            place=f"Room {child}",
        )
        for child in ("Child A", "Child B")
    ]
    known = known_as([Contact("c1", "a1", "Participation lead")])
    found = Week(conversations=conversations(planned), people=known).clashes
    assert [each.what for each in found] == ["Participation lead"] * shared


def test_agencies_at_both_are_named() -> None:
    one = made.slot("a", child="C", agencies=("council", "camhs"))
    (clash,) = clashes([one, made.slot("b", child="C", agencies=("camhs", "police"))])
    assert clash.agencies == ("camhs",)


@pytest.mark.parametrize(
    ("day", "on_site", "what"),
    [
        (date(2026, 11, 16), True, ""),
        (date(2026, 11, 20), True, ""),
        (date(2026, 11, 21), True, "fieldwork"),
        (date(2026, 11, 13), True, "fieldwork"),
        (date(2026, 11, 2), False, ""),
        (date(2026, 11, 22), False, ""),
        (date(2026, 11, 1), False, "three weeks"),
        (date(2025, 11, 17), False, "three weeks"),
    ],
)
def test_which_days_belong_to_it(day: date, *, on_site: bool, what: str) -> None:
    slot = made.slot("a", on_site=on_site)
    moved = replace(slot, start=_on(slot, day), end=_on(slot, day) + timedelta(hours=1))
    found = [each.sentence for each in concerns([moved], Span(MONDAY))]
    assert len(found) == bool(what)
    assert all(what in each for each in found)


def test_fieldwork_that_starts_on_a_tuesday_ends_on_the_friday() -> None:
    span = Span(date(2026, 11, 17))
    assert (span.first, span.last_on_site) == (date(2026, 11, 2), date(2026, 11, 20))
    assert not span.is_on_site(date(2026, 11, 16))


@pytest.mark.parametrize(
    ("minutes", "given", "found"),
    [
        (0, {"in_person": True}, 1),
        (0, {}, 0),
        (0, {"in_person": True, "place": "School, quiet room"}, 0),
        (300, {"in_person": True}, 0),
        (-120, {"in_person": True}, 0),
        (-90, {"in_person": True}, 1),
        (4 * 24 * 60, {"in_person": True}, 0),
    ],
)
def test_a_child_out_of_lessons_is_a_remark(
    minutes: int, given: dict[str, object], found: int
) -> None:
    slots = [made.slot("a", minutes, 60, **given)]
    seen = list(concerns(slots, None))
    assert [each.kind for each in seen] == [ConcernKind.SCHOOL_HOURS] * found
    assert all(each.is_remark for each in seen)


def test_a_remark_about_a_conversation_can_be_accepted_too() -> None:
    found = Week(conversations=conversations([talks.confirmed()]), fieldwork=date(2026, 11, 2))
    (outside,) = (each for each in found.judged.open if "fieldwork week" in each.sentence)
    acceptance = accept(outside, "Asked for by the lead inspector", made.SENT, made.BY)
    again = replace(found, acceptances={outside.key: acceptance})
    assert [each.warned.key for each in again.judged.accepted] == [outside.key]
    assert len(again.judged.open) == len(found.judged.open) - 1


def _on(slot: Slot, day: date) -> datetime:
    return slot.start.replace(year=day.year, month=day.month, day=day.day)
