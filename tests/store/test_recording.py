"""An action: all of it or nothing, one line, the right changes."""

from dataclasses import replace

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.milestones import Done, MilestoneNotes
from jtai_desktop.domain.people import Agency
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import histories, inspections, milestones, people, settings, views
from jtai_desktop.store.models import InspectionRow
from jtai_desktop.store.recording import Action
from jtai_desktop.store.vault import Store
from tests.store import scene
from tests.store.scene import COORDINATOR, HERE, NOW, act

DONE = MilestoneNotes("meetings", done=Done(NOW, COORDINATOR, "sent"))


def save(doing_session: Session, notes: MilestoneNotes = DONE) -> None:
    """Note that the meetings are done."""
    milestones.save(doing_session, HERE, notes)


def test_an_action_tells_what_it_touched_and_writes_one_line(store: Store) -> None:
    with store.action(scene.deed("Meetings done")) as doing:
        save(doing.session)
    assert doing.changes.summary == "Meetings done"
    assert doing.changes.touched == {(Kind.MILESTONE, "meetings")}
    with store.reading() as session:
        (line, _begun) = histories.lines(session, HERE)
    assert (line.number, line.when, line.who, line.action) == (2, NOW, COORDINATOR, "test.act")
    changes = {change.field: (change.before, change.after) for change in line.changes}
    assert changes["done_note"] == (None, "sent")
    assert set(changes) == {"done_at", "done_by", "done_note"}
    assert store.verify() == ()


def test_several_flushes_come_to_one_change_and_one_version(store: Store) -> None:
    with store.action(scene.deed()) as doing:
        for note in ("a", "b", "c"):
            save(doing.session, MilestoneNotes("meetings", done=Done(NOW, note, note)))
            doing.session.flush()
            doing.session.expire_all()
    with store.reading() as session:
        line = histories.lines(session, HERE, limit=1)[0]
    assert {change.after for change in line.changes} >= {"c"}
    assert ("meetings", 2) in {row[1:2] + row[-1:] for row in scene.dump(store)["milestones"]}
    assert store.verify() == ()


def test_nothing_changed_writes_nothing(store: Store) -> None:
    before = scene.dump(store)
    with store.action(scene.deed()) as doing:
        inspections.change(doing.session, inspections.load(doing.session, HERE))
    assert not doing.changes
    assert doing.number is None
    assert scene.dump(store) == before


def test_a_change_that_is_taken_back_is_no_change_to_tell(store: Store) -> None:
    with store.action(scene.deed()) as doing:
        save(doing.session)
        doing.session.flush()
        save(doing.session, MilestoneNotes("meetings"))
    with store.reading() as session:
        assert len(histories.lines(session, HERE)) == 1
    assert store.verify() == ()


@pytest.mark.parametrize("flush", [True, False])
def test_an_exception_takes_everything_back(store: Store, *, flush: bool) -> None:
    def fail(doing: Action) -> None:
        save(doing.session)
        scene.begin(doing, "second")
        if flush:
            doing.session.flush()
        raise KeyboardInterrupt

    before = scene.dump(store)
    with pytest.raises(KeyboardInterrupt):
        act(store, fail)
    assert scene.dump(store) == before
    act(store, lambda again: save(again.session))
    assert store.verify() == ()


def test_a_broken_reference_takes_everything_back(store: Store) -> None:
    before = scene.dump(store)
    with pytest.raises(IntegrityError), store.action(scene.deed()) as doing:
        people.add_agency(doing.session, "nowhere", Agency("x", "x", "X", "X"))
    assert scene.dump(store) == before
    assert not scene.raw(store).in_transaction
    act(store, lambda doing: save(doing.session))
    assert store.verify() == ()


def test_a_save_from_an_old_record_is_refused(store: Store) -> None:
    with store.reading() as session:
        old = inspections.load(session, HERE)
    act(store, lambda doing: inspections.change(doing.session, replace(old, area="Southmoor")))
    with pytest.raises(Refused, match="changed in the meantime"):
        act(store, lambda doing: inspections.change(doing.session, replace(old, area="Eastmoor")))
    with store.reading() as session:
        now = inspections.load(session, HERE)
    assert (now.area, now.version) == ("Southmoor", old.version + 1)


def test_a_row_that_changed_under_the_session_is_refused(store: Store) -> None:
    def meanwhile(doing: Action) -> None:
        row = doing.session.get_one(InspectionRow, HERE)
        scene.raw(store).execute("UPDATE inspections SET version = 9")
        row.area = "Southmoor"

    with pytest.raises(Refused, match="changed in the meantime"):
        act(store, meanwhile)


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
def test_a_character_that_no_database_keeps_is_refused(store: Store, text: str) -> None:
    before = scene.dump(store)
    with pytest.raises(Refused, match="can’t be kept"):
        act(store, lambda doing: save(doing.session, MilestoneNotes("meetings", Done(NOW, text))))
    assert scene.dump(store) == before


@pytest.mark.parametrize(
    "text", ["<b>&</b>", "=cmd", "שלום", "\x07\x1b\r\n", "Łukasz", "n" * 10_000]
)
def test_any_other_text_is_kept_as_it_is(store: Store, text: str) -> None:
    notes = MilestoneNotes("meetings", Done(NOW, text, text))
    act(store, lambda doing: save(doing.session, notes))
    with store.reading() as session:
        assert notes in milestones.load(session, HERE)
    assert store.verify() == ()


def test_a_full_disk_is_one_sentence_and_loses_nothing(store: Store) -> None:
    raw = scene.raw(store)
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages}")
    before = scene.dump(store)
    long = MilestoneNotes("meetings", Done(NOW, COORDINATOR, "n" * 100_000))
    with pytest.raises(Refused, match="disk is full"):
        act(store, lambda doing: save(doing.session, long))
    assert scene.dump(store) == before
    raw.execute(f"PRAGMA max_page_count = {pages + 1000}")
    act(store, lambda doing: save(doing.session, long))
    assert store.verify() == ()


def test_view_state_is_no_history_and_nothing_else_is_written_so(store: Store) -> None:
    with store.noting() as session:
        views.put(session, "timetable", {"sort": ["due", True]})
    with store.reading() as session:
        assert views.get(session, "timetable") == {"sort": ["due", True]}
        assert views.get(session, "today") is None
        assert len(histories.lines(session, HERE)) == 1
    with pytest.raises(RuntimeError, match="use an action"), store.noting() as session:
        save(session)
    assert store.verify() == ()


def test_nothing_is_written_while_reading_or_past_the_session(store: Store) -> None:
    with pytest.raises(RuntimeError, match="while reading"), store.reading() as session:
        save(session)
    with pytest.raises(RuntimeError, match="miss it"), store.action(scene.deed()) as doing:
        doing.session.execute(update(InspectionRow).values(area="Southmoor"))


def test_the_vault_has_a_chain_of_its_own(store: Store) -> None:
    with store.action(scene.deed("Clock stopped", "")) as doing:
        settings.stop_clock(doing.session, NOW)
    assert doing.changes.kinds == {Kind.SETTING}
    with store.reading() as session:
        assert [line.summary for line in histories.lines(session, "")] == ["Clock stopped"]
    assert store.verify() == ()


def test_errors_carry_no_values(store: Store) -> None:
    canary = "canary-6f1d"
    twice = Agency("x", "police", canary, canary)
    with pytest.raises(IntegrityError) as caught:
        act(store, lambda doing: people.add_agency(doing.session, HERE, twice))
    assert canary not in str(caught.value)
