"""Tables repeat their heads, keep section rows with what follows, and draw every icon."""

from datetime import datetime

from jtai_desktop.reports.blocks import Cell, Column, Row, SectionRow, Sign, Table
from jtai_desktop.reports.pdf.document import drawn
from jtai_desktop.reports.pdf.furniture import Furniture, spoken_in
from jtai_desktop.reports.pdf.icons import DrawnIcon, Icon
from jtai_desktop.reports.pdf.pages import paged
from jtai_desktop.reports.pdf.part import Part, SetPaper
from jtai_desktop.reports.pdf.signs import ICONS
from jtai_desktop.reports.pdf.styles import BODY_BOTTOM, BODY_TOP
from jtai_desktop.reports.pdf.tables import table
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from tests.reports.example import texts

LINES = 13  # of a section a little higher than half a page
COLUMNS = (
    Column("Number", 20, names_row=True),
    Column("Title", 80),
    Column("Status", 40),
    Column("Count", 40, right=True),
)


def register(rows: list[Row | SectionRow]) -> SetPaper:
    root = Element(Role.DOCUMENT)
    spoken = spoken_in(root)
    root.add(Role.H1, title="Register")
    pages = paged(table(Table(COLUMNS, tuple(rows)), root), BODY_TOP, BODY_BOTTOM)
    furniture = Furniture("OFFICIAL", "Northmoor", "As at Tuesday", "Register")
    as_at = datetime(2026, 11, 10, 10, 40)  # noqa: DTZ001 - as the paper says it
    return SetPaper("Register", "OFFICIAL", as_at, (Part(furniture, tuple(pages)),), root, spoken)


def row(number: int, sign: Sign | None = None) -> Row:
    return (
        Cell(f"n{number}x"),
        Cell(f"t{number}x " + "wraps over two lines, as full titles do " * 2),
        Cell("Late", sign, strong=True),
        Cell(f"c{number}x"),
    )


def test_heads_repeat_and_rows_come_once() -> None:
    pages = texts(drawn(register([row(number) for number in range(60)])))
    assert len(pages) > 1
    assert all("Number Title Status Count" in page for page in pages)
    words = [word for page in pages for word in page.split() if word.endswith("x")]
    assert words == [f"{part}{number}x" for number in range(60) for part in "ntc"]


def test_a_section_row_never_ends_a_page() -> None:
    rows: list[Row | SectionRow] = []
    for number in range(80):
        rows += [SectionRow(str(number), f"section{number}s", "0 of 1"), row(number)]
    for page in texts(drawn(register(rows))):
        last_section = max(page.find(f"section{number}s") for number in range(80))
        assert "x" in page[last_section:]


def test_every_sign_can_be_drawn() -> None:
    rows: list[Row | SectionRow] = [row(number, sign) for number, sign in enumerate(Sign)]
    assert len(texts(drawn(register(rows)))) == 2
    assert set(ICONS) == set(Sign)
    assert set(ICONS.values()) | {Icon.RING_TICK} == set(Icon)


def test_cells_are_tagged_with_their_heads() -> None:
    paper = register([SectionRow("1", "Police", "0 of 1"), row(1)])
    drawn(paper)
    cells = [(each.role, each.scope, each.span) for each in paper.root.walk() if each.scope]
    assert [(str(scope), span) for _, scope, span in cells] == [
        *[("Column", 1)] * 4,
        ("Row", 4),
        ("Row", 1),
    ]


def test_whole_sections_begin_a_page_rather_than_break() -> None:
    rows: list[Row | SectionRow] = []
    for number in range(6):
        rows += [SectionRow(str(number), f"section{number}s", "0 of 1")]
        rows += [row(20 * number + line) for line in range(LINES)]
    root = Element(Role.DOCUMENT)
    pages = paged(table(Table(COLUMNS, tuple(rows), whole=True), root), BODY_TOP, BODY_BOTTOM)
    heads = [sum(stood.strip.tinted for stood in page) for page in pages]
    rows_each = [
        sum(1 for stood in page if not stood.again) - head
        for page, head in zip(pages, heads, strict=True)
    ]
    assert sum(heads) == 6
    assert [count % LINES for count in rows_each[1:]] == [0] * (len(pages) - 1)
    assert (rows_each[0] - 1) % LINES == 0  # the column heads, which are no repetition there
    broken = paged(
        table(Table(COLUMNS, tuple(rows)), Element(Role.DOCUMENT)), BODY_TOP, BODY_BOTTOM
    )
    assert len(broken) < len(pages)


def test_a_row_with_fewer_cells_spans_the_columns_that_are_left() -> None:
    wide = (
        Cell("n1x"),
        Cell("Seen from margin to margin, all of it on one line. " * 2),
    )
    root = Element(Role.DOCUMENT)
    whole, short = (table(Table(COLUMNS, (each,)), root)[1] for each in (row(1), wide))
    assert short.height < whole.height
    drawn(paper := register([row(1), wide]))
    cells = [each for each in paper.root.walk() if each.role is Role.CELL]
    assert [each.span for each in cells] == [1, 1, 1, 3]


def test_an_icon_stays_with_its_words_where_a_row_is_higher_than_a_page() -> None:
    late = Cell("late", Sign.LATE)
    tall = (Cell("n1x"), Cell("word " * 4000, below=(late, late)), Cell(""), Cell(""))
    pages = paged(table(Table(COLUMNS, (tall,)), Element(Role.DOCUMENT)), BODY_TOP, BODY_BOTTOM)
    assert len(pages) > 2
    assert all(
        stood.top + stood.strip.height <= BODY_BOTTOM + 0.1 for page in pages for stood in page
    )
    for strip in (stood.strip for page in pages for stood in page):
        icons = [each for each in strip.placed if isinstance(each.thing, DrawnIcon)]
        lines = {round(each.y): each for each in strip.placed if each not in icons}
        # Each icon stands in the middle of the line that its words begin.
        assert all(any(0 <= icon.y - y < 4 for y in lines) for icon in icons)
