"""The quick ways of writing down and hashing give the same bytes as the plain ones."""

import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.store.canonical import canonical_bytes, list_bytes, row_bytes, scalar
from jtai_desktop.store.keyed import Keyed

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.none() | st.booleans() | st.integers() | TEXTS


@given(st.lists(VALUES))
def test_a_list_from_its_values_is_the_encoders_own(values: list[str | int | bool | None]) -> None:
    plain = [int(value) if isinstance(value, bool) else value for value in values]
    assert list_bytes(map(scalar, values)) == canonical_bytes(plain)


@given(st.dictionaries(TEXTS, VALUES), TEXTS)
def test_a_row_is_its_table_and_its_values_by_column(
    row: dict[str, str | int | bool | None], table: str
) -> None:
    values = [row[name] for name in sorted(row)]
    plain = [int(value) if isinstance(value, bool) else value for value in values]
    assert row_bytes(table, row) == canonical_bytes([table, *plain])


@pytest.mark.parametrize("foreign", [1.0, 1.5, b"1", b"", float("nan")])
def test_what_the_program_never_writes_is_like_nothing_it_wrote(foreign: object) -> None:
    assert scalar(foreign) not in {scalar(1), scalar(""), scalar("1"), scalar(None)}
    assert scalar(foreign).startswith("?")


@given(st.binary(max_size=64), st.binary(max_size=300))
def test_the_quick_hash_is_hmac(key: bytes, content: bytes) -> None:
    keyed = Keyed(key)
    assert keyed.digest(content) == hmac.digest(key, content, "sha256")
    assert keyed.digest(content) == hmac.digest(key, content, "sha256")


def test_a_longer_key_is_a_bug() -> None:
    with pytest.raises(ValueError, match="65"):
        Keyed(bytes(65))
