"""Printed lines made one text again."""

import pytest

from jtai_desktop.domain.letters.joining import join, words_of


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Help comes", "early."], "Help comes early."),
        (["a multi-", "agency plan"], "a multi-agency plan"),
        (["a safe-", "guarding plan"], "a safeguarding plan"),
        (["a safe\u00ad", "guarding plan"], "a safeguarding plan"),
        (["well-", "being boards"], "well-being boards"),
        (["contacts and/", "or referrals"], "contacts and/or referrals"),
        (["aged 0–", "19 years"], "aged 0–19 years"),
        (["children –", "and parents"], "children – and parents"),
        (["pre- and", "post-release"], "pre- and post-release"),
        (["one -", "two"], "one - two"),
        ([], ""),
    ],
)
def test_lines_become_a_text(lines: list[str], text: str) -> None:
    words = words_of(["safeguarding is a word", "and wellbeing too, and well-being"])
    assert join(lines, words) == text


def test_a_word_at_the_end_of_a_line_does_not_vouch_for_itself() -> None:
    assert "safe" not in words_of(["a safe-"])
    assert words_of(["Multi-agency work"]) == {"multi-agency", "work"}
