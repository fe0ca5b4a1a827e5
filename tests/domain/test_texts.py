"""What a person may type into a field."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain import texts
from jtai_desktop.domain.problems import Refused

ANY = st.text(st.characters(codec=None, categories=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Police \t lead\n", "Police lead"),
        ("a\r\nb\rc\u2028d\u2029e", "a b c d e"),
        ("a\x00b\x1bc\x7fd", "a b c d"),
        ("a\ud800b\ue000c\uffffd\ufdd0e\U0001fffef", "a b c d e f"),
        ("e\u0301", "é"),
        ("\u202a01632\u202c \u202eabc \u2066x\u2069", "01632 abc x"),
        ("\u200fשלום\u200e", "\u200fשלום\u200e"),
        ("Łukasz Nguyễn", "Łukasz Nguyễn"),
        ("<b>=cmd & \"'", "<b>=cmd & \"'"),
        ("👩🏽‍💻", "👩🏽‍💻"),
        # Newer than the tables of the oldest Python that runs this.
        ("\U0001fae8", "\U0001fae8"),
    ],
)
def test_a_line_is_kept_as_it_can_be_seen(typed: str, kept: str) -> None:
    assert texts.line(typed, "Note") == kept


def test_a_note_keeps_its_lines() -> None:
    assert texts.note(" a\r\nb\n\tc\x00 \n", "Note") == "a\nb\n\tc"


@pytest.mark.parametrize(
    "blank", ["", " ", "\u00a0\t", "\u200b", "\u202e", "\u2060 \u200d", "\x00"]
)
def test_what_can_not_be_seen_is_empty(blank: str) -> None:
    for keep in (texts.line, texts.note):
        with pytest.raises(Refused, match=r"Area is empty\. Please fill it in") as refused:
            keep(blank, "Area", needed=True)
        assert refused.value.problem.place == "Area"


def test_lengths_are_held() -> None:
    assert texts.line("x" * 200, "Note")
    with pytest.raises(Refused, match="Note has 201 characters; 200 is the most"):
        texts.line("x" * 201, "Note")
    with pytest.raises(Refused, match="Note has 5,001 characters; 5,000 is the most"):
        texts.note("x" * 5001, "Note")
    with pytest.raises(Refused, match="11 characters; 10 is the most"):
        texts.line("x" * 11, "Note", longest=10)
    # What is trimmed does not count; what grows when it is composed does.
    assert texts.line(" " * 500 + "x" * 10, "Note", longest=10)
    with pytest.raises(Refused, match="12 characters; 10 is the most"):
        texts.line("\u0958" * 6, "Note", longest=10)


@given(ANY)
def test_what_is_kept_is_clean_and_stays_as_it_is(typed: str) -> None:
    kept = texts.line(typed, "Note")
    assert texts.line(kept, "Note") == kept
    assert kept == unicodedata.normalize("NFC", kept).strip()
    assert not any(unicodedata.category(each) in {"Cc", "Cs", "Co", "Zl", "Zp"} for each in kept)
    kept.encode()


@given(ANY)
def test_a_note_is_clean_and_stays_as_it_is(typed: str) -> None:
    kept = texts.note(typed, "Note")
    assert texts.note(kept, "Note") == kept
    assert not any(
        unicodedata.category(each) in {"Cc", "Cs", "Co"} and each not in "\n\t" for each in kept
    )


@given(ANY)
def test_a_name_is_shown_on_one_line(name: str) -> None:
    shown = texts.shown_name(name)
    assert shown[0] + shown[-1] == "“”"
    assert len(shown.splitlines()) == 1
