"""Cells of each kind: what is taken, what is reported, and what is never shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.lists.cells import plain_values, reader_of, shown
from jtai_desktop.domain.lists.codes import Codes, read_answer
from jtai_desktop.domain.lists.findings import Rule, letter
from jtai_desktop.domain.lists.headings import Headings, heading_key, words
from jtai_desktop.domain.lists.shape import AGE, CHILD, Column, Kind

CATEGORY = Column("Gender", Kind.CATEGORY, codes=("a) Male", "b) Female"))
PROVIDERS = ("d) PR3: Other public provision", "e) PR4: Private provision")
ETHNICITY = ("r) OOTH", "s) REFU", "s) NOBT")


def _rule(column: Column, value: object) -> Rule | None:
    fault = reader_of(column)(value)[1]
    return fault.rule if fault else None


@pytest.mark.parametrize(
    ("text", "code", "rule"),
    [
        ("e) PR4: Private provision", PROVIDERS[1], None),
        ("e) PR4 - Private provision", PROVIDERS[1], None),
        ("E) pr4:private  provision ", PROVIDERS[1], None),
        ("PR4", PROVIDERS[1], Rule.CODE_FORM),
        ("PR4: Private provision", PROVIDERS[1], Rule.CODE_FORM),
        ("Private", None, Rule.NOT_A_CODE),
        ("e)", None, Rule.NOT_A_CODE),
    ],
)
def test_codes_are_found_in_any_dress(text: str, code: str | None, rule: Rule | None) -> None:
    found, fault = Codes(PROVIDERS).read(text)
    assert found == code
    assert (fault.rule if fault else None) is rule


def test_a_letter_alone_is_no_code_and_later_codes_are() -> None:
    codes = Codes(ETHNICITY, ["t) NOBT"])
    assert codes.read("s) NOBT") == ("s) NOBT", None)
    assert codes.read("t) NOBT") == ("t) NOBT", None)
    assert codes.read("NOBT")[0] == "s) NOBT"
    assert codes.read("s")[0] is None


def test_a_sign_of_two_codes_is_not_guessed() -> None:
    codes = Codes(["a) A1: one", "b) A1: other", "c) A2: third"])
    assert codes.read("A1")[0] is None
    assert codes.read("A2")[0] == "c) A2: third"


def test_an_open_list_takes_other_values() -> None:
    codes = Codes(["NUK - Child placed outside the UK"], open_list=True)
    assert codes.read("Northmoor") == ("Northmoor", None)
    assert codes.read("--")[0] is None


@pytest.mark.parametrize("code", ["a) Yes", "yes", "Y", "TRUE", "a)Yes"])
def test_a_yes_is_a_yes(code: str) -> None:
    assert read_answer(code) is True


@pytest.mark.parametrize("code", ["b) No", "no", "N ", "False"])
def test_a_no_is_a_no(code: str) -> None:
    assert read_answer(code) is False


@pytest.mark.parametrize("code", ["c) Unknown", "perhaps", "yes and no", "1"])
def test_anything_else_is_neither(code: str) -> None:
    assert read_answer(code) is None


@pytest.mark.parametrize(
    ("kind", "value", "rule"),
    [
        (Kind.ID, 1111.0, None),
        (Kind.ID, " NM1\u00a0", None),
        (Kind.ID, "0012", None),
        (Kind.ID, 1.5, Rule.NOT_A_REFERENCE),
        (Kind.ID, float("nan"), Rule.NOT_A_REFERENCE),
        (Kind.ID, float("inf"), Rule.NOT_A_REFERENCE),
        (Kind.ID, "#N/A", Rule.EXCEL_ERROR),
        (Kind.ID, "x" * 2_000, Rule.NOT_A_REFERENCE),
        (Kind.INTEGER, "12", None),
        (Kind.INTEGER, 12.0, None),
        (Kind.INTEGER, -1, Rule.NOT_A_NUMBER),
        (Kind.INTEGER, float("inf"), Rule.NOT_A_NUMBER),
        (Kind.TEXT, "Team North", None),
        (Kind.TEXT, "=1+1", Rule.FORMULA),
        (Kind.TEXT, "\u00a0 ", Rule.BLANK),
    ],
)
def test_each_kind_reads_its_own(kind: Kind, value: object, rule: Rule | None) -> None:
    assert _rule(Column(CHILD, kind), value) is rule


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("NM1 2AB", None),
        ("nm12ab", None),
        ("ZZ99 3CZ", None),  # no fixed abode, as the health service writes it
        ("NM1", Rule.POSTCODE),
        ("1 Some Street, NM1 2AB", Rule.POSTCODE),
        (12.0, Rule.POSTCODE),
    ],
)
def test_a_postcode_is_one_of_the_united_kingdom(value: object, rule: Rule | None) -> None:
    assert _rule(Column("Placement postcode", Kind.TEXT), value) is rule


@pytest.mark.parametrize("value", [7.5, "7.5", "7 years", "seven", 31, True, -2])
def test_an_age_is_whole_years(value: object) -> None:
    assert _rule(Column(AGE, Kind.INTEGER), value) is Rule.NOT_A_NUMBER


def test_minus_one_is_an_age_and_nothing_else() -> None:
    assert _rule(Column(AGE, Kind.INTEGER), -1) is None
    assert _rule(Column(AGE, Kind.INTEGER), 31) is Rule.NOT_A_NUMBER


@given(st.text(max_size=20) | st.floats() | st.booleans() | st.none() | st.integers())
def test_no_reader_fails_and_no_glance_differs_from_a_closer_look(value: object) -> None:
    for kind in Kind:
        column = Column(CHILD, kind, codes=("a) Yes", "b) No"))
        found, fault = reader_of(column)(value)
        assert shown(value, kind) is not None
        glance = plain_values(column, [value])
        if glance:
            assert (glance[value], None) == (found, fault)


def test_free_text_and_names_are_never_shown() -> None:
    assert shown("Somebody Northmoor", Kind.TEXT) == "(not shown)"
    assert shown("Somebody Northmoor", Kind.ID) == "(not shown)"
    assert shown("NM 12", Kind.ID) == "NM 12"
    assert shown("a\x00b\u202ec") == "a b c"
    assert len(shown("x" * 500)) == 60


@pytest.mark.parametrize(
    ("position", "text"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (-1, "")]
)
def test_columns_have_letters(position: int, text: str) -> None:
    assert letter(position) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Child's Legal Status", "Child’s  legal status?"),
        ("UASC (Y/N)", "UASC (Y/N))"),
        ("Number of ICPCs in the last 12 months", "Sum of Number of ICPCs in the last 12 months"),
        ("Date\u00a0of Birth ", "DateOfBirth"),
    ],
)
def test_headings_that_differ_in_dress_are_the_same(one: str, other: str) -> None:
    assert heading_key(one) == heading_key(other)


def test_not_is_a_word_that_counts() -> None:
    assert words("Referred to CAMHS") != words("Not referred to CAMHS")


def test_two_columns_of_the_same_words_are_not_guessed_between() -> None:
    first = Column("Date of visit", Kind.DATE)
    headings = Headings([first, Column("Visit: date", Kind.DATE)])
    assert headings.match("The visit’s date") is None
    found = headings.match("Date of visit")
    assert found is not None
    assert found.column is first
