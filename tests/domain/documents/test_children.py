"""Remarks on the labels of children, and on how many there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.documents.children import NAME_LIKE, how_many, name_like, spoken
from jtai_desktop.domain.documents.items import Child


@pytest.mark.parametrize(
    "label",
    ["Child A", "child b", "A", "Child 12", "NM-03", "YP 4", "YP4", "Sibling two", "Child AB",
     "Young person C", "Child Alpha", "Ref ABC-2026-17", "", "Twin 1", "Carer 2",
     "Grandmother"],
)  # fmt: skip
def test_labels_that_say_nothing_are_not_remarked_on(label: str) -> None:
    assert name_like(label) == ""


@pytest.mark.parametrize(
    "label",
    ["Robin", "Child Robin", "robin k", "R. Marlowe", "ROBIN", "Jo", "Łukasz", "O’Hara", "李小龙",
     "Child A (Robin)", "Robin-Lee"],
)  # fmt: skip
def test_labels_like_names_are_remarked_on(label: str) -> None:
    assert name_like(label) == NAME_LIKE


@given(st.text(max_size=30))
def test_any_label_is_either_remarked_on_or_not(label: str) -> None:
    assert name_like(label) in {"", NAME_LIKE}


@given(st.integers(0, 999), st.sampled_from("ABCDEFG"))
def test_a_letter_or_a_number_is_never_a_name(number: int, letter: str) -> None:
    assert name_like(f"Child {number}") == name_like(f"Child {letter}") == ""


@pytest.mark.parametrize(
    ("children", "said"),
    [(0, ""), (4, "Fewer than five"), (5, ""), (7, ""), (8, "More than seven")],
)
def test_how_many_is_a_remark_and_no_limit(children: int, said: str) -> None:
    assert how_many(children).startswith(said)
    assert bool(how_many(children)) is bool(said)


def test_a_child_in_words() -> None:
    assert spoken(Child("1", "NM-03", "Child C", 15, "In care")) == (
        "Child C, NM-03, age 15, In care"
    )
    assert spoken(Child("1", "", "Child C")) == "Child C"
