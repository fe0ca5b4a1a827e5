"""Keeps the figures of a run in docs/faults.md, between marks, with what they were measured on."""

import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

KEPT = Path(__file__).resolve().parents[2] / "docs" / "faults.md"


def keep(lines: Sequence[str], *, long: bool, seed: int, part: bool = False) -> None:
    """Put the table in the place of the one before; of a part only its rows."""
    form = "long" if long else "short"
    text = KEPT.read_text(encoding="utf-8")
    marks = re.compile(f"(<!-- {form} -->\n)(.*?)(<!-- end of {form} -->)", re.DOTALL)

    def renewed(found: re.Match[str]) -> str:
        kept = merged(found[2].splitlines(), lines) if part else lines
        said = "\n".join([f"{_measured_on()}, seed {seed}.", "", *kept])
        return f"{found[1]}\n{said}\n\n{found[3]}"

    KEPT.write_text(marks.sub(renewed, text), encoding="utf-8")


def merged(before: Sequence[str], lines: Sequence[str]) -> list[str]:
    """The rows of before with the new ones in their place; what had no row comes last."""
    head, new = lines[:2], {_fault(row): row for row in lines[2:]}
    old = [row for row in before if row.startswith("|")][2:]
    stay = [new.pop(_fault(row), row) for row in old]
    return [*head, *stay, *new.values()]


def _fault(row: str) -> str:
    return row.split("|")[1].strip()


def _measured_on() -> str:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    (cipher,) = connection.execute("PRAGMA cipher_version").fetchone()
    connection.close()
    today = datetime.now(tz=UTC).date()
    python, database = platform.python_version(), dbapi2.sqlite_version
    return (
        f"Run on {today.day} {today:%B %Y}: {platform.system()}, Python {python},"
        f" SQLite {database}, SQLCipher {cipher}"
    )
