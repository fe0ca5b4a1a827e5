"""The help pages: complete, linked with one another, and in step with the program."""

from pathlib import Path

import pytest

from jtai_desktop import __version__
from jtai_desktop.ui.pages.help.contents import HelpText, contents, found, page_of
from jtai_desktop.ui.pages.help.text import Block, Table
from jtai_desktop.ui.pages.places import PLACES
from jtai_desktop.ui.shell.actions import LINES


@pytest.fixture
def pages() -> tuple[HelpText, ...]:
    return contents(Path("a-vault"))


def _links(page: HelpText) -> set[str]:
    blocks = [part.spans for part in page.parts if isinstance(part, Block)]
    tables = [part for part in page.parts if isinstance(part, Table)]
    cells = [cell for table in tables for row in table.rows for cell in row]
    return {span.page for spans in (*blocks, *cells) for span in spans if span.page}


@pytest.mark.parametrize("place", [place.key for place in PLACES])
def test_every_place_has_a_page(pages: tuple[HelpText, ...], place: str) -> None:
    assert page_of(pages, place) is not None


@pytest.mark.parametrize("key", ["keys", "about", "vault", "undo"])
def test_what_the_menu_leads_to_is_there(pages: tuple[HelpText, ...], key: str) -> None:
    page = page_of(pages, key)
    assert page is not None
    assert page.title


def test_every_link_leads_to_a_page(pages: tuple[HelpText, ...]) -> None:
    keys = {page.key for page in pages}
    assert {link for page in pages for link in _links(page)} <= keys
    assert any(_links(page) for page in pages)


def test_every_key_of_the_menus_is_listed(pages: tuple[HelpText, ...]) -> None:
    page = page_of(pages, "keys")
    assert page is not None
    for line in LINES:
        for keys in line.keys:
            assert keys in page.plain
            assert line.text.replace("&", "").removesuffix("…") in page.plain


def test_about_says_version_and_where_data_lies(pages: tuple[HelpText, ...]) -> None:
    page = page_of(pages, "about")
    assert page is not None
    assert __version__ in page.plain
    assert "a-vault" in page.plain
    assert "network" in page.plain


def test_the_help_says_what_the_chain_can_not_prove(pages: tuple[HelpText, ...]) -> None:
    page = page_of(pages, "vault")
    assert page is not None
    assert "rebuild the whole chain" in page.plain


def test_no_exclamation_marks_and_no_straight_apostrophes(pages: tuple[HelpText, ...]) -> None:
    ours = [page for page in pages if page.key != "licences"]
    assert [page.key for page in ours if "!" in page.plain or "'" in page.plain] == []


def test_pages_with_the_word_in_the_title_come_first(pages: tuple[HelpText, ...]) -> None:
    assert found(pages, "PAPERS")[0].key == "papers"
    assert found(pages, "no-such-word-anywhere") == ()
    assert found(pages, "") == pages
