"""Foreign PDFs made ready to be bound in: pages alone, or a reason."""

import sys
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange import binding_asking, binding_pages
from jtai_desktop.exchange.binding_asking import BROKE, TOO_SLOW, Binder
from jtai_desktop.exchange.binding_pages import readied
from jtai_desktop.exchange.workbook_asking import Worker
from jtai_desktop.reports.progress import Stopped
from tests.exchange import foreign_pdfs as foreign

BAD = {
    "not a PDF": (b"PK\x03\x04 a workbook", binding_pages.NOT_PDF),
    "nothing": (b"", binding_pages.NOT_PDF),
    "encrypted": (foreign.encrypted("x"), binding_pages.ENCRYPTED),
    "with rights": (foreign.encrypted("x", user=""), binding_pages.ENCRYPTED),
    "cut off": (foreign.pages("x")[:400], binding_pages.DAMAGED),
    "broken inside": (
        foreign.pages("x").replace(b"endstream", b"endstrexx"),
        binding_pages.DAMAGED,
    ),
    "no pages": (foreign.pages(), binding_pages.EMPTY),
    "hidden layer": (foreign.with_hidden_layer("x"), binding_pages.HIDDEN),
    "undrawn note": (foreign.with_a_note_nothing_draws("x"), binding_pages.NOT_DRAWN),
    "a speck": (foreign.speck("x"), binding_pages.ODD_SIZE),
}


def _text(content: bytes, number: int = 0) -> str:
    pdf = pypdfium2.PdfDocument(content)
    text = str(pdf[number].get_textpage().get_text_range())
    pdf.close()
    return text


def _sizes(pages: tuple[tuple[float, float], ...]) -> list[tuple[int, int]]:
    return [(round(width), round(height)) for width, height in pages]


def test_pages_keep_their_size_and_words() -> None:
    found = readied(foreign.pages("first", "second"))
    assert _sizes(found.pages) == [(595, 842), (595, 842)]
    assert [_text(found.content, number) for number in (0, 1)] == ["first", "second"]


def test_a_turned_page_is_as_one_looks_at_it() -> None:
    found = readied(foreign.turned("sideways"))
    assert _sizes(found.pages) == [(842, 595)]
    assert _text(found.content) == "sideways"


def test_what_was_typed_into_a_form_stays_and_its_script_does_not() -> None:
    found = readied(foreign.filled_in("Name of the form", "typed in"))
    assert "Name of the form" in _text(found.content)
    assert "typed in" in _text(found.content)
    with pikepdf.open(BytesIO(found.content)) as pdf:
        assert set(pdf.Root.keys()) == {"/Pages", "/Type"}
        assert "/Annots" not in pdf.pages[0].obj
    assert b"app.alert" not in found.content


@pytest.mark.parametrize("name", BAD)
def test_what_can_not_be_bound_in_has_its_reason(name: str) -> None:
    content, reason = BAD[name]
    with pytest.raises(Refused) as refused:
        readied(content)
    assert str(refused.value) == reason


def test_one_process_answers_for_many_and_goes_on_after_a_bad_one() -> None:
    with Binder(lambda: None) as binder:
        with pytest.raises(Refused, match="is not a PDF"):
            binder.pages_of(b"nothing of the kind")
        sizes, content = binder.pages_of(foreign.pages("good"))
        process = binder._process
    assert _sizes(sizes) == [(595, 842)]
    assert _text(content) == "good"
    assert process is not None
    assert process.poll() is not None


def _instead(monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    monkeypatch.setattr(
        "jtai_desktop.exchange.workbook_asking.worker_command",
        lambda _worker: [sys.executable, "-c", does],
    )
    monkeypatch.setattr(binding_asking, "WORKER", Worker("binding", "nothing"))


def test_a_file_that_ends_the_process_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, "import os; os.abort()")
    with Binder(lambda: None) as binder:
        for _ in range(2):
            with pytest.raises(Refused, match=BROKE):
                binder.pages_of(foreign.pages("x"))


def test_a_file_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, "import time; time.sleep(60)")
    with Binder(lambda: None, seconds=0.3) as binder, pytest.raises(Refused, match=TOO_SLOW):
        binder.pages_of(foreign.pages("x"))


def test_stopping_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, "import time; time.sleep(60)")

    def stop() -> None:
        raise Stopped

    with Binder(stop) as binder:
        with pytest.raises(Stopped):
            binder.pages_of(foreign.pages("x"))
        assert binder._process is None
