"""Rows to records and back, topic by topic."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.inspection import ClosureDay, CouncilSettings
from jtai_desktop.domain.milestones import Agreed, Done, MilestoneNotes, SetByHand
from jtai_desktop.domain.moments import LONDON, Hour, Moment, end_of_day
from jtai_desktop.domain.people import Agency, Contact, Duty, Responsibility
from jtai_desktop.domain.printing import PrintEntry, Way
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import (
    histories,
    inspections,
    milestones,
    packs,
    people,
    printing,
    settings,
    values,
)
from jtai_desktop.store.vault import Store
from tests.store import scene
from tests.store.scene import COORDINATOR, HERE, KEYS, NOW, act


def test_an_inspection_reads_as_it_was_added_and_changed(store: Store) -> None:
    with store.reading() as session:
        assert inspections.load(session, HERE) == scene.inspection(HERE)
    changed = replace(
        scene.inspection(HERE),
        area="Łukasz’s <b>area</b>",
        notified=datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1),
        fieldwork_typed=date(2026, 11, 16),
        practice=True,
        bank_holidays=((date(2026, 12, 28), "Boxing Day"),),
    )
    act(store, lambda doing: inspections.change(doing.session, changed))
    with store.reading() as session:
        found = inspections.load(session, HERE)
    assert found == replace(changed, version=2)
    assert found.notified.utcoffset() == timedelta(0)


def test_inspections_are_listed_latest_first(store: Store) -> None:
    second = replace(scene.inspection("second"), notified=NOW)
    act(store, lambda doing: inspections.add(doing.session, second, KEYS))
    with store.reading() as session:
        assert [one.id for one in inspections.listed(session)] == ["second", HERE]
        with pytest.raises(Refused, match="removed"):
            inspections.load(session, "third")


@pytest.mark.parametrize(
    "notes",
    [
        MilestoneNotes("meetings"),
        MilestoneNotes("meetings", Done(NOW, COORDINATOR, "")),
        MilestoneNotes("meetings", set_by_hand=SetByHand(end_of_day(NOW.date()), "asked for")),
        MilestoneNotes(
            "meetings",
            Done(NOW, COORDINATOR),
            SetByHand(Moment(NOW.date()), ""),
            Agreed(Moment(NOW.date(), Hour.BEFORE, time(12, 0)), "Lead", NOW, "by telephone"),
        ),
        MilestoneNotes("one that the pack gained"),
    ],
)
def test_notes_read_as_they_were_saved(store: Store, notes: MilestoneNotes) -> None:
    act(store, lambda doing: milestones.save(doing.session, HERE, notes))
    with store.reading() as session:
        assert notes in milestones.load(session, HERE)


def test_milestones_begin_without_notes(store: Store) -> None:
    with store.reading() as session:
        found = milestones.load(session, HERE)
    assert found == tuple(MilestoneNotes(key) for key in sorted(KEYS))


def test_people_read_as_they_were_added_changed_and_removed(store: Store) -> None:
    health = Agency("a2", "health", "Northmoor Health", "Health", position=1)
    lead = Contact("c9", "a2", "Designated doctor", "AB", "01632 960001", "a@example.org", "Mon")
    duty = Responsibility("r2", Duty.SECTION, "3", owner_id="c9", deputy_id="insp-c2")
    with store.action(scene.deed()) as doing:
        people.add_agency(doing.session, HERE, health)
        people.add_contact(doing.session, HERE, lead)
        people.add_responsibility(doing.session, HERE, duty)
    assert doing.changes.kinds == {Kind.AGENCY, Kind.CONTACT, Kind.RESPONSIBILITY}
    with store.reading() as session:
        known = people.load(session, HERE)
    assert known.agencies[-1] == health
    assert lead in known.contacts
    assert duty in known.responsibilities
    with store.action(scene.deed()) as doing:
        people.change_agency(doing.session, replace(health, name="Health"))
        people.change_contact(doing.session, replace(lead, role="Nurse"))
        people.change_responsibility(doing.session, replace(duty, deputy_id=""))
        people.remove_responsibility(doing.session, "insp-r1")
    with store.reading() as session:
        known = people.load(session, HERE)
    assert known.agencies[-1].name == "Health"
    assert replace(lead, role="Nurse") in known.contacts
    assert known.responsibilities == (replace(duty, deputy_id=""),)


def test_an_agency_goes_with_its_people_and_what_they_were_named_for(store: Store) -> None:
    with store.action(scene.deed()) as doing:
        duty = Responsibility("insp-r1", Duty.MILESTONE, "meetings", "insp-c1", "insp-c2")
        people.change_responsibility(doing.session, duty)
    act(store, lambda doing: people.remove_agency(doing.session, "insp-a1"))
    with store.reading() as session:
        known = people.load(session, HERE)
    assert (known.agencies, known.contacts) == ((), ())
    assert [(one.owner_id, one.deputy_id) for one in known.responsibilities] == [("", "")]


def test_settings_are_the_usual_ones_until_set(store: Store) -> None:
    with store.reading() as session:
        assert settings.load(session) == CouncilSettings()
    wanted = CouncilSettings(
        "Northmoor Council",
        "",
        time(16, 30),
        (ClosureDay("d1", date(2026, 12, 24), "Closure"), ClosureDay("d2", NOW.date(), "", True)),
        20,
    )
    act(store, lambda doing: settings.save(doing.session, wanted))
    with store.reading() as session:
        found = settings.load(session)
    assert found == replace(wanted, closures=wanted.closures[::-1])
    with store.action(scene.deed()) as doing:
        settings.remove_closure(doing.session, "d1")
        settings.add_closure(doing.session, ClosureDay("d3", NOW.date(), "Other"))
    assert doing.changes.touched == {(Kind.CLOSURE, "d1"), (Kind.CLOSURE, "d3")}


def test_only_what_differs_is_written(store: Store) -> None:
    act(store, lambda doing: settings.save(doing.session, CouncilSettings("A")))
    changes = act(store, lambda doing: settings.save(doing.session, CouncilSettings("B")))
    assert changes.touched == {(Kind.SETTING, "council")}


def test_papers_are_listed_newest_first(store: Store) -> None:
    first = PrintEntry(
        "p1", NOW, COORDINATOR, "Daily checklist", "everyone", NOW, 2, Way.PRINTED, NOW.date(), "s"
    )
    second = replace(first, id="p2", when=NOW + timedelta(minutes=1), way=Way.SAVED)
    for entry in (second, first):
        with store.action(scene.deed(undoable=False)) as doing:
            printing.add(doing.session, HERE, entry)
    with store.reading() as session:
        assert printing.listed(session, HERE) == (second, first)
    assert store.undo_next(HERE) is None


def test_a_pack_is_kept_word_for_word_and_never_changed(store: Store) -> None:
    with store.noting() as session:
        packs.keep(session, "pack", "1", "[pack]")
        packs.keep(session, "pack", "2", "[other] ü")
    with store.reading() as session:
        assert packs.load(session, "pack", "2") == "[other] ü"
        assert packs.load(session, "pack", "3") is None
    with pytest.raises(Refused, match="another text"), store.noting() as session:
        packs.keep(session, "pack", "1", "[else]")


def test_history_about_one_record_is_about_that_record_only(store: Store) -> None:
    for key in ("meetings", "fieldwork"):
        notes = MilestoneNotes(key, Done(NOW, "meetings", "about the meetings"))
        with store.action(scene.deed(f"On {key}")) as doing:
            milestones.save(doing.session, HERE, notes)
    with store.reading() as session:
        about = histories.lines(session, HERE, about=(Kind.MILESTONE, "meetings"))
        assert [line.summary for line in about] == ["On meetings", "Something done"]
        assert len(histories.lines(session, HERE, limit=2)) == 2
        assert histories.lines(session, HERE, about=(Kind.AGENCY, "meet%")) == ()


@given(st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(LONDON)))  # noqa: DTZ001
def test_any_instant_reads_as_written(when: datetime) -> None:
    kept = values.instant_of(values.instant(when))
    assert kept.timestamp() == when.timestamp()
    assert kept.tzinfo is LONDON
