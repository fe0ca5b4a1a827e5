"""The recovery code: what is mistyped is found out, and the group named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.recovery_codes import ALPHABET, GROUPS, SIGNS, groups, read, spelled

SECRET = bytes(range(20))
secrets = st.binary(min_size=20, max_size=20)
places = st.tuples(st.integers(0, GROUPS - 1), st.integers(0, SIGNS - 1))


def _refusal(text: str) -> str:
    with pytest.raises(Refused) as refused:
        read(text)
    return str(refused.value)


def test_a_known_secret_has_a_known_code() -> None:
    assert spelled(SECRET) == "000GC-40R4Y-0M301-E209M-185G2-R38EE-1W810-24GKG"


def test_there_are_32_signs_and_none_that_look_alike() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


@given(secrets)
def test_a_code_reads_back_however_it_is_typed(secret: bytes) -> None:
    code = spelled(secret)
    assert [len(group) for group in groups(code)] == [SIGNS] * GROUPS
    loose = code.lower().replace("0", "o").replace("1", "l")
    for typed in (code, loose, code.replace("-", ""), code.replace("-", " \n"), f" {code}– "):
        assert read(typed) == secret


@given(secrets, places, st.sampled_from(ALPHABET))
def test_any_one_mistyped_sign_names_its_group(
    secret: bytes, place: tuple[int, int], sign: str
) -> None:
    typed = [list(group) for group in groups(spelled(secret))]
    at, within = place
    if typed[at][within] == sign:
        return
    typed[at][within] = sign
    for between in ("-", ""):
        sentence = _refusal(between.join("".join(group) for group in typed))
        assert sentence.startswith(f"Group {at + 1} is mistyped.")


@given(secrets, st.integers(0, GROUPS - 1), st.integers(0, SIGNS - 2))
def test_neighbours_that_changed_places_name_their_group(
    secret: bytes, at: int, within: int
) -> None:
    typed = [list(group) for group in groups(spelled(secret))]
    group = typed[at]
    if group[within] == group[within + 1]:
        return
    group[within], group[within + 1] = group[within + 1], group[within]
    assert _refusal("-".join(map("".join, typed))).startswith(f"Group {at + 1} is mistyped.")


@given(secrets, st.integers(0, GROUPS - 1), st.integers(0, GROUPS - 1))
def test_groups_in_the_wrong_order_are_both_named(secret: bytes, one: int, other: int) -> None:
    typed = list(groups(spelled(secret)))
    if one == other:
        return
    typed[one], typed[other] = typed[other], typed[one]
    first, second = sorted((one + 1, other + 1))
    assert _refusal("-".join(typed)).startswith(f"Groups {first} and {second} are mistyped.")


@given(secrets, places)
def test_a_sign_that_was_left_out_is_looked_for_in_its_group(
    secret: bytes, place: tuple[int, int]
) -> None:
    typed = list(groups(spelled(secret)))
    at, within = place
    typed[at] = typed[at][:within] + typed[at][within + 1 :]
    assert _refusal("-".join(typed)).startswith(f"Group {at + 1} has 4 signs")
    joined = _refusal("".join(typed))
    assert "this has 39 signs" in joined


@given(st.text(max_size=60))
def test_anything_typed_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        read(text)
    except Refused as refusal:
        problem = refusal.problem
    else:
        return
    assert problem.sentence.endswith(".")
    assert problem.place == "Recovery code"


def test_a_foreign_sign_and_an_empty_field_are_told_apart() -> None:
    assert "Group 3 has “?”" in _refusal(spelled(SECRET).replace("0M301", "0M3?1"))
    assert "No code was typed" in _refusal(" - ")


def test_a_secret_of_another_length_is_a_bug() -> None:
    with pytest.raises(ValueError, match="20 bytes"):
        spelled(b"short")
