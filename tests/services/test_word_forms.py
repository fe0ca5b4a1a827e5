"""Forms for Word as actions, all three kinds: out, filled in whole, previewed, taken in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jtai_desktop.domain.audits.audit import CaseFact, Fact
from jtai_desktop.domain.audits.entries import Field
from jtai_desktop.domain.audits.entries import Part as Entries
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.evaluations.form import WHOSE, FormFound
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange import evaluation_asking
from jtai_desktop.exchange.evaluation_asking import heard
from jtai_desktop.exchange.register_worker import EVALUATIONS, LIMITS, answer
from jtai_desktop.services import (
    audit_entries,
    audit_forms,
    audits,
    evaluation_forms,
    evaluations,
    overview,
    papers,
    register,
    self_evaluation_forms,
)
from jtai_desktop.services.evaluation_forms import Preview
from jtai_desktop.services.register import NewChild
from jtai_desktop.services.workspace import Workspace
from tests.exchange.evaluations.filled_word import KEPT, FilledDocument
from tests.services import scene
from tests.services.test_evaluations import MONDAY

Sent = tuple[str, str, str]  # sheet, place, part


class Kind:
    """A kind of form, with something to ask of somebody."""

    def __init__(self, workspace: Workspace, inspection: str, path: Path) -> None:
        self.workspace, self.inspection, self.path = workspace, inspection, path

    def prepare(self) -> None:
        """Have something to ask."""

    def export(self) -> Changes:
        """Write the form."""
        raise NotImplementedError

    def preview(self, inspection: str = "") -> Preview:
        """What it would change."""
        raise NotImplementedError

    def apply(self, seen: Preview) -> Changes:
        """Take it in."""
        raise NotImplementedError


class OfChildren(Kind):
    """The form of the police for two children."""

    def prepare(self) -> None:
        for mark in "AB":
            child = NewChild(f"NM-{mark}", f"Child {mark}", 14)
            register.add_child(self.workspace, self.inspection, child)
        children = [each.id for each in overview.load(self.workspace, self.inspection).children]
        evaluations.ask(self.workspace, self.inspection, children, "police", MONDAY)

    def export(self) -> Changes:
        return evaluation_forms.export(self.workspace, self.inspection, self.path, "police")

    def preview(self, inspection: str = "") -> Preview:
        return evaluation_forms.preview(self.workspace, inspection or self.inspection, self.path)

    def apply(self, seen: Preview) -> Changes:
        return evaluation_forms.apply(self.workspace, self.inspection, seen)


class OfSelf(Kind):
    """The joint form of the self-evaluation."""

    def export(self) -> Changes:
        return self_evaluation_forms.export(self.workspace, self.inspection, self.path)

    def preview(self, inspection: str = "") -> Preview:
        wanted = inspection or self.inspection
        return self_evaluation_forms.preview(self.workspace, wanted, self.path)

    def apply(self, seen: Preview) -> Changes:
        return self_evaluation_forms.apply(self.workspace, self.inspection, seen)


class OfAudit(Kind):
    """The form of the police for two cases with two key lines."""

    def prepare(self) -> None:
        workspace, inspection = self.workspace, self.inspection
        audit = audits.begun(audits.begin(workspace, inspection, {Fact.THEME: "Mental health"}))
        audits.add_team(workspace, inspection, audit, "Police & <others>")
        for number in (1, 2):
            audits.add_case(workspace, inspection, audit, {CaseFact.REFERENCE: f"Case {number}"})
        for text in ("Seen early?", '=Heard "well"?\nBy whom?'):
            audit_entries.add(workspace, inspection, audit, Entries.LINE, {Field.TEXT: text})

    def export(self) -> Changes:
        (audit,) = overview.load(self.workspace, self.inspection).audited
        team = audit.teams[0].id
        return audit_forms.export(self.workspace, self.inspection, self.path, audit.id, team)

    def preview(self, inspection: str = "") -> Preview:
        return audit_forms.preview(self.workspace, inspection or self.inspection, self.path)

    def apply(self, seen: Preview) -> Changes:
        return audit_forms.apply(self.workspace, self.inspection, seen)


KINDS = (OfChildren, OfSelf, OfAudit)
COUNTS = {OfChildren: 2 * (2 + 10 * 4), OfSelf: 71 * 3, OfAudit: 2 * 2 * 4}
Make = Callable[[type[Kind]], Kind]


@pytest.fixture
def make(
    bare_workspace: Workspace, bare: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Make:
    """Files are read on the thread that asks: a worker takes long to begin."""

    def read(path: Path, *_: object, what: str = EVALUATIONS) -> FormFound:
        said = answer(path, LIMITS, what)
        if "refused" in said:
            raise Refused(said["refused"][1], place=said["refused"][0])
        return heard(said["answer"])

    def made(kind: type[Kind]) -> Kind:
        found = kind(bare_workspace, bare, tmp_path / "form.docx")
        found.prepare()
        return found

    monkeypatch.setattr(evaluation_asking, "ask", read)
    return made


def out(kind: Kind) -> FilledDocument:
    kind.export()
    return FilledDocument(kind.path.read_bytes())


def every_part(form: FilledDocument) -> list[Sent]:
    """Every box that can be written into."""
    rows = [dict(zip(form.kept["keys"], row, strict=False)) for row in form.kept["rows"]]
    return [
        (row["sheet"], row["place"], part)
        for row in rows
        if row["place"] != WHOSE
        for part in row["parts"].split()
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_of_every_row_comes_back(make: Make, kind: type[Kind]) -> None:
    made = make(kind)
    form = out(made)
    parts = every_part(form)
    assert len(parts) == COUNTS[kind]
    wanted = [f"Answer {at}\n\tits second line" for at in range(len(parts))]
    for place, text in zip(parts, wanted, strict=True):
        form.put(*place, text)
    made.path.write_bytes(form.docx())
    seen = made.preview()
    assert (seen.problems, seen.remarks) == ((), ())
    assert [each.wanted for each in seen.changes] == wanted
    assert f"{len(parts)} texts" in made.apply(seen).summary
    assert made.preview().changes == ()
    again = out(made)
    assert [again.text(*place) for place in parts] == wanted
    seen = made.preview()
    assert (seen.changes, seen.problems, seen.remarks) == ((), (), ())
    assert seen.unchanged == len(parts)
    assert made.workspace.store.verify() == ()


@pytest.mark.parametrize("kind", KINDS)
def test_of_a_form_with_a_problem_nothing_is_taken(make: Make, kind: type[Kind]) -> None:
    made = make(kind)
    form = out(made)
    first, *_, last = every_part(form)
    form.put(*first, "Seen early")
    form.take_out(form.box(*last))
    made.path.write_bytes(form.docx())
    seen = made.preview()
    assert "The answer box is gone" in seen.problems[0].sentence
    assert all(each.wanted for each in seen.changes)
    with pytest.raises(Refused, match="Nothing was taken in"):
        made.apply(seen)


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_of_another_inspection_or_kind_is_refused_whole(
    make: Make, kind: type[Kind]
) -> None:
    made = make(kind)
    made.export()
    (trouble,) = made.preview(scene.begin(made.workspace, "Eastmoor")).problems
    assert trouble.sentence.startswith("This file was exported from another inspection")
    form = FilledDocument(made.path.read_bytes())
    form.parts[KEPT] = form.parts[KEPT].replace(form.kept["head"][0].encode(), b"another-vault")
    made.path.write_bytes(form.docx())
    assert "another vault" in made.preview().problems[0].sentence
    others = (each for each in KINDS if each is not kind)
    for other in others:
        with pytest.raises(Refused, match="no form that was exported from here"):
            other(made.workspace, made.inspection, made.path).preview()


def test_what_left_is_logged_and_the_form_says_how_to_send_it_back(make: Make) -> None:
    made = make(OfChildren)
    form = out(made)
    entry = papers.logged(made.workspace, made.inspection)[0]
    assert (entry.paper, entry.variant) == ("Evaluation form", "Police, 2 children, for Word")
    said = " ".join(form.root.itertext())
    assert "kept as .docx" in said
    assert ".xlsx" not in said
    assert entry.seal in said


def test_the_worker_reads_a_document_in_a_process_of_its_own(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    made = OfSelf(bare_workspace, bare, tmp_path / "form.docx")
    form = out(made)
    form.put("Good practice markers", "9", "evaluation", "Quick")
    made.path.write_bytes(form.docx())
    seen = made.preview()
    assert [(str(each.spot), each.wanted) for each in seen.changes] == [
        ("Good practice markers, Marker 9, “Evaluation”", "Quick")
    ]
