"""The tagging layer alone, on a bare canvas."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from jtai_desktop.reports.pdf.fonts import font
from jtai_desktop.reports.pdf.styles import Face
from jtai_desktop.reports.pdf.tagging.finish import finish
from jtai_desktop.reports.pdf.tagging.links import annotation
from jtai_desktop.reports.pdf.tagging.marks import Artifact, Marks, MarksError
from jtai_desktop.reports.pdf.tagging.metadata import About
from jtai_desktop.reports.pdf.tagging.plain import plain
from jtai_desktop.reports.pdf.tagging.tounicode import mended
from jtai_desktop.reports.pdf.tagging.tree import Element, Mark, Role, Scope, Spot

ABOUT = About("A <title> & more", "OFFICIAL", "Maker", "en-GB", datetime(2026, 11, 10, tzinfo=UTC))


def _two_pages(root: Element) -> bytes:
    """A heading, then a paragraph that goes on overleaf, then an artifact."""
    stream = BytesIO()
    name = font(Face.TEXT).name
    canvas = Canvas(stream, invariant=1, initialFontName=name)  # type: ignore[arg-type]  # a name
    marks = Marks(canvas)
    heading = root.add(Role.H1, title="Heading\x00")
    paragraph = root.add(Role.PARAGRAPH)
    root.add(Role.PARAGRAPH)
    link = root.add(Role.LINK, alt="To the heading")
    link.target, link.extent = heading, (40, 12)
    for element, text in ((heading, "Heading"), (paragraph, "begins")):
        with marks.content(element, 10, 700):
            canvas.setFont(name, 10)
            canvas.drawString(10, 700, text)
    canvas.showPage()
    marks.next_page()
    with marks.content(paragraph):
        canvas.setFont(name, 10)
        canvas.drawString(10, 700, "goes on")
    with marks.content(link, 10, 650):
        canvas.drawString(10, 640, "see the heading")
    with marks.artifact(Artifact.FOOTER):
        canvas.rect(0, 0, 5, 5)
    canvas.showPage()
    canvas.save()
    return finish(stream.getvalue(), root, ABOUT)


def _opened() -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(_two_pages(Element(Role.DOCUMENT))))


def test_content_goes_to_its_element_over_pages() -> None:
    root = Element(Role.DOCUMENT)
    _two_pages(root)
    assert [kid.marks for kid in root.kids] == [
        [Mark(0, 0)],
        [Mark(0, 1), Mark(1, 0)],
        [],
        [Mark(1, 1)],
    ]


def test_the_tree_is_written_without_what_was_not_drawn() -> None:
    with _opened() as pdf:
        (document,) = list(pdf.Root.StructTreeRoot.K)
        assert str(document.S) == "/Document"
        assert [str(kid.S) for kid in document.K] == ["/H1", "/P", "/Link"]
        here, overleaf = list(document.K[1].K)
        assert int(here) == 1
        assert str(overleaf.Type) == "/MCR"
        assert int(overleaf.MCID) == 0
        assert overleaf.Pg.objgen == pdf.pages[1].obj.objgen


def test_each_page_knows_its_elements() -> None:
    with _opened() as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        assert [int(number) for number in numbers[::2]] == [0, 1, 2]
        assert [len(owners) for owners in numbers[1:4:2]] == [2, 2]
        assert str(numbers[5].S) == "/Link"
        assert [int(page.obj.StructParents) for page in pdf.pages] == [0, 1]
        assert [str(page.obj.Tabs) for page in pdf.pages] == ["/S", "/S"]


def test_artifacts_are_bracketed_too() -> None:
    with _opened() as pdf:
        content = pdf.pages[1].Contents.read_bytes()
        assert b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC" in content
        assert content.count(b"BDC") == content.count(b"EMC") == 3


def test_links_lead_to_their_heading() -> None:
    with _opened() as pdf:
        (area,) = list(pdf.pages[1].obj.Annots)
        assert [round(float(corner)) for corner in area.Rect] == [10, 638, 50, 650]
        assert area.Dest[0].objgen == pdf.pages[0].obj.objgen
        assert str(area.Contents) == "To the heading"
        node = pdf.Root.StructTreeRoot.K[0].K[2]
        assert node.K[1].Obj.objgen == area.objgen


def test_links_to_what_was_not_drawn_are_only_text() -> None:
    link = Element(Role.LINK, target=Element(Role.H1), spot=Spot(0, 0, 0), extent=(1, 1))
    with _opened() as pdf:
        assert annotation(pdf, link, 0) is None


def test_the_bare_canvas_passes_the_checker() -> None:
    page = pytest.importorskip("page", reason="page-validation is not installed")
    report = page.validate_pdf_bytes(_two_pages(Element(Role.DOCUMENT)))
    assert [each.message for each in report.failures] == []


def test_headings_become_bookmarks() -> None:
    with _opened() as pdf, pdf.open_outline() as outline:
        (bookmark,) = outline.root
        assert bookmark.title == "Heading "


def test_metadata_is_escaped_and_names_the_standard() -> None:
    with _opened() as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "A <title> & more"
        assert metadata["pdfuaid:part"] == "1"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261110000000+00'00'"
        assert bool(pdf.Root.MarkInfo.Marked)


def test_no_font_is_listed_that_is_not_embedded() -> None:
    with _opened() as pdf:
        names = [str(each.BaseFont) for each in pdf.pages[0].resources.Font.values()]
        assert names == ["/AAAAAA+IBMPlexSans-Regular"]


def test_brackets_cannot_be_nested() -> None:
    marks = Marks(Canvas(BytesIO()))
    with pytest.raises(MarksError), marks.artifact(), marks.artifact():
        pass


def test_same_tree_same_bytes() -> None:
    assert _two_pages(Element(Role.DOCUMENT)) == _two_pages(Element(Role.DOCUMENT))


def test_cells_count_though_they_are_empty() -> None:
    row = Element(Role.ROW)
    assert not row.drawn
    row.add(Role.HEADER_CELL, scope=Scope.COLUMN)
    assert row.drawn


def test_maps_are_mended() -> None:
    entries = [b"<%02X> <%04X>" % (code, code if code >= 32 else 0) for code in range(240)]
    entries += [b"<F0> <1F600>", b"<F1> <FE91>", b"<F2> <FEFB>"]
    cmap = b"begincmap\n243 beginbfchar\n%s\nendbfchar\nendcmap" % b"\n".join(entries)
    after = mended(cmap)
    counts = [int(line.split()[0]) for line in after.splitlines() if b"beginbfchar" in line]
    assert counts == [100, 100, 11]
    assert b"<0000>" not in after
    assert b"<F0> <D83DDE00>" in after
    assert b"<F1> <0628>" in after
    assert b"<F2> <FEFB>" in after
    assert after.startswith(b"begincmap")
    assert after.endswith(b"endcmap")


def test_plain_keeps_what_metadata_may_hold() -> None:
    assert plain("a\x00b\ud800c\uffffd Łé😀") == "a b c d Łé😀"
