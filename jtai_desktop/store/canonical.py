"""One way to write values down so that the same values always give the same bytes."""

import json
from collections.abc import Mapping

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)

Value = str | int | bool | None
Row = Mapping[str, Value]


def canonical(value: object) -> str:
    """JSON without spaces, keys in order. A value that JSON does not know is a bug and raises."""
    return _ENCODER.encode(value)


def canonical_bytes(value: object) -> bytes:
    """The same in UTF-8, as it is hashed."""
    return _ENCODER.encode(value).encode()


def row_bytes(table: str, row: Row) -> bytes:
    """A row as the digest counts it: its table, then its values by the names of their columns.

    Truth values count as 0 and 1, so that databases with and without such a type agree.
    """
    values = (row[name] for name in sorted(row))
    plain = [int(value) if isinstance(value, bool) else value for value in values]
    return canonical_bytes([table, *plain])
