"""The sheet with the recovery code: one page, every group on it, nothing about the work."""

from datetime import datetime

import pypdfium2
import pytest

from jtai_desktop.domain import recovery_codes
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.reports.pdf.document import drawn
from jtai_desktop.reports.pdf.recovery_sheet import set_paper
from jtai_desktop.reports.recovery_sheet import RecoverySheet

AS_AT = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
GROUPS = recovery_codes.groups(recovery_codes.spelled(bytes(range(20))))
SHEET = RecoverySheet(GROUPS, "6f1f3a2b", AS_AT)


@pytest.fixture(scope="module")
def words() -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(drawn(set_paper(SHEET)))
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_it_is_one_page_with_every_group_under_its_number(words: list[str]) -> None:
    (page,) = words
    for number, group in enumerate(GROUPS, start=1):
        assert f"Group {number} \r\n{group}" in page
    assert "Made on Tuesday 10 November 2026, 10:40" in page
    assert "For vault 6f1f3a2b" in page


def test_it_says_nothing_of_children(words: list[str]) -> None:
    assert "Children" not in words[0]
    assert words[0].count("OFFICIAL-SENSITIVE") == 2


def test_the_same_code_gives_the_same_bytes() -> None:
    assert drawn(set_paper(SHEET)) == drawn(set_paper(SHEET))
