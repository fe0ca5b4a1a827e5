"""ColumnWidths: how wide the columns of a table are, and which leave when it gets narrow."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHeaderView

from jtai_desktop.ui.kit.cells import Column

NARROWEST, NARROWEST_REST = 24, 120


class ColumnWidths(QObject):
    """Keeps the design's widths, grown with the text, and those that a person has drawn.

    `rest` is the least that the column without a width has before others leave.
    """

    def __init__(
        self, head: QHeaderView, columns: Sequence[Column], rest: int = NARROWEST_REST
    ) -> None:
        super().__init__(head)
        self._head, self._columns, self._rest = head, tuple(columns), rest
        self._own: dict[str, int] = {}
        self._left_out: frozenset[str] = frozenset()
        self._scale = 100
        self._busy = False
        head.setMinimumSectionSize(NARROWEST)
        head.setStretchLastSection(False)
        for place, column in enumerate(self._columns):
            modes = QHeaderView.ResizeMode
            head.setSectionResizeMode(place, modes.Interactive if column.width else modes.Stretch)
        head.sectionResized.connect(self._drawn)

    def own(self) -> dict[str, int]:
        """The widths a person has drawn, by column key."""
        return dict(self._own)

    def take(self, widths: object) -> None:
        """Use these widths; unknown columns and odd values are passed over."""
        if not isinstance(widths, dict):
            return
        keys = {column.key for column in self._columns if column.width}
        self._own |= {
            key: max(NARROWEST, width)
            for key, width in widths.items()
            if key in keys and isinstance(width, int)
        }
        self._set()

    def grow(self, scale: int) -> None:
        self._scale = scale
        self._set()

    def leave_out(self, keys: Collection[str]) -> None:
        """Columns that a person does not want to see; `fit` hides them."""
        self._left_out = frozenset(keys)

    def fit(self, room: int) -> None:
        """Hide columns, in the order in which they leave, until the rest has room."""
        wanted = [column for column in self._columns if column.key not in self._left_out]
        rest = self._rest if any(not column.width for column in wanted) else 0
        needed = rest + sum(self._width(column) for column in wanted)
        leaving = sorted((column for column in wanted if column.leaves), key=lambda one: one.leaves)
        hidden: set[str] = set(self._left_out)
        for column in leaving:
            if needed > room:
                hidden.add(column.key)
                needed -= self._width(column)
        self._busy = True
        for place, column in enumerate(self._columns):
            if self._head.isSectionHidden(place) is not (column.key in hidden):
                self._head.setSectionHidden(place, column.key in hidden)
        self._busy = False

    def _width(self, column: Column) -> int:
        return self._own.get(column.key, round(column.width * self._scale / 100))

    def _set(self) -> None:
        self._busy = True
        for place, column in enumerate(self._columns):
            if column.width:
                self._head.resizeSection(place, self._width(column))
        self._busy = False

    def _drawn(self, place: int, _old: int, new: int) -> None:
        if not self._busy and self._columns[place].width and new > 0:
            self._own[self._columns[place].key] = new
