"""The pictures of a letter’s pages: drawn beside the vault, the newest wish first, kept awhile."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from jtai_desktop.domain.letters.picture import PagePicture
from jtai_desktop.ui.shell.hub import Hub

MOST_KEPT = 6
Draw = Callable[[int, int], PagePicture]


class Pictures(QObject):
    """`come` brings the picture that was wanted last."""

    come = Signal(object)

    def __init__(self, hub: Hub, draw: Draw, parent: QObject) -> None:
        super().__init__(parent)
        self._hub, self._draw = hub, draw
        self._kept: dict[int, PagePicture] = {}
        self._wanted = self._width = 0
        self._busy = False

    def want(self, page: int, width: int) -> None:
        """Ask for a page; one that was drawn comes at once."""
        self._wanted, self._width = page, width
        if page in self._kept:
            self.come.emit(self._kept[page])
        elif not self._busy:
            self._begin()

    def _begin(self) -> None:
        self._busy = True
        page, width = self._wanted, self._width
        self._hub.beside(lambda: self._draw(page, width), self._drawn, self._refused)

    def _drawn(self, picture: PagePicture) -> None:
        if not isValid(self):
            return
        self._busy = False
        self._kept[picture.page] = picture
        while len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self.want(self._wanted, self._width)

    def _refused(self, _sentence: str) -> None:
        """A page that can’t be drawn is left out: its text stands at the left."""
        if isValid(self):
            self._busy = False
