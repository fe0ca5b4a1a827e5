"""The rows of the table of backups, and of the two sides laid beside each other."""

from collections.abc import Sequence

from jtai_desktop.domain.keeping import WORDS, Backup
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.wording import day_full, stamp
from jtai_desktop.services.erasing import Remain
from jtai_desktop.services.restoring import Line
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("when", "When", 160),
    Column("why", "Why"),
    Column("entries", "Entries", 64, right=True, leaves=2),
    Column("size", "Size", 74, right=True, leaves=1),
    Column("sound", "", 104),
)
SIDES = (Column("what", "What"), Column("now", "Now", 170), Column("then", "In the backup", 170))
REMAINS = (
    Column("when", "Backup", 160),
    Column("what", "Still holds"),
    Column("until", "Until", 130),
)
# The newest entry, how many there are, and the inspections are always of interest.
ALWAYS = 3
MEGABYTE, KILOBYTE = 1_000_000, 1_000


def backup_rows(backups: Sequence[Backup]) -> list[Row]:
    """One row for each backup, the newest first."""
    return [_backup(one) for one in backups]


def side_rows(lines: Sequence[Line]) -> list[Row]:
    """When and which, and what differs beside that, bold on the side of the backup."""
    shown = [each for at, each in enumerate(lines) if at < ALWAYS or each.differs]
    return [
        Row(
            line.what,
            (
                Cell(line.what),
                Cell(line.now, ink=Role.INK2, tip=line.now),
                Cell(line.then, bold=line.differs, tip=line.then),
            ),
            said=f"{line.what}: now {line.now}, in the backup {line.then}",
        )
        for line in shown
    ]


def sides_said(lines: Sequence[Line]) -> str:
    """Everything else is the same."""
    differing = sum(line.differs for line in lines)
    if not differing:
        return "Both sides are the same."
    return "All other numbers are the same on both sides." if differing < len(lines) else ""


def remain_rows(remains: Sequence[Remain]) -> list[Row]:
    """What older backups still hold, and until when."""
    return [
        Row(
            one.backup.name,
            (
                Cell(stamp(one.backup.taken)),
                Cell(", ".join(one.areas), tip=", ".join(one.areas)),
                Cell(day_full(london(one.until).date()), ink=Role.INK2),
            ),
        )
        for one in remains
    ]


def size_said(size: int) -> str:
    """1.2 MB; under a megabyte in kB."""
    if size >= MEGABYTE:
        return f"{size / MEGABYTE:.1f} MB"
    return f"{-(-size // KILOBYTE)} kB"


def _backup(backup: Backup) -> Row:
    sound = look_of(State.DONE).worded("Verified")
    damaged = look_of(State.WARNING).worded("Damaged")
    return Row(
        backup.name,
        (
            Cell(stamp(backup.taken), tip=stamp(backup.taken)),
            Cell(WORDS[backup.reason], ink=Role.INK2),
            Cell(f"{backup.seq:,}" if backup.verified else "", ink=Role.INK2, right=True),
            Cell(size_said(backup.size), ink=Role.INK2, right=True),
            Cell(state=sound if backup.verified else damaged),
        ),
    )
