"""From text to a pack: what is not TOML, all faults at once, marks that do no harm."""

import pytest

from jtai_desktop.guidance.finding import text_of
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.guidance.reading import digest, read_data, read_text
from tests.guidance.spoiling import CALL, MINUTES, SELECTION, Data, drop, put


def test_every_fault_is_told_at_once(data: Data) -> None:
    drop("milestones", 6, "title")(data)
    put("items", 23, "count", 0)(data)
    data["lists"].pop()
    found = read_data(data)
    assert isinstance(found, list)
    places = [problem.place for problem in found]
    assert SELECTION in places
    assert MINUTES in places
    assert "scope" in places  # which names list 8


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a = 1\nb = \n", "line 2, column 5", "Invalid value"),
        ("a = 'x", "the end of the file", "breaks off"),
        ("a = 1\na = 2\n", "line 2, column 6", "Cannot overwrite a value"),
        ("a = " + "[" * 100_000, "", "nested too deeply"),
        ("a = " + "9" * 5000, "", "number or date"),
        ("a = \x00", "line 1, column 5", "not TOML"),
    ],
)
def test_what_is_not_toml_is_told_by_line_and_column(text: str, place: str, words: str) -> None:
    found = read_text(text)
    assert isinstance(found, list)
    (problem,) = found
    assert problem.place == place
    assert words in problem.sentence


def test_the_place_of_the_text_is_named_before_each_problem(text: str) -> None:
    spoilt = text.replace('hour = "before"', 'hour = "around"')
    found = read_text(spoilt, "northmoor.toml")
    assert isinstance(found, list)
    assert [problem.place for problem in found] == [f"northmoor.toml, {CALL}"]


def test_a_byte_order_mark_does_no_harm(text: str) -> None:
    assert isinstance(read_text(f"\ufeff{text}"), Pack)


def test_windows_line_ends_do_no_harm(text: str, pack: Pack) -> None:
    assert read_text(text.replace("\n", "\r\n")) == pack


def test_a_hyphen_in_a_range_of_paragraphs_becomes_a_dash(data: Data) -> None:
    put("items", 1, "paragraph", "47-48")(data)
    found = read_data(data)
    assert isinstance(found, Pack)
    assert found.items[0].paragraph == "47–48"


def test_the_digest_tells_two_texts_apart(text: str) -> None:
    assert len(digest(text)) == 64
    assert digest(text) != digest(f"{text} ")


def test_the_same_text_is_the_same_pack_and_its_problems_are_each_readers_own() -> None:
    text = text_of("cmh-2019")
    assert read_text(text) is read_text(text)
    spoilt = text.replace("[pack]", "[packs]", 1)
    first = read_text(spoilt)
    assert isinstance(first, list)
    told = list(first)
    first.clear()
    assert read_text(spoilt) == told
