"""The pictures as they are now beside those that were looked at and committed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from jtai_desktop.ui.theme.apply import apply
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from tests.pictures.__main__ import REFERENCE, names, start
from tests.pictures.likeness import STEP, reduce, unlike
from tests.pictures.screens import SCREENS

LARGEST_FOLDER = 22_000_000  # four pictures of each of 57 screens


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory, played_folder: Path) -> Iterator[Path]:
    """All pictures, taken anew in processes of their own."""
    folder = tmp_path_factory.mktemp("pictures")
    children = start(folder, example=played_folder)
    assert [child.wait(timeout=600) for child in children] == [0] * len(children)
    yield folder
    # Those that differ are kept for a look; the rest is like the references.
    for path in folder.rglob("*.png"):
        if not path.with_suffix(".difference.png").exists() and ".difference" not in path.name:
            path.unlink()


# Qt draws the preview in a thread of its own and may stretch a page that it drew before: no two
# pictures of it are alike. The pages themselves are compared below, one by one.
STRETCHED = frozenset({"papers", "papers-pack", "papers-plan-changes"})


@pytest.mark.parametrize(
    "name", names(screen.name for screen in SCREENS if screen.name not in STRETCHED)
)
def test_a_screen_is_like_its_reference(taken: Path, name: str) -> None:
    assert unlike(REFERENCE / "screens" / name, taken / "screens" / name) == ""


def test_every_page_of_paper_is_like_its_reference(taken: Path) -> None:
    papers = {path.name for folder in (REFERENCE, taken) for path in folder.glob("papers/*.png")}
    assert papers
    found = [unlike(REFERENCE / "papers" / name, taken / "papers" / name) for name in papers]
    assert [said for said in found if said] == []


def test_there_is_no_reference_of_a_screen_that_is_gone() -> None:
    kept = {path.name for path in (REFERENCE / "screens").glob("*.png")}
    assert kept - set(names(screen.name for screen in SCREENS)) == set()


def test_no_two_screens_are_the_same_picture() -> None:
    # A form that was left open once lay over five screens after it.
    kept: dict[bytes, list[str]] = {}
    for path in sorted((REFERENCE / "screens").glob("*.png")):
        kept.setdefault(path.read_bytes(), []).append(path.name)
    assert [names for names in kept.values() if len(names) > 1] == []


def test_the_references_are_small() -> None:
    assert sum(path.stat().st_size for path in REFERENCE.rglob("*.png")) < LARGEST_FOLDER


def _drawn(path: Path, words: str, colour: str = "#13191D", ground: str = "#FFFFFF") -> Path:
    """A small screen with a line of text, as the program draws it."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply(application)
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setFont(Look.of().font(FontRole.LABEL))
    painter.setPen(QColor(colour))
    painter.drawText(20, 40, words)
    painter.end()
    image.save(str(path))
    return path


@pytest.fixture
def reference(qapp: QApplication, tmp_path: Path) -> Path:
    qapp.processEvents()
    made = _drawn(tmp_path / "reference.png", "Nothing overdue")
    reduce(made)
    return made


def test_the_same_picture_is_alike(reference: Path, tmp_path: Path) -> None:
    assert unlike(reference, _drawn(tmp_path / "now.png", "Nothing overdue")) == ""


@pytest.mark.parametrize(
    ("words", "colour", "ground"),
    [
        ("Nothing overdua", "#13191D", "#FFFFFF"),
        ("Nothing overdue 1", "#13191D", "#FFFFFF"),
        (" Nothing overdue", "#13191D", "#FFFFFF"),
        ("", "#13191D", "#FFFFFF"),
        ("Nothing overdue", "#17623A", "#FFFFFF"),
        ("Nothing overdue", "#13191D", "#F2F4F4"),
    ],
    ids=["letter", "digit", "place", "gone", "ink", "ground"],
)
def test_another_word_or_colour_is_not_alike(
    reference: Path, tmp_path: Path, words: str, colour: str, ground: str
) -> None:
    said = unlike(reference, _drawn(tmp_path / "now.png", words, colour, ground))
    assert "reference.png has changed" in said
    assert "make references" in said
    assert (tmp_path / "now.difference.png").exists()


def test_the_shade_of_some_edges_is_alike(reference: Path, tmp_path: Path) -> None:
    now = _drawn(tmp_path / "now.png", "Nothing overdue")
    with Image.open(now) as picture:
        noisy = picture.convert("RGB").point([max(0, value - 3) for value in range(256)] * 3)
    for place in range(6):
        noisy.putpixel((25 + 3 * place, 35), (128, 128, 128))
    noisy.save(now)
    assert unlike(reference, now) == ""


def test_another_size_and_a_missing_picture_are_said(reference: Path, tmp_path: Path) -> None:
    small = tmp_path / "small.png"
    with Image.open(reference) as picture:
        picture.resize((300, 150)).save(small)
    assert "was 600 × 300 and is 300 × 150 dots" in unlike(reference, small)
    assert "has no reference yet" in unlike(tmp_path / "none.png", reference)
    assert "was not taken any more" in unlike(reference, tmp_path / "none.png")


def test_a_reduced_picture_differs_from_its_own_by_less_than_a_step(
    tmp_path: Path, reference: Path
) -> None:
    whole = _drawn(tmp_path / "whole.png", "Nothing overdue")
    with Image.open(whole) as first, Image.open(reference) as second:
        pairs = zip(first.convert("RGB").tobytes(), second.convert("RGB").tobytes(), strict=True)
        assert max(abs(one - other) for one, other in pairs) <= STEP // 2
