"""How strong a passphrase is, in words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.passphrases import of_words, refuse_weak
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.strength import TRIED_FIRST, Grade, judge
from jtai_desktop.services.suggesting import suggest, words

WORDS = words()


@pytest.mark.parametrize(
    "passphrase",
    [
        "password12",
        "P@ssw0rd2026",
        "1234567890",
        "qwertyuiop",
        "poiuytrewq",
        "Summer2026!",
        "aaaaaaaaaaaabbbb",
        "Northmoor2026",
        "abcdefghij",
    ],
)
def test_what_is_tried_first_is_refused(passphrase: str) -> None:
    assert judge(passphrase).grade is Grade.GUESSED
    with pytest.raises(Refused):
        refuse_weak(passphrase)


@pytest.mark.parametrize(
    ("passphrase", "grade"),
    [
        ("harbour lantern", Grade.WEAK),
        ("Wolverhampton99", Grade.WEAK),
        ("kettle kettle kettle kettle", Grade.GUESSED),
        ("kettle orbit walnut", Grade.FAIR),
        ("kettle orbit walnut pilgrim", Grade.STRONG),
        ("four calm grey words", Grade.STRONG),
        ("xK9$mQ2!vLr7", Grade.STRONG),
        ("kettleorbitwalnutpilgrim", Grade.FAIR),
    ],
)
def test_the_grades(passphrase: str, grade: Grade) -> None:
    found = judge(passphrase)
    assert found.grade is grade
    assert found.sentence.endswith(".")


def test_a_weak_one_says_why() -> None:
    assert "a year" in judge("lantern 1984").sentence
    assert "repeats itself" in judge("kettle kettle").sentence
    assert "tried first" in judge("summer lantern").sentence
    assert "keyboard" in judge("qwerty lantern").sentence


@given(st.text(max_size=60), st.text(max_size=20))
def test_more_is_never_much_worse_and_nothing_breaks(text: str, more: str) -> None:
    assert judge(text).bits >= 0
    assert judge(f"{text} {more}").bits >= judge(text).bits - 1


@given(st.lists(st.sampled_from(WORDS), min_size=4, max_size=4, unique=True))
def test_four_words_of_the_list_are_strong(chosen: list[str]) -> None:
    assert judge(" ".join(chosen)).grade is Grade.STRONG


def test_the_list_is_plain_and_long_enough() -> None:
    assert len(set(WORDS)) == len(WORDS) >= 2048
    assert all(3 <= len(word) <= 7 and word.isascii() and word.islower() for word in WORDS)
    assert list(WORDS) == sorted(WORDS)
    assert not [one for one, following in pairwise(WORDS) if following.startswith(one)]
    assert not set(WORDS) & TRIED_FIRST


def test_a_suggestion_has_four_different_words_of_the_list() -> None:
    chosen = suggest().split(" ")
    assert len(set(chosen)) == 4
    assert set(chosen) <= set(WORDS)
    refuse_weak(suggest())


def test_chance_that_repeats_itself_is_asked_again() -> None:
    told = iter(["kettle", "kettle", "orbit", "walnut", "orbit", "pilgrim"])
    assert of_words(WORDS, lambda _: next(told)) == "kettle orbit walnut pilgrim"
