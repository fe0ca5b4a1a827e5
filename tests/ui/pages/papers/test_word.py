"""Papers that are published are saved for Word as well, and found again by their seal."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from jtai_desktop.services.word_papers import NOT_ENCRYPTED
from jtai_desktop.ui.pages.papers.page import PapersPage
from tests.ui.person import Person, spoken

LOG, WORD = "What left the program", "Save for Word…"


@pytest.fixture
def at_papers(at_example: Person) -> Person:
    at_example.inside.go("papers")
    at_example.settle()
    return at_example


def _page(person: Person) -> PapersPage:
    page = person.inside.page
    assert isinstance(page, PapersPage)
    return page


def test_the_self_evaluation_is_saved_for_word_and_its_line_found_by_its_seal(
    at_papers: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not _page(at_papers).leaving.word_button.isVisible()
    target, offered = tmp_path / "form.docx", []

    def choose(_parent: object, _title: str, name: str, kinds: str) -> tuple[str, str]:
        offered.append((name, kinds))
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    _page(at_papers).open_at("self-evaluation")
    at_papers.settle()
    before = spoken(at_papers.table(LOG))
    _page(at_papers).leaving.protect.box.setChecked(True)
    at_papers.click(WORD)
    assert NOT_ENCRYPTED in at_papers.inside._banner.accessibleName()
    assert (offered, spoken(at_papers.table(LOG))) == ([], before)
    _page(at_papers).leaving.protect.box.setChecked(False)
    at_papers.click(WORD)
    assert offered == [("self-evaluation-2026-11-10-full.docx", "Word document (*.docx)")]
    rows = spoken(at_papers.table(LOG))
    assert rows[1:] == before
    assert "Self-evaluation for the partnership, for Word, saved" in rows[0]
    seal = rows[0].partition("seal ")[2][:12]
    with zipfile.ZipFile(target) as package:
        assert f"Seal {seal}" in package.read("word/footer1.xml").decode()
        assert "Evaluation criteria" in package.read("word/document.xml").decode()
    # By the seal as it stands at the foot of a page, or by its first signs.
    for typed in (f"Seal {seal}", seal[:6].upper(), f"{seal[:4]} {seal[4:]}", "word saved"):
        _type_seal(at_papers, typed)
        assert spoken(at_papers.table(LOG)) == rows[:1], typed
    _type_seal(at_papers, "ffffffffffff")
    assert spoken(at_papers.table(LOG)) == []
    _type_seal(at_papers, "")
    assert spoken(at_papers.table(LOG)) == rows


def _type_seal(person: Person, typed: str) -> None:
    _page(person)._log._search.setText(typed)
    person.settle()
