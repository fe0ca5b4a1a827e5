"""Files that are no letter of findings: one sentence each, and no file takes the program down."""

import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from jtai_desktop.domain.letters.reading import NO_TEXT, OTHER_KIND
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange import letter_pages, letters, workbook_asking
from jtai_desktop.services.letters import read
from tests.exchange.letters_made import earlier, later
from tests.exchange.letters_set import Style

SENTENCES = ("fetch the letter again", "choose", "type the findings", "look at its name", "see ")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return later(Random(5), Style()).pdf  # noqa: S311 - chance for tests


def _file(folder: Path, content: bytes, name: str = "letter.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _pdf_of(*pages: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in pages:
        for place, line in enumerate(page.split("\n")):
            canvas.setFont("Helvetica-Bold" if line.startswith("*") else "Helvetica", 12)
            canvas.drawString(72, 700 - 15 * place, line.lstrip("*"))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        read(path)
    sentence = refused.value.problem.sentence
    assert refused.value.problem.place == path.name
    assert sentence.count(".") == 1
    assert any(hint in sentence for hint in SENTENCES)
    return sentence


def test_a_folder(tmp_path: Path) -> None:
    assert _refusal(tmp_path) == letters.FOLDER


def test_a_missing_file(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "letter.pdf") == letters.MISSING


def test_an_empty_file(tmp_path: Path) -> None:
    assert _refusal(_file(tmp_path, b"")) == letters.EMPTY


def test_not_a_pdf(tmp_path: Path) -> None:
    assert _refusal(_file(tmp_path, b"PK\3\4" + b"x" * 5000)) == letters.NOT_PDF


def test_a_name_with_odd_signs_is_refused_alike(tmp_path: Path) -> None:
    path = _file(tmp_path, b"no pdf", "a — letter ‘here’.pdf")
    assert _refusal(path) == letters.NOT_PDF


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.pdf"
    os.mkfifo(path)
    assert _refusal(path) == letters.NOT_A_FILE


def test_300_megabytes(tmp_path: Path, pdf: bytes) -> None:
    path = _file(tmp_path, pdf)
    os.truncate(path, 300 << 20)
    assert _refusal(path) == letters.TOO_LARGE.format(300, 50)


def test_a_file_that_breaks_off(tmp_path: Path, pdf: bytes) -> None:
    assert _refusal(_file(tmp_path, pdf[: len(pdf) // 2])) == letters.CUT_OFF
    assert _refusal(_file(tmp_path, pdf[:-9])) == letters.CUT_OFF


def test_300_pages(tmp_path: Path) -> None:
    path = _file(tmp_path, _pdf_of(*["Joint targeted area inspection of Northmoor"] * 300))
    assert _refusal(path) == letter_pages.TOO_MANY_PAGES.format(300, 60)


def test_pages_of_pictures(tmp_path: Path) -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(3):
        canvas.rect(60, 60, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    assert _refusal(_file(tmp_path, out.getvalue())) == NO_TEXT


@pytest.mark.parametrize(
    "text",
    [
        "Dear director\n*Inspection of Northmoor children’s services\nThis letter is of a visit.",
        "Dear director\n*Joint area SEND inspection in Northmoor\nThis letter has *Strengths",
        "*Guidance for joint targeted area inspections\nHow to prepare",
        "*Joint targeted area inspection of Northmoor: action plan\nWhat we do next",
        "A menu.",
    ],
)
def test_another_kind_of_paper(tmp_path: Path, text: str) -> None:
    assert _refusal(_file(tmp_path, _pdf_of(text))) == OTHER_KIND


def test_a_password(tmp_path: Path, pdf: bytes) -> None:
    assert _refusal(_locked(tmp_path, pdf, user="open me")) == letter_pages.PASSWORD


def test_a_lock_against_changes_only_is_no_hindrance(tmp_path: Path, pdf: bytes) -> None:
    assert read(_locked(tmp_path, pdf, user="")).findings


def _locked(folder: Path, content: bytes, *, user: str) -> Path:
    path = folder / "locked.pdf"
    with pikepdf.open(io.BytesIO(content)) as document:
        document.save(path, encryption=pikepdf.Encryption(owner="ours", user=user, R=6))
    return path


def test_a_page_without_text_is_named(tmp_path: Path, pdf: bytes) -> None:
    path = tmp_path / "letter.pdf"
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.add_blank_page()
        document.save(path)
        count = len(document.pages)
    left = read(path).unplaced[-1]
    assert (left.why, left.passage.page) == ("page without text", count)


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Another worker instead of the one that reads letters."""

    def put(code: str) -> None:
        command = [sys.executable, "-c", code]
        monkeypatch.setattr(workbook_asking, "worker_command", lambda _: command)

    return put


def test_a_worker_that_takes_too_long_is_ended(
    tmp_path: Path, pdf: bytes, instead: Callable[[str], None]
) -> None:
    instead("import time; time.sleep(60)")
    with pytest.raises(Refused, match="too long"):
        letters.read_letter(_file(tmp_path, pdf), seconds=0.5)


def test_reading_can_be_stopped(tmp_path: Path, pdf: bytes, instead: Callable[[str], None]) -> None:
    instead("import time; time.sleep(60)")
    with pytest.raises(Refused, match="Stopped; nothing was kept"):
        letters.pages_in(letters.letter_file(_file(tmp_path, pdf)), stop=lambda: True)


@pytest.mark.parametrize(
    "code", ["import os; os.abort()", "print('{')", "print(3)", "raise MemoryError"]
)
def test_a_worker_that_breaks_is_no_end(
    tmp_path: Path, pdf: bytes, code: str, instead: Callable[[str], None]
) -> None:
    instead(code)
    with pytest.raises(Refused, match="damaged"):
        letters.read_letter(_file(tmp_path, pdf))


def test_the_passphrase_does_not_reach_the_worker(
    tmp_path: Path,
    pdf: bytes,
    instead: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("JTAI_PASSPHRASE", "a made-up one")
    told = "{'refused': ['', str('JTAI_PASSPHRASE' in os.environ)]}"
    instead(f"import json, os; print(json.dumps({told}))")
    with pytest.raises(Refused, match="False"):
        letters.read_letter(_file(tmp_path, pdf))


def test_each_page_is_told_while_it_is_read(tmp_path: Path, pdf: bytes) -> None:
    said: list[str] = []
    pages = letters.pages_in(letters.letter_file(_file(tmp_path, pdf)), said.append)
    assert said == [f"page {number} of {pages.count}" for number in range(1, pages.count + 1)]


def test_a_page_is_drawn_as_dots(tmp_path: Path, pdf: bytes) -> None:
    file = letters.letter_file(_file(tmp_path, pdf))
    picture = letters.picture_of(file, 2, 600)
    assert (picture.page, picture.width, picture.points) == (2, 600, 595.3)
    assert len(picture.dots) == 600 * picture.height * 3
    assert len(set(picture.dots)) > 2  # there is ink on it
    with pytest.raises(Refused, match="Page 99 is damaged"):
        letters.picture_of(file, 99, 600)


@pytest.mark.parametrize("seed", range(50))
def test_a_broken_file_neither_crashes_nor_hangs(tmp_path: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - chance for tests
    layout = earlier if seed % 2 else later
    broken = bytearray(layout(random, Style()).pdf)
    if seed % 5:
        for _ in range(random.choice((1, 10, 200))):
            broken[random.randrange(len(broken))] = random.randrange(256)
    else:
        del broken[random.randrange(len(broken)) :]
    path = _file(tmp_path, bytes(broken))
    with suppress(Refused):
        assert read(path).tally.lost == 0
