"""What makes a passphrase worth having."""

import pytest

from jtai_desktop.domain.passphrases import of_words, refuse_weak
from jtai_desktop.domain.problems import Refused


@pytest.mark.parametrize(
    ("passphrase", "words"),
    [
        ("", "The passphrase has 0 characters. Use at least 10"),
        ("x", "The passphrase has 1 character. Use at least 10"),
        ("ninechars", "The passphrase has 9 characters"),
        ("aaaaaaaaaaaa", "repeats itself"),
        ("abababababab", "repeats itself"),
        (" " * 30, "repeats itself"),
        ("abcdabcdabcd", "repeats itself"),
        ("Password2026", "among the first that are tried"),
    ],
)
def test_a_weak_one_is_refused_without_being_told(passphrase: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        refuse_weak(passphrase)
    assert words in str(refused.value)
    assert refused.value.problem.place == "Passphrase"
    assert len(passphrase) < 2 or passphrase not in str(refused.value)


@pytest.mark.parametrize(
    "passphrase",
    [
        "kettle orbit ladder seven",
        "żółć gęślą jaźń łąka",
        "x9!Qv2#Lm7",
        "kettle\x00orbit ladder",
        "x" + "kettle orbit ladder " * 200,
    ],
)
def test_a_good_one_is_taken(passphrase: str) -> None:
    refuse_weak(passphrase)


def test_one_is_made_of_four_words() -> None:
    words = iter(["kettle", "orbit", "ladder", "seven"])
    assert of_words(["any"], lambda _: next(words)) == "kettle orbit ladder seven"
