"""A table on the command line: heads, a rule, and rows in columns that fit."""

from collections.abc import Sequence

GAP = "  "


def aligned(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The lines of a table."""
    table = (heads, *rows)
    widths = [max(len(row[at]) for row in table) for at in range(len(heads))]
    rule = "-" * (sum(widths) + len(GAP) * (len(heads) - 1))
    return [_line(heads, widths), rule, *(_line(row, widths) for row in rows)]


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
    return GAP.join(cells).rstrip()
