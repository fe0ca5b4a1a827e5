"""The reading of the help texts."""

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.ui.pages.help.text import (
    Block,
    Form,
    Span,
    Table,
    parts_of,
    plain_of,
    spans_of,
    title_of,
)

TEXT = """# Title

First line
goes on.
- one
  goes on
- two
1. three

| Key | Does |
|-----|------|
| F2  | **opens** |
After the table.
"""


def test_every_form_is_read() -> None:
    found = [
        (part.form, part.plain) if isinstance(part, Block) else part.plain
        for part in parts_of(TEXT)
    ]
    assert found == [
        (Form.TITLE, "Title"),
        (Form.TEXT, "First line goes on."),
        (Form.BULLET, "one goes on"),
        (Form.BULLET, "two"),
        (Form.NUMBERED, "three"),
        "Key Does F2 opens",
        (Form.TEXT, "After the table."),
    ]
    assert title_of(parts_of(TEXT)) == "Title"


def test_a_table_keeps_its_cells() -> None:
    table = next(part for part in parts_of(TEXT) if isinstance(part, Table))
    assert table.rows[1] == ((Span("F2"),), (Span("opens", bold=True),))


def test_bold_and_links_are_read_and_html_is_text() -> None:
    assert spans_of("See **this** [page](people), <b>not</b>.") == (
        Span("See "),
        Span("this", bold=True),
        Span(" "),
        Span("page", page="people"),
        Span(", <b>not</b>."),
    )


@given(st.text(alphabet=st.characters(exclude_characters="*[]()|#-", exclude_categories=["Cs"])))
def test_plain_text_is_never_lost(text: str) -> None:
    kept = plain_of(parts_of(f"x {text}")).split()
    assert kept == f"x {text}".split() or any(word[:1].isdigit() for word in text.split())
