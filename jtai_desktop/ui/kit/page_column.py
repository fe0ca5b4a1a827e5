"""PageColumn: the left side of a page with a panel: the head is inset, what follows is not."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

MARGIN, RIGHT = 20, 16


class PageColumn(QWidget):
    """Parts under one another without gaps, so that lines and tables reach both edges."""

    def __init__(self, *head: QWidget, right: int = RIGHT) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        upper = QVBoxLayout()
        upper.setContentsMargins(MARGIN, 0, right, 0)
        upper.setSpacing(0)
        self._column.addLayout(upper)
        for part in head:
            upper.addWidget(part)

    def put(self, part: QWidget, stretch: int = 0) -> None:
        """Put a part below what is there."""
        self._column.addWidget(part, stretch)
