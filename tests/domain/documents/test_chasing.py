"""The e-mail that chases: which documents, in which order, in which words."""

from datetime import datetime
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from jtai_desktop.domain.documents.cells import RowKey
from jtai_desktop.domain.documents.chasing import (
    HEADS,
    ChaseItem,
    Letter,
    subject,
    to_html,
    to_text,
)
from jtai_desktop.domain.moments import LONDON

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
LETTER = Letter(
    "OFFICIAL-SENSITIVE", "Northmoor", "Joint inspection", "Force analyst", "Coordinator", NOW
)
MINUTES = ChaseItem(
    RowKey("i1", "d1"),
    "4.7",
    "Minutes",
    "Mon 9 Nov 2026",
    "Tue 10 Nov 2026",
    "Asked, late",
    late=True,
)
AUDITS = ChaseItem(RowKey("i2", "d2"), "4.8", "Audits", "", "Tue 10 Nov 2026", "Not asked")
OTHERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
OPENING = (
    "For the inspection in Northmoor (Joint inspection) we are waiting for 2 documents from you."
    " 1 of them is late. Please send them, or tell us when we can expect them."
)


class Reader(HTMLParser):
    """The cells of the table, and every text in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.texts: list[str] = []
        self.tags: list[str] = []
        self._in_cell = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self._in_cell:
            self.rows[-1][-1] += data


def test_the_marking_comes_first_then_one_greeting_and_plain_words() -> None:
    text = to_text(LETTER, [MINUTES, AUDITS])
    assert text.split("\n\n") == [
        "OFFICIAL-SENSITIVE",
        "Dear Force analyst,",
        OPENING,
        "4.7  Minutes\nDue to us: Mon 9 Nov 2026; Due: Tue 10 Nov 2026; Status: Asked, late",
        "4.8  Audits\nDue: Tue 10 Nov 2026; Status: Not asked",
        "If something does not exist or does not apply to you, please tell us why.",
        "As at Tue 10 Nov 2026, 10:40.",
        "Thank you,\nCoordinator\n",
    ]
    assert subject(LETTER, [MINUTES, AUDITS]) == "Northmoor: 2 documents we are waiting for"


def test_one_document_and_practice() -> None:
    practice = Letter("", "Northmoor", "Joint", "colleague", "Coordinator", NOW, practice=True)
    text = to_text(practice, [AUDITS])
    assert text.startswith("This belongs to a practice inspection.\n\nDear colleague,")
    assert "1 document from you. Please send it, or" in text
    assert "late" not in text


def test_the_table_has_headings_and_a_bold_lateness() -> None:
    html = to_html(LETTER, [MINUTES, AUDITS])
    found = Reader(html)
    assert found.texts[0] == "OFFICIAL-SENSITIVE"
    assert found.rows == [list(HEADS), list(MINUTES.cells), list(AUDITS.cells)]
    assert html.count('<th scope="col"') == len(HEADS)
    assert "<b>Asked, late</b>" in html
    assert "<b>Not asked" not in html


@example("<i>&lt;</td>")
@given(st.text(alphabet=st.sampled_from("<>&\"'=;#ab") | OTHERS, min_size=1))
def test_no_text_becomes_markup(text: str) -> None:
    item = ChaseItem(RowKey("i", "d"), "1", text, "", "", "Asked")
    letter = Letter(text, text, text, text, text, NOW)
    found = Reader(to_html(letter, [item]))
    assert found.rows[1][1] == text
    assert set(found.tags) <= {"p", "b", "br", "table", "thead", "tbody", "tr", "th", "td"}
