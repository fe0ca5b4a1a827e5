"""The line of a paper is found by its seal, however it is copied from the page."""

from datetime import UTC, date, datetime

import pytest

from jtai_desktop.domain.printing import PrintEntry, Way, found, sealed

WHEN = datetime(2026, 11, 10, 10, 40, tzinfo=UTC)


def _entry(paper: str, seal: str, way: Way = Way.SAVED) -> PrintEntry:
    until = date(2026, 12, 15)
    return PrintEntry(seal, WHEN, "Lead", paper, "inspectors", WHEN, 3, way, until, seal)


PACK, LIST = _entry("Readiness pack", "a1b2c3d4e5f6"), _entry("List", "a1ffc3d4e5f6", Way.PRINTED)
EVERY = (PACK, LIST)


@pytest.mark.parametrize("typed", ["a1b2c3d4e5f6", " Seal A1B2 C3D4 E5F6\n", "a1b2", "SEAL a1b2"])
def test_a_seal_is_found_as_it_stands_on_the_page(typed: str) -> None:
    assert sealed(EVERY, typed) == found(EVERY, typed) == (PACK,)


def test_one_that_left_twice_is_there_twice_and_the_middle_of_a_seal_is_none() -> None:
    assert sealed((PACK, LIST, PACK), "a1b2c3d4e5f6") == (PACK, PACK)
    assert sealed(EVERY, "a1") == EVERY
    assert sealed(EVERY, "c3d4") == found(EVERY, "c3d4") == ()


@pytest.mark.parametrize("typed", ["", "seal", " "])
def test_no_seal_is_no_answer_and_no_word_is_all(typed: str) -> None:
    assert sealed(EVERY, typed) == ()
    assert found(EVERY, typed.removeprefix("seal")) == EVERY


def test_words_find_papers_by_name_reader_person_and_way() -> None:
    assert found(EVERY, "pack INSPECTORS lead") == (PACK,)
    assert found(EVERY, "printed") == (LIST,)
    assert found(EVERY, "<b>") == ()
