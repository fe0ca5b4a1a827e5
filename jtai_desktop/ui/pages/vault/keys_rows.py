"""The rows of the table "Who can open the vault"."""

from jtai_desktop.domain.key_holders import KeyHolder, Opening
from jtai_desktop.domain.wording import day_full
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("who", "Who"),
    Column("opens", "Opens with", 97),
    Column("since", "Since", 121, leaves=1),
    Column("note", "", 130),
)


def key_rows(holders: tuple[KeyHolder, ...]) -> list[Row]:
    """One row for each passphrase, and one for the recovery code."""
    return [_row(holder) for holder in holders]


def _row(holder: KeyHolder) -> Row:
    who = holder.person if holder.opening is Opening.PASSPHRASE else f"Made by {holder.person}"
    since = day_full(holder.since.date()) if holder.since else ""
    return Row(
        holder.id,
        (
            Cell(who, bold=holder.own),
            Cell(holder.opening.value),
            Cell(since, ink=Role.INK2),
            _note(holder),
        ),
    )


def _note(holder: KeyHolder) -> Cell:
    if holder.opening is Opening.PASSPHRASE:
        return Cell("you" if holder.own else "", ink=Role.INK2)
    if holder.proved:
        return Cell(state=look_of(State.DONE).worded("typed back"))
    return Cell(state=look_of(State.WARNING).worded("not typed back"))
