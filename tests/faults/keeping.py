"""Keeps the figures of a run in docs/faults.md, between marks, with what they were measured on."""

import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

KEPT = Path(__file__).resolve().parents[2] / "docs" / "faults.md"


def keep(lines: Sequence[str], *, long: bool, seed: int) -> None:
    """Put the table in the place of the one before."""
    form = "long" if long else "short"
    text = KEPT.read_text(encoding="utf-8")
    marks = re.compile(f"(<!-- {form} -->\n).*?(<!-- end of {form} -->)", re.DOTALL)
    said = "\n".join([f"{_measured_on()}, seed {seed}.", "", *lines])
    KEPT.write_text(
        marks.sub(lambda found: f"{found[1]}\n{said}\n\n{found[2]}", text), encoding="utf-8"
    )


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
