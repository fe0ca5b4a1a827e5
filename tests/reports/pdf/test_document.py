"""The file itself: repeatable, embedded, inside its margins, silent about persons."""

import gc
import hashlib
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from jtai_desktop.reports.pdf.checklist import set_paper
from jtai_desktop.reports.pdf.document import printed, render
from jtai_desktop.reports.pdf.styles import BODY_BOTTOM, BODY_TOP, MM, PAGE_HEIGHT, SIDE, WIDTH
from jtai_desktop.reports.progress import Stopped
from tests.reports.example import example, numbered, saying, texts

_ROOT = Path(__file__).parents[3]
_PRINT_HASH = (
    "import hashlib; from tests.reports.example import example; "
    "from jtai_desktop.reports.pdf.document import render; "
    "print(hashlib.sha256(render(example())).hexdigest())"
)


def test_same_input_same_bytes() -> None:
    assert render(example()) == render(example())


def test_same_bytes_in_another_second() -> None:
    before = render(example())
    time.sleep(1.01)
    assert render(example()) == before


def test_other_input_other_bytes() -> None:
    assert render(example()) != render(numbered(1))


@pytest.mark.parametrize("seed", ["1", "2"])
def test_same_bytes_from_another_process(seed: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _PRINT_HASH],
        cwd=_ROOT,
        env={"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == hashlib.sha256(render(example())).hexdigest()


def test_every_font_is_embedded() -> None:
    with pikepdf.open(BytesIO(render(saying("Łukasz שלום ☐")))) as pdf:
        fonts = [item for item in pdf.objects if _is_font(item)]
        assert {str(font.BaseFont).split("+")[1] for font in fonts} == {
            "IBMPlexSans-Regular",
            "IBMPlexSans-SemiBold",
            "IBMPlexSans-Bold",
            "DejaVuSans",
            "DejaVuSans-Bold",
        }
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def _is_font(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"


def test_metadata_says_what_it_is_and_nothing_about_a_person() -> None:
    with pikepdf.open(BytesIO(render(example()))) as pdf:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "Daily checklist, Tuesday 10 November 2026",
            "/Subject": "OFFICIAL-SENSITIVE",
            "/Producer": "JTAI Desktop",
            "/CreationDate": "D:20261110104000",
        }
        assert str(pdf.Root.Lang) == "en-GB"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Daily checklist, Tuesday 10 November 2026"


def test_no_picture_and_no_file_is_ever_taken_in() -> None:
    picture = _ROOT / "tests" / "reports" / "no-such-picture.png"
    with pikepdf.open(BytesIO(render(saying(f'<img src="{picture}"/>')))) as pdf:
        assert not [page for page in pdf.pages if page.get_images()]
        assert "/EmbeddedFiles" not in pdf.Root.get("/Names", pikepdf.Dictionary())
    assert "<img src=" in texts(render(saying('<img src="x"/>')))[0]


@pytest.mark.parametrize(
    "text", ["plain", "word " * 60, "longword" * 80, "שלום עולם " * 30], ids=range(4)
)
def test_no_text_stands_outside_its_margins(text: str) -> None:
    document = pypdfium2.PdfDocument(render(saying(text)))
    for page in document:
        characters = page.get_textpage()
        for index in range(characters.count_chars()):
            left, bottom, right, top = characters.get_charbox(index, loose=False)
            if characters.get_text_range(index, 1).isspace():
                continue
            assert left >= SIDE - 1.5
            assert right <= SIDE + WIDTH + 1.5
            assert PAGE_HEIGHT - top >= 6 * MM
            assert PAGE_HEIGHT - bottom <= PAGE_HEIGHT - 6 * MM


def test_strips_stand_between_the_body_edges() -> None:
    for paper in (example(), numbered(90), saying("word " * 400)):
        for part in set_paper(paper).parts:
            for page in part.pages:
                for stood in page:
                    assert stood.top >= BODY_TOP
                    assert stood.top + stood.strip.height <= BODY_BOTTOM + 0.1


def test_pages_are_counted_and_missing_signs_named() -> None:
    paper = printed(saying("a \U0001f468 b"))
    assert paper.pages == len(pypdfium2.PdfDocument(paper.pdf))
    assert [each.name for each in paper.missing] == ["man (U+1F468)"]


def test_progress_is_told_and_may_stop() -> None:
    told: list[tuple[str, float]] = []
    done = printed(numbered(90), lambda doing, share: told.append((doing, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert shares[0] == 0 < shares[-1] <= 1
    drawing = [doing for doing, _ in told if doing.startswith("Drawing")]
    assert drawing == [f"Drawing page {at} of {done.pages}" for at in range(1, done.pages + 1)]

    def stop(doing: str, _share: float) -> None:
        if doing.startswith("Drawing page 2"):
            raise Stopped

    with pytest.raises(Stopped):
        printed(numbered(90), stop)
    assert gc.isenabled()
