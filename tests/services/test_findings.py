"""Findings in a vault: what an action changes, its line, its undo, what it refuses."""

from datetime import date
from random import Random

import pytest

from jtai_desktop.domain.changes import Kind as Record
from jtai_desktop.domain.findings import draft as drafts
from jtai_desktop.domain.findings.draft import Draft
from jtai_desktop.domain.findings.finding import Finding, Kind, Way
from jtai_desktop.domain.findings.pasting import pasted
from jtai_desktop.domain.findings.writing import Typed
from jtai_desktop.domain.letters.letter import Facts
from jtai_desktop.domain.letters.statement import Step
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import (
    document_files,
    findings,
    histories,
    letter_files,
    letters,
    overview,
    statements,
    undoing,
)
from jtai_desktop.services.findings import NewLetter
from jtai_desktop.services.workspace import Workspace
from tests.exchange.letters_made import later
from tests.exchange.letters_set import Style

IMPROVEMENT = Typed(Kind.IMPROVEMENT, "Plans are late.")


@pytest.fixture(scope="module")
def read_draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    """What is in a letter of our own making."""
    path = tmp_path_factory.mktemp("letters") / "letter of findings.pdf"
    path.write_bytes(later(Random(5), Style()).pdf)  # noqa: S311 - chance for tests
    return letters.draft_of(letters.opened(path))


@pytest.fixture
def workspace(bare_workspace: Workspace) -> Workspace:
    """An inspection without a letter."""
    return bare_workspace


@pytest.fixture
def inspection(bare: str) -> str:
    """Its identity."""
    return bare


@pytest.fixture
def letter_id(workspace: Workspace, inspection: str) -> str:
    """A letter that was typed."""
    new = NewLetter(Facts(letter_date=date(2026, 3, 6), principal_authority="Northmoor Council"))
    return findings.touched(findings.add_letter(workspace, inspection, new), Record.LETTER)


def added(workspace: Workspace, inspection: str, letter_id: str) -> Finding:
    """A finding typed."""
    findings.add(workspace, inspection, letter_id, IMPROVEMENT)
    return findings.kept(workspace, inspection)[-1]


def summary(workspace: Workspace, inspection: str) -> str:
    """The newest line of history."""
    return histories.newest(workspace, inspection, 1)[0].summary


def test_only_what_was_confirmed_is_kept_in_one_step(
    workspace: Workspace, inspection: str, read_draft: Draft
) -> None:
    with pytest.raises(Refused, match="Nothing is confirmed yet"):
        findings.take_in(workspace, inspection, read_draft)
    assert findings.letters(workspace, inspection) == ()
    done = drafts.confirmed(read_draft, ["fact:letter_date", "fact:statement_due", "f0", "f1"])
    findings.take_in(workspace, inspection, done)
    (letter,) = findings.letters(workspace, inspection)
    kept = findings.kept(workspace, inspection)
    assert [(each.number, each.printed, each.way) for each in kept] == [
        (number, done.item(f"f{number - 1}").text, Way.READ) for number in (1, 2)
    ]
    assert (letter.file, letter.left) == ("letter of findings.pdf", len(done.left))
    assert letter.unplaced == len(done.unplaced)
    assert letter.facts.area is None  # not confirmed, so not kept
    assert letter.spots["statement_due"].page == done.item("fact:statement_due").page
    assert summary(workspace, inspection) == "2 findings and 2 facts of a letter kept"
    undoing.undo(workspace, inspection)
    assert not findings.letters(workspace, inspection)
    assert not findings.kept(workspace, inspection)


def test_one_goes_on_with_the_same_file_and_nothing_comes_twice(
    workspace: Workspace, inspection: str, read_draft: Draft
) -> None:
    findings.take_in(workspace, inspection, drafts.confirmed(read_draft, ["fact:area", "f0"]))
    again = findings.beside(workspace, inspection, read_draft)
    assert again.said.endswith("2 kept before")
    every = drafts.confirmed(again, [each.key for each in again.left])
    findings.take_in(workspace, inspection, every)
    (letter,) = findings.letters(workspace, inspection)
    kept = findings.kept(workspace, inspection)
    assert (
        len(kept)
        == len({each.printed for each in kept})
        == sum(not each.is_fact and each.is_placed for each in read_draft.items)
    )
    assert (letter.left, letter.facts.area) == (0, "Northmoor")
    assert [each.number for each in kept] == list(range(1, len(kept) + 1))


def test_a_pasted_block_goes_to_a_letter(
    workspace: Workspace, inspection: str, letter_id: str
) -> None:
    draft = pasted("Strengths\n• Partners meet.\n• Calls are taken.", Kind.IMPROVEMENT)
    done = drafts.confirmed(draft, [each.key for each in draft.items])
    findings.take_in(workspace, inspection, done, letter_id)
    kept = findings.kept(workspace, inspection)
    assert [(each.kind, each.heading, each.letter_id) for each in kept] == [
        (Kind.STRENGTH, "Strengths", letter_id)
    ] * 2
    with pytest.raises(Refused, match="no longer in the list"):
        findings.take_in(workspace, inspection, done, "gone")


def test_a_finding_is_typed_changed_given_to_agencies_and_taken_out(
    workspace: Workspace, inspection: str, letter_id: str
) -> None:
    one = added(workspace, inspection, letter_id)
    assert (one.number, one.text, one.way) == (1, "Plans are late.", Way.TYPED)
    findings.change(
        workspace,
        inspection,
        one.id,
        Typed(Kind.PRIORITY, " Plans come late. ", "Priority", page=4),
    )
    findings.set_agencies(workspace, inspection, [one.id], ["police", "council"])
    findings.retire(workspace, inspection, one.id, "Typed twice")
    (found,) = findings.kept(workspace, inspection)
    assert (found.kind, found.text, found.page) == (Kind.PRIORITY, "Plans come late.", 4)
    assert set(found.agencies) == {"council", "police"}
    assert found.retired is not None
    assert found.retired.words == "Typed twice"
    assert summary(workspace, inspection) == "Finding 1: taken out"
    with pytest.raises(Refused, match="taken out already"):
        findings.change(workspace, inspection, one.id, IMPROVEMENT)
    undoing.undo(workspace, inspection)
    assert findings.kept(workspace, inspection)[0].stands
    findings.retire(workspace, inspection, one.id, "Typed twice")
    findings.bring_back(workspace, inspection, one.id)
    assert findings.kept(workspace, inspection)[0].stands


def test_what_can_not_be_is_refused(workspace: Workspace, inspection: str, letter_id: str) -> None:
    one = added(workspace, inspection, letter_id)
    with pytest.raises(Refused, match="no agency “fire”"):
        findings.set_agencies(workspace, inspection, [one.id], ["fire"])
    with pytest.raises(Refused, match="Reason is empty"):
        findings.retire(workspace, inspection, one.id, " ")
    with pytest.raises(Refused, match="Text is empty"):
        findings.add(workspace, inspection, letter_id, Typed(Kind.STRENGTH, "\u200b"))
    with pytest.raises(Refused, match="Page: a number"):
        findings.add(workspace, inspection, letter_id, Typed(Kind.STRENGTH, "x", page=-1))
    with pytest.raises(Refused, match="findings of it are kept"):
        findings.remove_letter(workspace, inspection, letter_id)
    with pytest.raises(Refused, match="Choose another"):
        findings.retire(workspace, inspection, "gone", "x")
    assert len(findings.kept(workspace, inspection)) == 1


def test_facts_are_typed_and_a_letter_without_findings_can_go(
    workspace: Workspace, inspection: str, letter_id: str
) -> None:
    findings.set_fact(workspace, inspection, letter_id, "statement_due", "18 June 2026")
    findings.set_fact(workspace, inspection, letter_id, "theme", "  Neglect ")
    findings.set_fact(workspace, inspection, letter_id, "principal_authority", "")
    (letter,) = findings.letters(workspace, inspection)
    assert letter.facts.statement_due == date(2026, 6, 18)
    assert (letter.facts.theme, letter.facts.principal_authority) == ("Neglect", None)
    with pytest.raises(Refused, match="due before the letter"):
        findings.set_fact(workspace, inspection, letter_id, "statement_due", "5 March 2026")
    with pytest.raises(Refused, match="no such fact"):
        findings.set_fact(workspace, inspection, letter_id, "sent", "x")
    statements.add_usual_steps(workspace, inspection, letter_id)
    findings.remove_letter(workspace, inspection, letter_id)
    assert findings.letters(workspace, inspection) == ()
    assert overview.load(workspace, inspection).statement_steps == ()
    undoing.undo(workspace, inspection)
    assert len(overview.load(workspace, inspection).statement_steps) == 5


def test_steps_are_added_moved_held_and_taken_out(
    workspace: Workspace, inspection: str, letter_id: str
) -> None:
    statements.add_usual_steps(workspace, inspection, letter_id)
    with pytest.raises(Refused, match="steps already"):
        statements.add_usual_steps(workspace, inspection, letter_id)
    statements.add_step(workspace, inspection, letter_id, Step("Health board", 10, 3))
    last = overview.load(workspace, inspection).statement_steps[-1]
    statements.move_step(workspace, inspection, last.id, -1)
    names = [each.step.name for each in overview.load(workspace, inspection).statement_steps]
    assert names[-2:] == ["Health board", "Sign-off by chief officers"]
    statements.hold_step(workspace, inspection, last.id, held=True)
    statements.change_step(workspace, inspection, last.id, Step("Health", 9, 2, date(2026, 6, 1)))
    step = overview.load(workspace, inspection).statement_steps[-2]
    assert (step.step, step.held) == (Step("Health", 9, 2, date(2026, 6, 1)), True)
    statements.remove_step(workspace, inspection, last.id)
    assert len(overview.load(workspace, inspection).statement_steps) == 5
    first = overview.load(workspace, inspection).statement_steps[0]
    with pytest.raises(Refused, match="at the end already"):
        statements.move_step(workspace, inspection, first.id, -1)
    with pytest.raises(Refused, match="Choose another"):
        statements.remove_step(workspace, inspection, last.id)


def test_receipt_and_sending_reach_the_statement_and_the_day(
    workspace: Workspace, inspection: str, letter_id: str
) -> None:
    (found,) = overview.load(workspace, inspection).findings().statements
    assert (found.due, found.computed) == (date(2026, 6, 18), True)
    assert any("Written statement was due" in each for each in _remarks(workspace, inspection)) is (
        found.left < 0
    )
    statements.receive(workspace, inspection, letter_id, date(2026, 3, 9))
    (found,) = overview.load(workspace, inspection).findings().statements
    assert (found.due, found.received.assumed) == (date(2026, 6, 19), False)
    statements.mark_sent(workspace, inspection, letter_id, date(2026, 6, 12))
    (found,) = overview.load(workspace, inspection).findings().statements
    assert not found.is_wanted
    assert not [each for each in _remarks(workspace, inspection) if "statement" in each]


def _remarks(workspace: Workspace, inspection: str) -> list[str]:
    from jtai_desktop.domain.remarks.of_day import remarks

    return [each.sentence for each in remarks(overview.load(workspace, inspection).day())]


def test_a_letter_of_years_ago_is_counted_with_its_own_bank_holidays(
    workspace: Workspace, inspection: str
) -> None:
    facts = Facts(letter_date=date(2019, 12, 18), statement_due=date(2020, 3, 30))
    findings.add_letter(workspace, inspection, NewLetter(facts))
    (found,) = overview.load(workspace, inspection).findings().statements
    assert found.check is not None
    assert found.check.counted == date(2020, 3, 30)


def test_the_file_is_kept_in_the_vault_and_read_again(
    workspace: Workspace, inspection: str, read_draft: Draft
) -> None:
    done = drafts.confirmed(read_draft, ["f0"])
    findings.take_in(workspace, inspection, done, content=b"%PDF-1.7 made up %%EOF")
    (letter,) = findings.letters(workspace, inspection)
    file = letter_files.content_of(workspace, letter)
    assert (file.name, file.content) == ("letter of findings.pdf", b"%PDF-1.7 made up %%EOF")
    assert document_files.sweep(workspace) == 0
    undoing.undo(workspace, inspection)
    assert document_files.sweep(workspace) == 0  # it stays, as every file does
    assert workspace.store.verify() == ()
    findings.take_in(workspace, inspection, done)
    (letter,) = findings.letters(workspace, inspection)
    with pytest.raises(Refused, match="not in the vault"):
        letter_files.content_of(workspace, letter)


def test_where_nothing_is_kept_no_file_stays(
    workspace: Workspace, inspection: str, read_draft: Draft
) -> None:
    folder = workspace.store.files.folder
    before = set(folder.iterdir()) if folder.is_dir() else set()
    done = drafts.confirmed(read_draft, ["f0"])
    with pytest.raises(Refused, match="no longer in the list"):
        findings.take_in(workspace, inspection, done, "gone", b"%PDF-1.7 %%EOF")
    assert (set(folder.iterdir()) if folder.is_dir() else set()) == before
