"""The seal follows everything that a paper says, and nothing else."""

from dataclasses import replace

from jtai_desktop.reports.blocks import Sentence
from jtai_desktop.reports.pack import Around, Sheet, Single
from jtai_desktop.reports.seals import seal_of, with_seal
from tests.domain.documents import made
from tests.reports.example import body, example
from tests.reports.material import every_sheet, saying

PAPER = Single(Around("Northmoor", "Theme", made.NOW), Sheet("Sheet", "For us.", (Sentence("a"),)))


def test_the_same_is_sealed_the_same() -> None:
    assert seal_of(PAPER, "full") == seal_of(replace(PAPER), "full")
    assert seal_of(every_sheet(saying("x")), "") == seal_of(every_sheet(saying("x")), "")


def test_anything_else_is_another_seal() -> None:
    sheet = PAPER.sheet
    others = [
        replace(PAPER, around=replace(PAPER.around, as_at=made.START)),
        replace(PAPER, around=replace(PAPER.around, draft=True)),
        replace(PAPER, sheet=replace(sheet, title="a", blocks=(Sentence("Sheet"),))),
        replace(PAPER, sheet=replace(sheet, blocks=(Sentence("a"), Sentence("")))),
        replace(PAPER, sheet=replace(sheet, blocks=(Sentence("", aside="a"),))),
        every_sheet(saying("x")),
        every_sheet(saying("y")),
        example(),
    ]
    seals = {seal_of(PAPER, "full"), seal_of(PAPER, "staff"), *(seal_of(o, "full") for o in others)}
    assert len(seals) == len(others) + 2


def test_a_sealed_paper_shows_it_in_its_footers() -> None:
    from jtai_desktop.reports.pdf.document import render

    for paper in (PAPER, example(), every_sheet(saying("x"))):
        seal = seal_of(paper, "full")
        assert f"Seal {seal}" in body(render(with_seal(paper, seal)))
        assert "Seal " not in body(render(paper))
