"""Forms of returns out and back: previewed, compared three ways, nothing half taken."""

from pathlib import Path

import pytest

from jtai_desktop.domain.audits.audit import Audit, CaseFact, Fact
from jtai_desktop.domain.audits.entries import Field
from jtai_desktop.domain.audits.entries import Part as Entries
from jtai_desktop.domain.audits.returns import Return, Stage
from jtai_desktop.domain.evaluations.evaluation import Key, Part
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import audit_entries, audit_forms, audits, overview, papers, undoing
from jtai_desktop.services.evaluation_forms import Fate, Preview
from jtai_desktop.services.workspace import Workspace
from tests.exchange.evaluations.filled import FilledForm, Formula
from tests.services import scene

ONE = Key(1, Part.EVALUATION)


@pytest.fixture
def audit(bare_workspace: Workspace, bare: str) -> str:
    """Two cases and two teams, two key lines."""
    audit_id = audits.begun(audits.begin(bare_workspace, bare, {Fact.THEME: "Mental health"}))
    for name in ("Police", "Hospital"):
        audits.add_team(bare_workspace, bare, audit_id, name)
    for number in (1, 2):
        said = {CaseFact.REFERENCE: f"Case {number}", CaseFact.FEATURES: "In care"}
        audits.add_case(bare_workspace, bare, audit_id, said)
    for text in ("Seen early?", "=Heard?"):
        audit_entries.add(bare_workspace, bare, audit_id, Entries.LINE, {Field.TEXT: text})
    return audit_id


def here(workspace: Workspace, inspection: str) -> Audit:
    return overview.load(workspace, inspection).audited[0]


def owed(workspace: Workspace, inspection: str, called: str) -> Return:
    found = here(workspace, inspection)
    return next(each for each in found.returns if found.called(each) == called)


def exported(workspace: Workspace, inspection: str) -> FilledForm:
    """The form of the police as it went out."""
    view = overview.load(workspace, inspection)
    audit = view.audited[0]
    paper = audit_forms.made(workspace, view, audit, audit.teams[0].id)
    return FilledForm(paper.content)


def back(workspace: Workspace, inspection: str, form: FilledForm, folder: Path) -> Preview:
    path = folder / "back.xlsx"
    path.write_bytes(form.xlsx())
    return audit_forms.preview(workspace, inspection, path)


@pytest.mark.usefixtures("audit")
def test_a_form_goes_out_with_its_cases_and_comes_back_with_answers(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    found = here(bare_workspace, bare)
    path = tmp_path / "out.xlsx"
    changes = audit_forms.export(bare_workspace, bare, path, found.id, found.teams[0].id)
    assert changes.summary.startswith("Audit return form")
    form = FilledForm(path.read_bytes())
    assert list(form.sheets)[:2] == ["Case 1", "Case 2"]
    assert form.line("Case 1", "2")[form.column("Case 1", "question")] == "=Heard?"
    form.put("Case 1", "1", Part.EVALUATION, "Yes, in March")
    form.put("Case 1", "2", Part.VIEW, "<b>“Nobody asked.”</b>")
    seen = back(bare_workspace, bare, form, tmp_path)
    assert (seen.problems, seen.remarks) == ((), ())
    assert [(each.fate, each.called, each.place) for each in seen.changes] == [
        (Fate.NEW, "Case 1, Police", "Key line 1, Evaluation"),
        (Fate.NEW, "Case 1, Police", "Key line 2, The child’s own view"),
    ]
    changes = audit_forms.apply(bare_workspace, bare, seen)
    assert "2 texts" in changes.summary
    one = owed(bare_workspace, bare, "Case 1, Police")
    assert (one.stage, one.text(ONE)) == (Stage.RECEIVED, "Yes, in March")
    assert owed(bare_workspace, bare, "Case 2, Police").stage is Stage.NOT_ASKED
    with pytest.raises(Refused, match="can’t be taken"):
        undoing.undo(bare_workspace, bare)
    assert back(bare_workspace, bare, form, tmp_path).changes == ()
    assert "March" not in str([each.summary for each in scene.lines(bare_workspace, bare)])
    assert bare_workspace.store.verify() == ()


@pytest.mark.usefixtures("audit")
def test_what_both_changed_is_taken_only_where_somebody_chooses_it(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    form = exported(bare_workspace, bare)
    form.put("Case 1", "1", Part.EVALUATION, "Theirs")
    audits.write(
        bare_workspace, bare, owed(bare_workspace, bare, "Case 1, Police").id, {ONE: "Ours"}
    )
    seen = back(bare_workspace, bare, form, tmp_path)
    (conflict,) = seen.conflicts
    audit_forms.apply(bare_workspace, bare, seen)
    assert owed(bare_workspace, bare, "Case 1, Police").text(ONE) == "Ours"
    seen = back(bare_workspace, bare, form, tmp_path)
    audit_forms.apply(bare_workspace, bare, seen, [conflict], returned=False)
    one = owed(bare_workspace, bare, "Case 1, Police")
    assert (one.text(ONE), one.stage) == ("Theirs", Stage.NOT_ASKED)
    undoing.undo(bare_workspace, bare)
    assert owed(bare_workspace, bare, "Case 1, Police").text(ONE) == "Ours"


def test_an_answer_never_lands_on_another_key_line_of_the_same_number(
    bare_workspace: Workspace, bare: str, audit: str, tmp_path: Path
) -> None:
    form = exported(bare_workspace, bare)
    form.put("Case 1", "2", Part.EVALUATION, "She was heard")
    line = here(bare_workspace, bare).of(Entries.LINE)[1]
    audit_entries.remove(bare_workspace, bare, line.id)
    audit_entries.add(bare_workspace, bare, audit, Entries.LINE, {Field.TEXT: "Something else?"})
    assert [each.number for each in here(bare_workspace, bare).of(Entries.LINE)] == [1, 2]
    seen = back(bare_workspace, bare, form, tmp_path)
    (trouble,) = seen.problems
    assert "Key line 2 was taken out here" in trouble.problem.sentence
    with pytest.raises(Refused, match="Nothing was taken in"):
        audit_forms.apply(bare_workspace, bare, seen)
    assert owed(bare_workspace, bare, "Case 1, Police").texts == {}


@pytest.mark.usefixtures("audit")
def test_what_moved_on_since_the_preview_stops_all(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    form = exported(bare_workspace, bare)
    for case in ("Case 1", "Case 2"):
        form.put(case, "1", Part.EVALUATION, "Theirs")
    seen = back(bare_workspace, bare, form, tmp_path)
    audits.write(
        bare_workspace, bare, owed(bare_workspace, bare, "Case 2, Police").id, {ONE: "Ours"}
    )
    with pytest.raises(Refused, match="changed here since"):
        audit_forms.apply(bare_workspace, bare, seen)
    assert owed(bare_workspace, bare, "Case 1, Police").texts == {}


@pytest.mark.usefixtures("audit")
def test_rows_moved_taken_out_and_typed_over_are_named_by_place(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    form = exported(bare_workspace, bare)
    form.put("Case 1", "1", Part.EVALUATION, "Yes")
    form.sheets["Case 1"].append(form.line("Case 2", "2"))
    form.take_row_out("Case 2", "2")
    form.put("Case 2", "0:child", Part.EVALUATION, "Case 9")
    form.put("Case 2", "1", Part.EVIDENCE, Formula("=1/0"))
    seen = back(bare_workspace, bare, form, tmp_path)
    said = [f"{each.spot}: {each.sentence}" for each in seen.problems]
    assert any("Case 1, row 9" in each and "rows above it are of Case 1" in each for each in said)
    assert any("question 2 are no longer in this sheet" in each for each in said)
    assert any("is the form of Case 2" in each for each in said)
    assert any("Case 2, row 7" in each and "“Evidence”" in each for each in said)
    with pytest.raises(Refused, match="Nothing was taken in"):
        audit_forms.apply(bare_workspace, bare, seen)
    assert owed(bare_workspace, bare, "Case 1, Police").texts == {}


def test_forms_of_others_are_refused(
    bare_workspace: Workspace, bare: str, audit: str, tmp_path: Path
) -> None:
    form = exported(bare_workspace, bare)
    form.put("Case 1", "1", Part.EVALUATION, "Yes")
    other = scene.begin(bare_workspace, "Eastmoor")
    (trouble,) = back(bare_workspace, other, form, tmp_path).problems
    assert "another inspection" in trouble.sentence
    found = here(bare_workspace, bare)
    line = found.of(Entries.LINE)[0].id
    audit_entries.remove(bare_workspace, bare, line)
    (trouble,) = back(bare_workspace, bare, form, tmp_path).problems
    assert "Key line 1 was taken out here" in trouble.sentence
    undoing.undo(bare_workspace, bare)
    pair = (found.cases[0].id, found.teams[0].id)
    audits.set_owed(bare_workspace, bare, audit, *pair, owed=False)
    (trouble,) = back(bare_workspace, bare, form, tmp_path).problems
    assert "no longer owed" in trouble.sentence
    (tmp_path / "own.xlsx").write_bytes(b"PK not a workbook")
    with pytest.raises(Refused):
        audit_forms.preview(bare_workspace, bare, tmp_path / "own.xlsx")


def test_there_is_no_form_without_key_lines_or_cases(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    audit_id = audits.begun(audits.begin(bare_workspace, bare, {Fact.THEME: "Neglect"}))
    audits.add_team(bare_workspace, bare, audit_id, "Police")
    team, path = here(bare_workspace, bare).teams[0].id, tmp_path / "out.xlsx"
    with pytest.raises(Refused, match="write the key lines of enquiry first"):
        audit_forms.export(bare_workspace, bare, path, audit_id, team)
    audit_entries.add(bare_workspace, bare, audit_id, Entries.LINE, {Field.TEXT: "Heard?"})
    with pytest.raises(Refused, match="no return is owed"):
        audit_forms.export(bare_workspace, bare, path, audit_id, team)
    assert not path.exists()
    assert papers.logged(bare_workspace, bare) == ()
