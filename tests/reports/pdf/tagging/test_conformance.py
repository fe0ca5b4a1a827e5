"""Every paper passes PDF/UA-1; a file without its tags does not."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from jtai_desktop.reports.blocks import Sign
from jtai_desktop.reports.checklist import ChecklistSection
from jtai_desktop.reports.pdf.document import drawn, render
from tests.reports.example import example, numbered, saying
from tests.reports.pdf.test_tables import register, row

_EMPTY = replace(example(), sections=(ChecklistSection("Overdue", ()),))
PAPERS = {
    "checklist": lambda: render(example()),
    "empty": lambda: render(_EMPTY),
    "practice": lambda: render(replace(numbered(90), practice=True)),
    "bare": lambda: render(replace(example(), marking="", note_lines=0, theme="")),
    "hostile": lambda: render(saying("<b>& שלום مرحبا\x00 👨 Łukasz ŵŷ\n" + "long" * 30)),
    "many signs": lambda: render(saying("".join(map(chr, range(0x100, 0x380))))),
    "high signs": lambda: render(saying("😀\U0001d400")),
    "register": lambda: drawn(register([row(n, sign) for n, sign in enumerate([*Sign] * 4)])),
}


@pytest.fixture(scope="module")
def page() -> Any:  # noqa: ANN401 - a package that need not be there
    return pytest.importorskip("page", reason="page-validation is not installed")


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_paper_passes_pdf_ua(paper: Callable[[], bytes], page: Any) -> None:  # noqa: ANN401
    report = page.validate_pdf_bytes(paper(), profile=page.ValidationProfile.PDF_UA_1)
    assert [f"{each.rule_id}: {each.message}" for each in report.failures] == []
    assert report.is_compliant


def test_the_checker_notices_missing_tags(page: Any) -> None:  # noqa: ANN401
    bare = BytesIO()
    with pikepdf.open(BytesIO(render(example()))) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(bare)
    report = page.validate_pdf_bytes(bare.getvalue(), profile=page.ValidationProfile.PDF_UA_1)
    assert not report.is_compliant


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_qpdf_finds_nothing_wrong(paper: Callable[[], bytes]) -> None:
    with pikepdf.open(BytesIO(paper())) as pdf:
        assert pdf.check_pdf_syntax() == []
