"""What a screen reader is told of a checklist, in which order."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from jtai_desktop.reports.pdf.boxes import boxed_codes
from jtai_desktop.reports.pdf.checklist import set_paper
from jtai_desktop.reports.pdf.document import drawn
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.styles import TEXT
from jtai_desktop.reports.pdf.tagging.marks import Marks
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import laid
from tests.reports.example import example, numbered


def _drawn_roles(root: Element) -> list[str]:
    return [str(each.role) for each in root.walk() if each.drawn]


def test_roles_follow_the_paper_from_top_to_bottom() -> None:
    paper = set_paper(example())
    drawn(paper)
    top_level = [str(kid.role) for kid in paper.root.kids if kid.drawn]
    header, title = ["P"] * 3, ["H1", "P", "P", "P", "P"]
    sections = ["H2", "P", "L", "H2", "P", "L", "H2", "P", "H2", "P", "Table"]
    assert top_level == [*header, *title, *sections, "H2", "Figure"]


def test_furniture_is_read_out_on_the_first_page_only() -> None:
    paper = set_paper(numbered(90))
    drawn(paper)
    assert [mark.page for mark in paper.spoken.marking.marks] == [0]
    assert [mark.page for mark in paper.spoken.as_at.marks] == [0]
    assert paper.spoken.practice.marks == []


def test_a_line_is_an_item_with_its_box_as_label() -> None:
    paper = set_paper(numbered(1))
    drawn(paper)
    (item,) = [each for each in paper.root.walk() if each.role is Role.LIST_ITEM]
    assert _drawn_roles(item) == ["LI", "Lbl", "Figure", "LBody", "P", "P", "P", "P"]


def test_codes_are_kept_apart_by_spaces_and_have_one_box_each() -> None:
    codes = boxed_codes(("A 7", "a long code that wraps"), 60, None)
    found = [code for row in codes.rows for code in row]
    assert [code.boxed for code in found][:3] == [True, True, False]
    assert all(code.line.text.endswith(" ") for code in found)


def test_a_drawn_link_knows_its_place() -> None:
    link = Element(Role.LINK, target=Element(Role.H1))
    canvas = Canvas(BytesIO())
    laid("Contents", TEXT, 100, link).draw(Pen(canvas, Marks(canvas)), 10, 20)
    assert (link.extent, len(link.marks)) == ((100, TEXT.leading), 1)
