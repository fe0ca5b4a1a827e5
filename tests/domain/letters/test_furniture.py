"""What stands on a page but is not of the letter."""

import pytest

from jtai_desktop.domain.letters.furniture import usual_size, without_furniture
from tests.domain.letters.lettering import Lettering


def _kept(letter: Lettering) -> list[str]:
    return [line.text for line in without_furniture(letter.lines)]


@pytest.mark.parametrize("number", ["7", "Page 7", "page 7 of 12", "7/12", "- 7 -"])
def test_page_numbers_go(number: str) -> None:
    letter = Lettering().text("Words of the letter.").at(800).text(number)
    assert _kept(letter) == ["Words of the letter."]


def test_a_number_in_the_midst_of_a_page_stays() -> None:
    assert _kept(Lettering().text("There were").text("7")) == ["There were", "7"]


def test_running_heads_go_however_they_count() -> None:
    letter = Lettering()
    for page in range(1, 4):
        letter.at(60).text(f"Letter to Northmoor, sheet {page}").at(130)
        letter.text(f"What page {page} says is said once.").overleaf()
    assert _kept(letter) == [f"What page {page} says is said once." for page in range(1, 4)]


def test_footnotes_go_with_all_their_lines() -> None:
    letter = Lettering().text("Words of the letter, in its own size.").at(700)
    letter.small("What a term means,", note="3").small("and what it does not.")
    assert _kept(letter) == ["Words of the letter, in its own size."]


def test_a_footnote_that_goes_on_overleaf_goes() -> None:
    letter = Lettering().text("Words of the letter, in its own size.").at(700)
    letter.small("1 What a term means, at length,").overleaf()
    letter.text("More words, in the same size.").at(700).small("and on the next page.")
    assert _kept(letter) == [
        "Words of the letter, in its own size.",
        "More words, in the same size.",
    ]


def test_small_print_that_is_no_footnote_stays() -> None:
    letter = Lettering().text("Words of the letter, in its own size.").at(700)
    letter.small("Small words without a number.")
    assert len(_kept(letter)) == 2


def test_a_small_bullet_is_no_footnote() -> None:
    letter = Lettering().text("Words of the letter, in its own size.").point("A point.")
    assert len(_kept(letter)) == 2


def test_the_usual_size_is_that_of_most_words() -> None:
    letter = Lettering().small("Few words.").text("Many more words than those.")
    assert usual_size(letter.lines) == 12.0
    assert usual_size([]) == 0.0
