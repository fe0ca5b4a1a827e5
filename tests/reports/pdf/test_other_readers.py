"""What other programs make of our files: qpdf and poppler, where they are installed, and Qt."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from jtai_desktop.reports.pdf.document import render
from jtai_desktop.reports.pdf.protection import protected
from tests.reports.example import example
from tests.reports.material import every_sheet, saying

PASSPHRASE = "amber kettle orbit thistle"
WORDS = "Daily checklist"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper, the same protected, and a pack of every sheet."""
    folder = tmp_path_factory.mktemp("papers")
    paper = render(example())
    (folder / "open.pdf").write_bytes(paper)
    (folder / "kept.pdf").write_bytes(protected(paper, PASSPHRASE))
    (folder / "pack.pdf").write_bytes(render(every_sheet(saying("Łukasz ŵyr"))))
    return folder


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed here.")
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize(
    "given", [("open.pdf",), ("pack.pdf",), (f"--password={PASSPHRASE}", "kept.pdf")]
)
def test_qpdf_finds_nothing_wrong(folder: Path, given: Sequence[str]) -> None:
    done = _run(folder, "qpdf", "--check", *given)
    assert (done.returncode, done.stderr) == (0, "")


def test_poppler_opens_a_protected_paper_with_its_passphrase_only(folder: Path) -> None:
    assert WORDS in _run(folder, "pdftotext", "open.pdf", "-").stdout
    assert WORDS in _run(folder, "pdftotext", "-upw", PASSPHRASE, "kept.pdf", "-").stdout
    for wrong in ((), ("-upw", "another lamp stone river")):
        done = _run(folder, "pdftotext", *wrong, "kept.pdf", "-")
        assert done.returncode != 0
        assert WORDS not in done.stdout


def test_qt_opens_a_protected_paper_with_its_passphrase_only(folder: Path) -> None:
    path = str(folder / "kept.pdf")
    for wrong in ("", "another lamp stone river"):
        document = QPdfDocument()
        document.setPassword(wrong)
        assert document.load(path) is QPdfDocument.Error.IncorrectPassword
        assert document.pageCount() == 0
    document = QPdfDocument()
    document.setPassword(PASSPHRASE)
    assert document.load(path) is QPdfDocument.Error.None_
    assert WORDS in document.getAllText(0).text()
