"""Marks of rows: by them two versions of a list are compared, and nothing can be read from them."""

from hashlib import blake2b

from jtai_desktop.domain.lists.comparing import MARK, Marks
from jtai_desktop.domain.lists.rows import ListRows
from jtai_desktop.domain.lists.shape import CHILD

APART = "\x1f"


def marks(table: ListRows, salt: bytes) -> Marks:
    """Two marks for each row that is not blank: of its key, and of all that stands in it."""
    key = [name for name in table.shape.key if table.has(name)] or [CHILD]
    names = [each.column.name for each in table.all_taken]
    keys = _texts(table, [name for name in key if table.has(name)])
    wholes = _texts(table, names)
    start = blake2b(key=salt, digest_size=MARK)
    data = bytearray()
    for text in (text for pair in zip(keys, wholes, strict=True) for text in pair):
        one = start.copy()
        one.update(text.encode("utf-8", "surrogatepass"))
        data += one.digest()
    return Marks(bytes(data))


def _texts(table: ListRows, names: list[str]) -> list[str]:
    """The values of these columns as one text a row; read values, so that a date is a date."""
    columns = [[*map(str, table.values(name))] for name in names]
    if not columns:
        return [str(number) for number in table.numbers]
    return [APART.join(row) for row in zip(*columns, strict=True)]
