"""Evaluations and flags as actions: the example, what is undone, and the forms out and back."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from jtai_desktop.domain.evaluations.evaluation import Evaluation, Key, Part, Stage
from jtai_desktop.domain.flags import FlagState
from jtai_desktop.domain.moments import LONDON, at, end_of_day
from jtai_desktop.domain.people import Contact
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.remarks.of_day import remarks
from jtai_desktop.domain.remarks.remark import Grade
from jtai_desktop.services import (
    evaluation_forms,
    evaluations,
    flags,
    overview,
    papers,
    people,
    register,
    selection,
    undoing,
)
from jtai_desktop.services.evaluation_forms import Fate, Preview
from jtai_desktop.services.register import NewChild
from jtai_desktop.services.workspace import Workspace, standing_clock
from tests.exchange.evaluations.filled import FilledForm
from tests.services import scene

MONDAY = at(datetime(2026, 11, 9, 12, 0, tzinfo=LONDON))
ONE = Key(1, Part.EVALUATION)


def here(workspace: Workspace, inspection: str, called: str) -> Evaluation:
    """The evaluation of a child, such as “Child A police” or “Child A”."""
    found = overview.load(workspace, inspection).evaluated
    return next(each for each in found if f"{each.child} {each.agency}".strip() == called)


@pytest.fixture
def asked(bare_workspace: Workspace, bare: str) -> Workspace:
    """An inspection with two children, and the police asked for both."""
    for mark in "AB":
        register.add_child(bare_workspace, bare, NewChild(f"NM-{mark}", f"Child {mark}", 14))
    children = [each.id for each in overview.load(bare_workspace, bare).children]
    evaluations.ask(bare_workspace, bare, children, "police", MONDAY)
    return bare_workspace


def test_the_example_has_the_numbers_of_the_picture(workspace: Workspace, inspection: str) -> None:
    view = overview.load(workspace, inspection)
    found = view.evaluations()
    assert found.finished_of == "1 of 6 finished"
    joint = [found.joint_of(child.id) for child in view.children]
    assert [each.filled_of.partition(" ")[0] for each in joint if each] == [
        "10",
        "7",
        "4",
        "6",
        "9",
        "2",
    ]
    own = [found.own_back_of(child.id) for child in view.children]
    assert own == ["3/4", "1/3", "2/5", "1/3", "3/4", "0/4"]
    assert {each.evaluation.stage for each in found.entries} == set(Stage)
    (late,) = found.late
    assert (late.evaluation.child, late.late_by) == (
        "Child C",
        timedelta(hours=22, minutes=40),
    )
    assert [each.unsettled for each in joint if each and each.unsettled] == [(9,)]
    assert [flag.state for flag in view.flags] == [FlagState.CLOSED]
    assert view.day().flags == ()


def test_a_new_child_has_a_joint_evaluation(asked: Workspace, bare: str) -> None:
    assert here(asked, bare, "Child A").is_joint
    with pytest.raises(Refused, match="asked for already"):
        evaluations.ask(asked, bare, [here(asked, bare, "Child A").child_id], "police")
    with pytest.raises(Refused, match="no agency “moon”"):
        evaluations.ask(asked, bare, [here(asked, bare, "Child A").child_id], "moon")
    with pytest.raises(Refused, match="each child has one"):
        evaluations.take_back_request(asked, bare, here(asked, bare, "Child A").id)
    evaluations.take_back_request(asked, bare, here(asked, bare, "Child A police").id)
    assert len(overview.load(asked, bare).evaluated) == 3
    undoing.undo(asked, bare)
    assert here(asked, bare, "Child A police").internal == MONDAY


def test_what_is_written_is_undone_but_nothing_agreed(asked: Workspace, bare: str) -> None:
    own = here(asked, bare, "Child A police").id
    changes = evaluations.write(asked, bare, own, {ONE: "Seen early"})
    assert changes.summary == "Child A, Police: Question 1, Evaluation written"
    undoing.undo(asked, bare)
    assert here(asked, bare, "Child A police").stage is Stage.ASKED
    undoing.redo(asked, bare)
    evaluations.move(asked, bare, own, Stage.RETURNED)
    evaluations.move(asked, bare, own, Stage.AGREED)
    with pytest.raises(Refused, match="can’t be taken"):
        undoing.undo(asked, bare)
    with pytest.raises(Refused, match="Take it back"):
        evaluations.write(asked, bare, own, {ONE: "Other"})
    evaluations.move(asked, bare, own, Stage.RETURNED, "Police looked again")
    assert "Seen early" not in str([each.summary for each in scene.lines(asked, bare)])
    assert asked.store.verify() == ()


def test_the_verdict_comes_after_agreed_and_its_undo_leaves_that(
    asked: Workspace, bare: str
) -> None:
    joint, verdict = here(asked, bare, "Child A"), Key(0, "accurate")
    numbers = evaluations.frame_of(register.pack_of(asked, bare)).numbers
    texts = {Key(each, Part.EVALUATION): "Written" for each in numbers}
    evaluations.write(asked, bare, joint.id, texts)
    for stage in (Stage.RETURNED, Stage.AGREED):
        evaluations.move(asked, bare, joint.id, stage)
    evaluations.write(asked, bare, joint.id, {verdict: "Largely accurate"})
    assert here(asked, bare, "Child A").text(*verdict) == "Largely accurate"
    undoing.undo(asked, bare)
    left = here(asked, bare, "Child A")
    assert (left.texts, left.stage) == (texts, Stage.AGREED)
    with pytest.raises(Refused, match="can’t be taken"):
        undoing.undo(asked, bare)


def test_a_time_of_our_own_is_set_for_several_at_once(asked: Workspace, bare: str) -> None:
    found = [each.id for each in overview.load(asked, bare).evaluated]
    later = end_of_day(date(2026, 11, 11))
    evaluations.set_internal(asked, bare, found, later)
    assert {each.internal for each in overview.load(asked, bare).evaluated} == {later}
    assert overview.load(asked, bare).evaluations().late == ()


def test_a_child_taken_out_stands_apart(asked: Workspace, bare: str) -> None:
    child = here(asked, bare, "Child A").child_id
    selection.take_out_child(asked, bare, child, "Moved away")
    found = overview.load(asked, bare).evaluations()
    assert [each.evaluation.child for each in found.apart] == ["Child A", "Child A"]
    with pytest.raises(Refused, match="no longer among"):
        evaluations.write(asked, bare, here(asked, bare, "Child A").id, {ONE: "x"})
    with pytest.raises(Refused, match="no longer among"):
        evaluations.ask(asked, bare, [child], "camhs")


def test_an_open_flag_comes_before_everything_until_it_is_closed(
    asked: Workspace, bare: str
) -> None:
    view = overview.load(asked, bare)
    agency = next(each.id for each in view.agencies if each.key == "police")
    contact = Contact("", agency, "Police lead")
    owner = people.added(people.add_contact(asked, bare, contact))
    child = view.children[1].id
    with pytest.raises(Refused, match="Choose who acts"):
        flags.raise_flag(asked, bare, child, "Check the address", "nobody")
    flag = flags.added(flags.raise_flag(asked, bare, child, "Check the address", owner))
    first = remarks(overview.load(asked, bare).day())[0]
    assert (first.grade, first.sentence) == (
        Grade.ERROR,
        "Act now, Child B: Check the address",
    )
    assert undoing.next_steps(asked, bare)[0] != "Child B: “act now” raised"
    flags.confirm(asked, bare, flag, "Visited")
    assert len(overview.load(asked, bare).day().flags) == 1
    flags.close(asked, bare, flag, "Safe with an aunt")
    assert overview.load(asked, bare).day().flags == ()
    assert asked.store.verify() == ()


# ------------------------------------------------------------------ forms


def sent_out(workspace: Workspace, inspection: str, folder: Path, agency: str = "police") -> Path:
    path = folder / "form.xlsx"
    evaluation_forms.export(workspace, inspection, path, agency)
    return path


def filled(path: Path, *cells: tuple[str, str, str, object]) -> Path:
    book = FilledForm(path.read_bytes())
    for child, place, part, value in cells:
        book.put(child, place, part, value)
    path.write_bytes(book.xlsx())
    return path


def seen(workspace: Workspace, inspection: str, path: Path, child: str = "") -> Preview:
    return evaluation_forms.preview(workspace, inspection, path, child)


def test_a_form_goes_out_and_comes_back(asked: Workspace, bare: str, tmp_path: Path) -> None:
    path = sent_out(asked, bare, tmp_path)
    assert papers.logged(asked, bare)[0].variant == "Police, 2 children"
    filled(
        path,
        ("Child A", "1", Part.EVALUATION, "Seen early"),
        ("Child A", "1", Part.VIEW, "Was glad"),
        ("Child B", "0:individual-needs", Part.EVALUATION, "Hearing aid"),
    )
    found = seen(asked, bare, path)
    assert found.problems == ()
    assert [(each.called, each.place, each.fate) for each in found.changes] == [
        ("Child A, Police", "Question 1, Evaluation", Fate.NEW),
        ("Child A, Police", "Question 1, The child’s own view", Fate.NEW),
        (
            "Child B, Police",
            "Individual needs that arise from the child’s circumstances",
            Fate.NEW,
        ),
    ]
    assert here(asked, bare, "Child A police").texts == {}
    changes = evaluation_forms.apply(asked, bare, found)
    assert "3 texts, sha256" in changes.summary
    first, second = (here(asked, bare, f"Child {mark} police") for mark in "AB")
    assert [each.stage for each in first.moves] == [Stage.ASKED, Stage.DRAFTING, Stage.RETURNED]
    assert second.stage is Stage.DRAFTING
    assert seen(asked, bare, path).changes == ()
    undoing.undo(asked, bare)
    assert here(asked, bare, "Child A police").texts == {}
    assert asked.store.verify() == ()


def test_what_was_changed_here_as_well_is_a_conflict(
    asked: Workspace, bare: str, tmp_path: Path
) -> None:
    own = here(asked, bare, "Child A police").id
    evaluations.write(asked, bare, own, {ONE: "First", Key(2, Part.EVALUATION): "Second"})
    path = sent_out(asked, bare, tmp_path)
    filled(
        path,
        ("Child A", "1", Part.EVALUATION, "Theirs"),
        ("Child A", "2", Part.EVALUATION, "Second, theirs"),
    )
    evaluations.write(asked, bare, own, {ONE: "Ours"})
    found = seen(asked, bare, path)
    assert [(each.fate, each.exported, each.here, each.wanted) for each in found.changes] == [
        (Fate.CONFLICT, "First", "Ours", "Theirs"),
        (Fate.CHANGED, "Second", "Second", "Second, theirs"),
    ]
    evaluation_forms.apply(asked, bare, found)
    assert here(asked, bare, "Child A police").text(1, Part.EVALUATION) == "Ours"
    again = seen(asked, bare, path)
    evaluation_forms.apply(asked, bare, again, again.conflicts)
    assert here(asked, bare, "Child A police").text(1, Part.EVALUATION) == "Theirs"
    evaluations.write(asked, bare, own, {ONE: "Later"})
    with pytest.raises(Refused, match="changed here since"):
        evaluation_forms.apply(asked, bare, again, again.conflicts)


def test_a_form_of_elsewhere_is_named_and_nothing_is_taken(
    asked: Workspace, bare: str, tmp_path: Path
) -> None:
    path = filled(sent_out(asked, bare, tmp_path), ("Child A", "1", Part.EVALUATION, "Seen early"))
    other = scene.begin(asked, "Eastmoor")
    (trouble,) = seen(asked, other, path).problems
    assert "another inspection" in trouble.sentence
    wrong = here(asked, bare, "Child B").child_id
    of_one = seen(asked, bare, path, wrong)
    assert "not of the child" in of_one.problems[0].sentence
    with pytest.raises(Refused, match="Nothing was taken in"):
        evaluation_forms.apply(asked, bare, of_one)
    with pytest.raises(Refused, match="Ask for it first"):
        sent_out(asked, bare, tmp_path, "camhs")


def test_too_long_agreed_or_gone_is_named_by_place(
    asked: Workspace, bare: str, tmp_path: Path
) -> None:
    path = filled(
        sent_out(asked, bare, tmp_path),
        ("Child A", "1", Part.EVALUATION, "word " * 5_000),
        ("Child A", "2", Part.EVALUATION, "Fine"),
        ("Child B", "1", Part.EVALUATION, "Fine"),
    )
    child = here(asked, bare, "Child B").child_id
    selection.take_out_child(asked, bare, child, "Moved away")
    found = seen(asked, bare, path)
    said = [(str(each.spot), each.sentence) for each in found.problems]
    assert [place.partition(", column")[0] for place, _ in said] == [
        "Child A, row 9",
        "Child B, row 9",
    ]
    assert "10,000 is the most" in said[0][1]
    assert "no longer among" in said[1][1]
    with pytest.raises(Refused, match="Nothing was taken in"):
        evaluation_forms.apply(asked, bare, found)
    assert here(asked, bare, "Child A police").texts == {}


def test_a_newer_export_is_remarked_on(asked: Workspace, bare: str, tmp_path: Path) -> None:
    path = sent_out(asked, bare, tmp_path)
    first = path.rename(tmp_path / "first.xlsx")
    asked.clock = standing_clock(asked.now + timedelta(minutes=5))
    own = here(asked, bare, "Child A police").id
    evaluations.write(asked, bare, own, {ONE: "Ours"})
    sent_out(asked, bare, tmp_path)
    (remark,) = seen(asked, bare, first).remarks
    assert "there is one of Tue 10 Nov 2026, 10:45 since" in remark.sentence
