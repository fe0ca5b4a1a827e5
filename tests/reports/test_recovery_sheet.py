"""The sheet with the recovery code: one page, every group on it, nothing about the work."""

from datetime import datetime
from io import BytesIO
from typing import Any

import pikepdf
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


@pytest.fixture(scope="module")
def page() -> Any:  # noqa: ANN401 - a package that need not be there
    """The checker of accessible PDF."""
    return pytest.importorskip("page", reason="page-validation is not installed")


def test_it_passes_pdf_ua(page: Any) -> None:  # noqa: ANN401
    content = drawn(set_paper(SHEET))
    report = page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1)
    assert [f"{each.rule_id}: {each.message}" for each in report.failures] == []
    assert report.is_compliant


def test_the_checker_notices_a_sheet_without_tags(page: Any) -> None:  # noqa: ANN401
    bare = BytesIO()
    with pikepdf.open(BytesIO(drawn(set_paper(SHEET)))) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(bare)
    report = page.validate_pdf_bytes(bare.getvalue(), profile=page.ValidationProfile.PDF_UA_1)
    assert not report.is_compliant


def test_it_has_one_title_and_four_headings() -> None:
    paper = set_paper(SHEET)
    drawn(paper)
    kids = [str(kid.role) for kid in paper.root.kids if kid.drawn]
    assert kids.count("H1") == 1
    assert kids.count("H2") == 4
