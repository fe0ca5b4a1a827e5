"""Chip and StateLabel: one state as icon and word."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jtai_desktop.ui.kit.state_painting import paint_state, state_size
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.states import State, StateLook, look_of


class Chip(QWidget):
    """A state as icon and word, filled when it means "act"; 20 px high.

    `Chip(State.LATE, "22 h 40 min late")` shows the fact instead of the word. `until` is added
    to what a screen reader says ("Late, item 4.7, since Mon 9, 12:00").
    """

    PADDED = True

    def __init__(
        self,
        state: State | StateLook,
        word: str = "",
        *,
        said: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = look_of(State.WARNING)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state, word, said=said)
        follow_look(self._dress)

    @property
    def state(self) -> StateLook:
        return self._state

    def set_state(self, state: State | StateLook, word: str = "", *, said: str = "") -> None:
        """Show another state; `said` is its full accessible text: state, what, until when."""
        shown = state if isinstance(state, StateLook) else look_of(state)
        self._state = shown.worded(word) if word else shown
        self.setAccessibleName(said or self._state.said)
        self._dress()

    def sizeHint(self) -> QSize:
        return state_size(Look.of(self), self._state, padded=self.PADDED)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_state(painter, self.rect(), Look.of(self), self._state, padded=self.PADDED)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class StateLabel(Chip):
    """A state without the padding of a chip, to stand flush with other text."""

    PADDED = False
