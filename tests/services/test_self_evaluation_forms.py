"""Forms of the self-evaluation as actions: out, back, compared; what is wrong is named by place."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from jtai_desktop.domain.evaluations.form import FormFound
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.self_evaluation.answer import JOINT, Part
from jtai_desktop.exchange import evaluation_asking
from jtai_desktop.exchange.evaluation_asking import heard
from jtai_desktop.exchange.evaluation_reading import SELF_SHAPE, read_forms
from jtai_desktop.exchange.register_worker import LIMITS
from jtai_desktop.services import (
    overview,
    self_evaluation,
    self_evaluation_forms,
    self_points,
    undoing,
)
from jtai_desktop.services.evaluation_forms import Fate, Preview
from jtai_desktop.services.workspace import Workspace
from tests.exchange.evaluations.filled import FilledForm, Formula
from tests.services import scene

CRITERIA, MARKERS = "Evaluation criteria", "Good practice markers"


@pytest.fixture(autouse=True)
def without_a_worker() -> Iterator[None]:
    """Files are read on the thread that asks: a worker takes long to begin."""

    def read(path: Path, *_: object, what: str) -> FormFound:
        assert what == "self-evaluation"
        return heard(read_forms(path, LIMITS, SELF_SHAPE))

    with patch.object(evaluation_asking, "ask", read):
        yield


class Away:
    """A form that went out to an agency."""

    def __init__(self, workspace: Workspace, inspection: str, folder: Path) -> None:
        self.workspace, self.inspection = workspace, inspection
        self.path = folder / "form.xlsx"

    def out(self, agency: str = "police") -> FilledForm:
        self_evaluation_forms.export(self.workspace, self.inspection, self.path, agency)
        return FilledForm(self.path.read_bytes())

    def back(self, form: FilledForm, inspection: str = "") -> Preview:
        self.path.write_bytes(form.xlsx())
        return self_evaluation_forms.preview(
            self.workspace, inspection or self.inspection, self.path
        )

    def apply(self, seen: Preview, *, theirs: bool = False) -> str:
        take = seen.conflicts if theirs else ()
        return self_evaluation_forms.apply(self.workspace, self.inspection, seen, take).summary

    def text(self, key: str, agency: str, part: Part = Part.EVALUATION) -> str:
        entry = overview.load(self.workspace, self.inspection).self_evaluation().entry(key)
        assert entry is not None
        answer = entry.of(agency)
        return answer.text(part) if answer else ""

    def write(self, key: str, agency: str, text: str) -> None:
        wanted = {Part.EVALUATION: text}
        self_evaluation.write(self.workspace, self.inspection, key, agency, wanted)


@pytest.fixture
def away(bare_workspace: Workspace, bare: str, tmp_path: Path) -> Away:
    return Away(bare_workspace, bare, tmp_path)


def test_a_form_comes_back_untouched_and_says_so(away: Away) -> None:
    away.write("marker:9", "police", "=1+1\nWe wait")
    seen = away.back(away.out())
    assert (seen.changes, seen.problems, seen.remarks) == ((), (), ())
    assert seen.unchanged == 71 * 2


def test_texts_are_taken_in_as_one_action_and_undone(away: Away) -> None:
    form = away.out()
    form.put(CRITERIA, "34", "evaluation", "Officers refer.")
    form.put(MARKERS, "44", "impact", "57 of 63.")
    seen = away.back(form)
    assert [(each.fate, each.called, each.place) for each in seen.changes] == [
        (Fate.NEW, "ESN 34, Police", "Evaluation"),
        (Fate.NEW, "Marker 44, Police", "Evidence of impact"),
    ]
    assert "taken in: 2 texts" in away.apply(seen)
    assert away.text("marker:44", "police", Part.IMPACT) == "57 of 63."
    undoing.undo(away.workspace, away.inspection)
    assert away.text("criterion:34", "police") == ""
    assert away.workspace.store.verify() == ()


def test_the_joint_form_says_how_it_was_settled_and_holds_no_note(away: Away) -> None:
    given = {Part.EVALUATION: "Most are.", Part.NOTE: "Ask Child A"}
    self_evaluation.write(away.workspace, away.inspection, "criterion:23", JOINT, given)
    form = away.out(JOINT)
    assert "Ask Child A" not in str(form.sheets)
    form.put(CRITERIA, "23", "settled", "By the records.")
    away.apply(away.back(form))
    assert away.text("criterion:23", JOINT, Part.SETTLED) == "By the records."
    assert away.text("criterion:23", JOINT, Part.NOTE) == "Ask Child A"


def test_what_both_changed_is_taken_only_where_it_is_chosen(away: Away) -> None:
    away.write("marker:9", "police", "First")
    form = away.out()
    form.put(MARKERS, "9", "evaluation", "Theirs")
    away.write("marker:9", "police", "Ours")
    seen = away.back(form)
    (conflict,) = seen.conflicts
    assert (conflict.exported, conflict.here, conflict.wanted) == ("First", "Ours", "Theirs")
    away.apply(seen)
    assert away.text("marker:9", "police") == "Ours"
    away.apply(seen, theirs=True)
    assert away.text("marker:9", "police") == "Theirs"
    away.write("marker:9", "police", "Later")
    with pytest.raises(Refused, match="changed here since"):
        away.apply(seen, theirs=True)


def test_rows_moved_or_removed_stop_all_of_it_and_are_named(away: Away) -> None:
    form = away.out()
    form.put(CRITERIA, "34", "evaluation", "Officers refer.")
    form.take_row_out(MARKERS, "45")
    form.sheets[MARKERS].append(form.line(CRITERIA, "35"))
    form.take_row_out(CRITERIA, "35")
    seen = away.back(form)
    said = [str(each.problem) for each in seen.problems]
    assert any("of Evaluation criteria, the rows above it are of Good" in each for each in said)
    assert any("Marker 45 is no longer in this sheet" in each for each in said)
    assert any("ESN 35 is no longer in this sheet" in each for each in said)
    with pytest.raises(Refused, match="Nothing was taken in"):
        away.apply(seen)
    assert away.text("criterion:34", "police") == ""


def test_rows_sorted_otherwise_are_found_all_the_same(away: Away) -> None:
    form = away.out()
    form.put(MARKERS, "9", "evaluation", "Quick")
    rows = form.sheets[MARKERS]
    rows[6:] = list(reversed(rows[6:]))
    seen = away.back(form)
    assert (len(seen.changes), seen.problems) == (1, ())


def test_a_form_of_another_inspection_or_kind_is_refused_whole(away: Away) -> None:
    form = away.out()
    form.put(MARKERS, "9", "evaluation", "Quick")
    other = scene.begin(away.workspace, "Eastmoor")
    (trouble,) = away.back(form, other).problems
    assert "another inspection" in trouble.sentence
    away.path.write_bytes(FilledForm(away.path.read_bytes()).xlsx())
    with pytest.raises(Refused, match="no workbook that was exported"):
        read_forms(away.path, LIMITS)


def test_too_long_a_formula_agreed_or_retired_is_named_by_place(away: Away) -> None:
    for key in ("marker:9", "marker:10"):
        away.write(key, "police", "Said")
    self_evaluation.agree(away.workspace, away.inspection, "marker:9", "police")
    form = away.out()
    form.put(CRITERIA, "34", "evaluation", "word " * 3_000)
    form.put(CRITERIA, "35", "evaluation", Formula("=1+1"))
    form.put(MARKERS, "9", "evaluation", "Other")
    form.put(MARKERS, "10", "evaluation", "Other")
    self_points.retire(away.workspace, away.inspection, "marker:10", "Twice")
    seen = away.back(form)
    said = {(each.spot.sheet, each.spot.row): each.sentence for each in seen.problems}
    assert "plain value" in said[CRITERIA, 18]
    assert "10,000 is the most" in said[CRITERIA, 17]
    assert "It is agreed" in said[MARKERS, 14]
    assert "no longer asked" in said[MARKERS, 15]
    assert away.text("criterion:34", "police") == ""


def test_an_agency_that_is_not_here_has_no_form(away: Away) -> None:
    with pytest.raises(Refused):
        away.out("fire")
