"""Filled, agreed, missing by group as small bars; a group’s name leads to its first row."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from jtai_desktop.domain.self_evaluation.register import Group, Stand
from jtai_desktop.ui.kit.bar_meter import Segment, SegmentBar
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

ACROSS, PARTS, GAP, BAR_WIDE = 2, 4, 8, 24
LEGEND = (
    (Stand.AGREED, Role.DONE, "agreed"),
    (Stand.DRAFT, Role.WITH_US, "draft"),
    (Stand.MISSING, Role.LINE, "missing"),
)


class GroupBars(QWidget):
    """Two groups in a line. `wanted(group)` asks for its rows."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, ...] = ()
        self._lines: list[tuple[LinkButton, SegmentBar, Words]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 8)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(1)
        self._legend = _legend()
        self.setAccessibleName("Filled, agreed and missing by group")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # In a narrow window the panel lies over the page; the bars must not hold it wide.
        self.setMinimumWidth(1)
        follow_look(self._dress)

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show how the groups stand, column by column."""
        names = tuple(each.name for each in groups)
        if names != self._shown:
            self._make(names)
        for group, (_, bar, said) in zip(groups, self._lines, strict=True):
            counts = group.counts
            segments = [Segment(counts[stand], role, word) for stand, role, word in LEGEND]
            bar.set_segments(segments, len(group.entries))
            filled = len(group.entries) - counts[Stand.MISSING]
            said.setText(f"{filled} of {len(group.entries)}")
            said.setToolTip(bar.accessibleName())

    def _make(self, names: tuple[str, ...]) -> None:
        for line in self._lines:
            for part in line:
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._shown, self._lines = names, [self._line(name) for name in names]
        deep = -(-len(names) // ACROSS)
        for at, line in enumerate(self._lines):
            row, left = at % deep, at // deep * PARTS
            for place, each in enumerate(line):
                self._grid.addWidget(each, row, left + place, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._legend, deep, 0, 1, ACROSS * PARTS)
        for column in range(ACROSS):
            self._grid.setColumnStretch(column * PARTS + 1, 1)
            self._grid.setColumnMinimumWidth(column * PARTS + 3, GAP)
        self._dress()

    def _line(self, name: str) -> tuple[LinkButton, SegmentBar, Words]:
        link = LinkButton(name.replace("&", "&&"), FontRole.LABEL)
        link.setAccessibleName(f"Go to {name}")
        link.clicked.connect(partial(self.wanted.emit, name))
        return link, SegmentBar((), 1), Words("", FontRole.LABEL, Role.INK2)

    def _dress(self) -> None:
        for _, bar, _ in self._lines:
            bar.setMinimumWidth(Look.of(self).sized(BAR_WIDE))


def _legend() -> QWidget:
    """Which colour of the bars is what."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(LinkButton.PAD, 2, 0, 0)
    row.setSpacing(5)
    for _, role, word in LEGEND:
        swatch = SegmentBar([Segment(1, role, word)], 1)
        swatch.setFixedWidth(10)
        row.addWidget(swatch)
        row.addWidget(Words(word, FontRole.LABEL, Role.INK2))
        row.addSpacing(8)
    row.addStretch(1)
    return whole
