"""Pasted blocks: each point is a finding, whatever sign stands in front of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.findings.finding import Kind
from jtai_desktop.domain.findings.pasting import pasted
from jtai_desktop.domain.problems import Refused


def found(text: str, kind: Kind = Kind.IMPROVEMENT) -> list[tuple[str, str, str]]:
    """Kind, heading and text of each."""
    items = pasted(text, kind).items
    return [(str(each.kind), each.heading, each.text) for each in items]


@pytest.mark.parametrize("sign", ["•", "■", "-", "–", "*", "1.", "1)", "(a)", "2.3.", "iv."])
def test_any_sign_begins_a_finding(sign: str) -> None:
    text = f"{sign} Plans are late\nand thin.\n{sign} Calls wait.\n"
    assert [each[2] for each in found(text)] == ["Plans are late and thin.", "Calls wait."]


def test_a_bullet_glued_to_its_text_counts_and_a_hyphenated_word_does_not() -> None:
    assert [each[2] for each in found("■Plans are late.\n■Calls wait.")] == [
        "Plans are late.",
        "Calls wait.",
    ]
    assert [each[2] for each in found("• Plans are\n-well- kept\n• Calls")][1] == "Calls"


def test_headings_say_kind_and_heading() -> None:
    text = (
        "Key strengths\n• Partners meet.\n\nAreas for priority action:\n• Act now.\n"
        "What needs to improve?\n• Plans.\n• Calls."
    )
    assert found(text) == [
        ("strength", "Key strengths", "Partners meet."),
        ("priority", "Areas for priority action", "Act now."),
        ("improvement", "What needs to improve?", "Plans."),
        ("improvement", "What needs to improve?", "Calls."),
    ]


def test_points_below_points_and_paragraphs_belong_to_theirs() -> None:
    text = "• Plans are late:\n   – in health\n   – in the police\n\nThis has gone on.\n• Calls."
    assert [each[2] for each in found(text)] == [
        "Plans are late:\n– in health\n– in the police\nThis has gone on.",
        "Calls.",
    ]


def test_without_bullets_each_paragraph_or_each_line_is_one() -> None:
    assert [each[2] for each in found("Plans are\nlate.\n\nCalls wait.")] == [
        "Plans are late.",
        "Calls wait.",
    ]
    assert [each[2] for each in found("Plans are late.\nCalls wait.")] == [
        "Plans are late.",
        "Calls wait.",
    ]


@pytest.mark.parametrize("text", ["", " \n\t", "Strengths", "\u200b"])
def test_nothing_to_keep_is_said(text: str) -> None:
    with pytest.raises(Refused, match="nothing in it"):
        pasted(text, Kind.STRENGTH)


def test_too_much_is_refused() -> None:
    with pytest.raises(Refused, match="more text than any letter"):
        pasted("x" * 200_001, Kind.STRENGTH)
    with pytest.raises(Refused, match="more than 300 findings"):
        pasted("• x\n" * 301, Kind.STRENGTH)


@given(st.text(max_size=400))
def test_no_word_is_lost(text: str) -> None:
    try:
        draft = pasted(f"• begins\n{text}", Kind.STRENGTH)
    except Refused:
        return
    kept = "".join(f"{each.heading}{each.text}" for each in draft.items)
    letters = [each for each in text if each.isascii() and each.isalpha()]
    signs = sum(each in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" for each in kept)
    # A letter with a point or bracket behind it is a sign of a list and is not kept.
    assert signs >= len(letters) - text.count(".") * 4 - text.count(")") * 4
