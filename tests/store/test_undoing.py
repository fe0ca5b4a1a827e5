"""Undo and redo: every step back, every step forth, and what stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.inspection import ClosureDay, CouncilSettings
from jtai_desktop.domain.milestones import Done, MilestoneNotes, SetByHand
from jtai_desktop.domain.moments import end_of_day
from jtai_desktop.domain.people import Agency, Contact, Duty, Responsibility
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import histories, inspections, milestones, people
from jtai_desktop.store import settings as council
from jtai_desktop.store.recording import Action
from jtai_desktop.store.vault import Store
from tests.store import scene
from tests.store.scene import COORDINATOR, HERE, KEYS, NOW, act


def note(store: Store, text: str, *, undoable: bool = True, key: str = "meetings") -> None:
    """Note something about a milestone."""
    notes = MilestoneNotes(key, Done(NOW, COORDINATOR, text))
    act(
        store,
        lambda doing: milestones.save(doing.session, HERE, notes),
        f"Noted {text}",
        undoable=undoable,
    )


def undo(store: Store) -> str:
    """Undo one step; what it was."""
    return store.undo(HERE, at=NOW, actor="Deputy", on_behalf_of=COORDINATOR).summary


def redo(store: Store) -> str:
    """Redo one step; what it was."""
    return store.redo(HERE, at=NOW, actor="Deputy", on_behalf_of=COORDINATOR).summary


def noted(store: Store) -> str | None:
    """What is noted about the meetings."""
    with store.reading() as session:
        notes = {one.key: one for one in milestones.load(session, HERE)}
    done = notes["meetings"].done
    return done.note if done else None


def test_a_step_back_and_forth_has_its_own_lines(store: Store) -> None:
    note(store, "a")
    assert (store.undo_next(HERE), store.redo_next(HERE)) == ("Noted a", None)
    changes = store.undo(HERE, at=NOW, actor="Deputy", on_behalf_of=COORDINATOR)
    assert changes.summary == "Undone: Noted a"
    assert changes.touched == {(Kind.MILESTONE, "meetings")}
    assert (store.undo_next(HERE), store.redo_next(HERE)) == (None, "Noted a")
    assert noted(store) is None
    assert redo(store) == "Done again: Noted a"
    assert noted(store) == "a"
    with store.reading() as session:
        lines = histories.lines(session, HERE, about=(Kind.MILESTONE, "meetings"))
    assert [(line.number, line.action) for line in lines[:3]] == [
        (4, "redo"),
        (3, "undo"),
        (2, "test.act"),
    ]
    assert lines[0].signed == "Deputy for Inspection coordinator"
    assert store.verify() == ()


def test_a_hundred_and_twenty_steps_survive_closing(folder: Path) -> None:
    store = scene.hurry(scene.reopen(folder))
    before = scene.records(store)
    for number in range(120):
        note(store, f"{number}")
    after = scene.records(store)
    store.close()
    store = scene.hurry(scene.reopen(folder))
    for number in reversed(range(120)):
        assert undo(store) == f"Undone: Noted {number}"
    assert scene.records(store) == before
    store.close()
    store = scene.hurry(scene.reopen(folder))
    while store.redo_next(HERE):
        redo(store)
    assert scene.records(store) == after
    store.close()


def test_with_nothing_to_undo_it_says_so(store: Store) -> None:
    with pytest.raises(Refused, match="nothing to undo"):
        undo(store)
    with pytest.raises(Refused, match="nothing to do again"):
        redo(store)


def test_a_new_action_clears_what_could_be_done_again(store: Store) -> None:
    note(store, "a")
    undo(store)
    note(store, "b")
    assert store.redo_next(HERE) is None
    undo(store)
    assert store.redo_next(HERE) == "Noted b"


def test_an_action_that_stays_is_passed_over(store: Store) -> None:
    note(store, "a")
    note(store, "stays", undoable=False, key="fieldwork")
    assert undo(store) == "Undone: Noted a"
    assert store.redo_next(HERE) == "Noted a"
    note(store, "stays too", undoable=False, key="fieldwork")
    assert redo(store) == "Done again: Noted a"


def test_a_step_over_an_action_that_stays_is_refused(store: Store) -> None:
    note(store, "a")
    note(store, "stays", undoable=False)
    before = scene.dump(store)
    with pytest.raises(Refused, match="came after it and stays"):
        undo(store)
    assert scene.dump(store) == before


def test_a_new_record_that_others_now_refer_to_stays(store: Store) -> None:
    agency = Agency("a9", "other", "Other", "Other")
    act(store, lambda doing: people.add_agency(doing.session, HERE, agency))
    contact = Contact("c9", "a9", "Lead")
    act(store, lambda doing: people.add_contact(doing.session, HERE, contact), undoable=False)
    before = scene.dump(store)
    with pytest.raises(Refused, match="came after it and stays"):
        undo(store)
    assert scene.dump(store) == before
    note(store, "goes on")
    assert store.verify() == ()


def test_a_name_that_went_from_one_record_to_another_goes_back_and_forth(store: Store) -> None:
    with store.action(scene.deed("Changed agency")) as doing:
        people.remove_agency(doing.session, "insp-a1")
        doing.session.flush()
        people.add_agency(doing.session, HERE, Agency("a9", "police", "Other", "Other"))
    after = scene.records(store)
    undo(store)
    redo(store)
    assert scene.records(store) == after


def test_each_inspection_has_a_stack_of_its_own(store: Store) -> None:
    with store.action(scene.deed("Second begun", "second")) as doing:
        scene.begin(doing, "second")
    note(store, "a")
    assert store.undo_next("second") == "Second begun"
    store.undo("second", at=NOW, actor=COORDINATOR)
    with store.reading() as session:
        assert [one.id for one in inspections.listed(session)] == [HERE]
    store.redo("second", at=NOW, actor=COORDINATOR)
    with store.reading() as session:
        assert len(people.load(session, "second").contacts) == 2
    assert store.verify() == ()


def test_a_form_from_before_does_not_pass_for_one_from_after(store: Store) -> None:
    with store.action(scene.deed("Second begun", "second")) as doing:
        scene.begin(doing, "second")
    with store.reading() as session:
        old = inspections.load(session, "second")
    store.undo("second", at=NOW, actor=COORDINATOR)
    store.redo("second", at=NOW, actor=COORDINATOR)
    with pytest.raises(Refused, match="in the meantime"):
        act(store, lambda doing: inspections.change(doing.session, replace(old, area="x")))


def test_the_oldest_steps_are_let_go(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jtai_desktop.store.undoing.KEPT", 3)
    for number in range(5):
        note(store, f"{number}")
    assert [undo(store) for _ in range(3)] == [f"Undone: Noted {n}" for n in (4, 3, 2)]
    assert store.undo_next(HERE) is None


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=5)
DAYS = st.dates(date(2026, 11, 1), date(2026, 12, 31))
Step = Callable[[Action], object]


def _milestone(key: str, text: str, day: date, kind: int) -> Step:
    done = Done(NOW, text, text) if kind != 1 else None
    given_time = SetByHand(end_of_day(day), text) if kind != 0 else None
    notes = MilestoneNotes(key, done, given_time)
    return lambda doing: milestones.save(doing.session, HERE, notes)


def _inspection(text: str, day: date) -> Step:
    def change(doing: Action) -> None:
        old = inspections.load(doing.session, HERE)
        new = replace(old, area=text, fieldwork_typed=day, bank_holidays=((day, text),))
        inspections.change(doing.session, new)

    return change


def _contact(number: int, text: str) -> Step:
    """Add, change or remove a contact, whichever is possible."""

    def change(doing: Action) -> None:
        known = people.load(doing.session, HERE)
        if not known.agencies:
            people.add_agency(doing.session, HERE, Agency("a", "police", text, text))
            return
        contact = Contact(f"c{number}", known.agencies[0].id, text, text)
        if contact not in known.contacts and contact.id in {one.id for one in known.contacts}:
            people.change_contact(doing.session, contact)
        elif contact in known.contacts:
            people.remove_contact(doing.session, contact.id)
        else:
            people.add_contact(doing.session, HERE, contact)

    return change


def _owner(number: int) -> Step:
    def change(doing: Action) -> None:
        known = people.load(doing.session, HERE)
        contacts = [one.id for one in known.contacts] or [""]
        owner = contacts[number % len(contacts)]
        for duty in known.responsibilities:
            people.change_responsibility(doing.session, replace(duty, owner_id=owner))
        if not known.responsibilities:
            duty = Responsibility("r", Duty.SECTION, "1", deputy_id=owner)
            people.add_responsibility(doing.session, HERE, duty)

    return change


def _remove_agency(doing: Action) -> None:
    for agency in people.load(doing.session, HERE).agencies:
        people.remove_agency(doing.session, agency.id)


def _settings(text: str, days: list[date]) -> Step:
    closures = tuple(ClosureDay(f"d{number}", day, text) for number, day in enumerate(days))
    wanted = CouncilSettings(council=text, closures=closures)
    return lambda doing: council.save(doing.session, wanted)


STEPS = st.one_of(
    st.builds(_milestone, st.sampled_from(KEYS), TEXTS, DAYS, st.integers(0, 2)),
    st.builds(_inspection, TEXTS, DAYS),
    st.builds(_contact, st.integers(1, 3), TEXTS),
    st.builds(_owner, st.integers(0, 3)),
    st.just(_remove_agency),
    st.builds(_settings, TEXTS, st.lists(DAYS, max_size=2)),
)


@settings(
    max_examples=20,
    deadline=timedelta(seconds=20),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(STEPS, min_size=1, max_size=12))
def test_undoing_all_and_redoing_all_end_where_they_should(
    template: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    folder = tmp_path_factory.mktemp("random") / "vault"
    store = scene.hurry(scene.reopen(scene.copy(template, folder)))
    before = scene.records(store)
    for step in steps:
        act(store, step)
    after = scene.records(store)
    while store.undo_next(HERE):
        undo(store)
    assert scene.records(store) == before
    while store.redo_next(HERE):
        redo(store)
    assert scene.records(store) == after
    assert store.verify() == ()
    store.close()
