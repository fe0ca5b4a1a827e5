"""The parts of a pack, each with a box to tick."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from jtai_desktop.services.paper_kind import PaperKind
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = 2
# Above this text size two names have no room side by side.
LARGE = 125


class PartsBox(QWidget):
    """`changed(keys)` says which are ticked; the last one can’t be taken away."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Parts")
        self._boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(Words("Parts", FontRole.LABEL, Role.INK2))
        column.addLayout(self._grid)
        follow_look(self._arrange)

    def show_parts(self, parts: Sequence[tuple[PaperKind, bool]]) -> None:
        """The boxes of these parts, down the first column, then the second."""
        if list(self._boxes) != [part.key for part, _ in parts]:
            self._make([part for part, _ in parts])
        inside = [part.key for part, chosen in parts if chosen]
        for key, box in self._boxes.items():
            box.setChecked(key in inside)
            box.setEnabled(inside != [key])

    def _make(self, parts: Sequence[PaperKind]) -> None:
        for box in self._boxes.values():
            self._grid.removeWidget(box)
            box.deleteLater()
        self._boxes = {part.key: self._box(part) for part in parts}
        self._arrange()

    def _arrange(self) -> None:
        across = 1 if Look.of(self).fonts.scale > LARGE else COLUMNS
        deep = max(1, -(-len(self._boxes) // across))
        for place, box in enumerate(self._boxes.values()):
            self._grid.addWidget(box, place % deep, place // deep)

    def _box(self, part: PaperKind) -> QCheckBox:
        box = QCheckBox(part.part)
        box.setToolTip(f"{part.name}. {part.about}")
        box.clicked.connect(self._tell)
        return box

    def _tell(self) -> None:
        self.changed.emit(frozenset(key for key, box in self._boxes.items() if box.isChecked()))
