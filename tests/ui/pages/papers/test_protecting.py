"""A saved file with a passphrase of its own: asked for, refused if weak, forgotten afterwards."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QFileDialog

from jtai_desktop.ui.pages.papers.page import PapersPage
from tests.ui.person import Person, spoken

FIELD, BOX, LOG = "Passphrase for the file", "Protect the saved file", "What left the program"
SECRET = "amber kettle orbit thistle"


@pytest.fixture
def at_papers(at_example: Person) -> Person:
    at_example.inside.go("papers")
    at_example.settle()
    return at_example


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    return path


def _opens(path: Path, passphrase: str) -> bool:
    try:
        with pikepdf.open(BytesIO(path.read_bytes()), password=passphrase) as pdf:
            return bool(pdf.is_encrypted)
    except pikepdf.PasswordError:
        return False


def _page(person: Person) -> PapersPage:
    page = person.inside.page
    assert isinstance(page, PapersPage)
    return page


def test_the_field_comes_with_the_tick(at_papers: Person) -> None:
    box = _page(at_papers).leaving.protect
    assert FIELD not in at_papers.words()
    at_papers.click(BOX)
    at_papers.type(FIELD, SECRET)
    assert box.secret() == SECRET
    at_papers.click(BOX)
    assert box.secret() is None
    at_papers.click(BOX)
    assert at_papers.field(FIELD).text() == ""


def test_a_protected_file_opens_with_its_passphrase_only(at_papers: Person, target: Path) -> None:
    at_papers.click(BOX)
    at_papers.type(FIELD, SECRET)
    at_papers.click("Save as PDF…")
    assert _opens(target, SECRET)
    assert not _opens(target, "")
    assert "saved Tue 10 Nov 2026, 10:40" in spoken(at_papers.table(LOG))[0]
    # The next file is not protected without a word, nor under a passphrase still lying there.
    assert _page(at_papers).leaving.protect.secret() is None
    at_papers.click("Save as PDF…")
    facts = _page(at_papers)._facts
    assert facts is not None
    assert facts.paper is not None
    assert target.read_bytes() == facts.paper.content


@pytest.mark.parametrize("typed", ["", "short", "deep lamp river stone " * 10])
def test_a_weak_passphrase_saves_nothing(at_papers: Person, target: Path, typed: str) -> None:
    before = spoken(at_papers.table(LOG))
    at_papers.click(BOX)
    at_papers.type(FIELD, typed)
    at_papers.click("Save as PDF…")
    assert at_papers.problem(FIELD).endswith(".")
    assert not target.exists()
    assert spoken(at_papers.table(LOG)) == before
    at_papers.type(FIELD, SECRET)
    assert at_papers.problem(FIELD) == ""


def test_what_can_not_be_saved_keeps_the_passphrase(at_papers: Person, tmp_path: Path) -> None:
    at_papers.click(BOX)
    at_papers.type(FIELD, SECRET)
    _page(at_papers).leaving.save_to(tmp_path / "missing" / "sheet.pdf")
    at_papers.settle()
    assert _page(at_papers).leaving.protect.secret() == SECRET
