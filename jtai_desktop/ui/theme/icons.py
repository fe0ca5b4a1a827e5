"""The icons: our own SVGs of a 16 px grid, read and coloured when first asked for.

`Icons.pixmap("tick", "#17623A", 14, 1.5)` is sharp on a screen of 150 per cent.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jtai_desktop import places

RATIOS = (1.0, 1.5, 2.0)


def icon_folder() -> Path:
    return places.resources() / "icons"


class Icons:
    """Reads icons from a folder and keeps each one drawn per name, colour, size and ratio."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or icon_folder()
        self._sources: dict[str, str] = {}
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int, str, int], QIcon] = {}

    def names(self) -> list[str]:
        return sorted(path.stem for path in self._folder.glob("*.svg"))

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """An icon as a picture of `size` logical pixels; an unknown name raises OSError."""
        key = (name, colour, size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, size, ratio)
        return self._drawn[key]

    def icon(self, name: str, colour: str, size: int = 16, off: str = "", gap: int = 0) -> QIcon:
        """An icon for buttons and menus; `off` is its colour when disabled, `gap` room after it."""
        key = (name, colour, size, off, gap)
        if key not in self._icons:
            self._icons[key] = self._icon(name, (colour, off or colour), size, gap)
        return self._icons[key]

    def _icon(self, name: str, colours: tuple[str, str], size: int, gap: int) -> QIcon:
        icon = QIcon()
        modes = (QIcon.Mode.Normal, QIcon.Mode.Disabled)
        for ratio in RATIOS:
            for colour, mode in zip(colours, modes, strict=True):
                icon.addPixmap(_widened(self.pixmap(name, colour, size, ratio), gap), mode)
        return icon

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        renderer = QSvgRenderer(QByteArray(self._source(name, colour)))
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str, colour: str) -> bytes:
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name].replace("currentColor", colour).encode()


def _widened(pixmap: QPixmap, gap: int) -> QPixmap:
    """The picture with clear room at its right, since a style sheet cannot set that distance."""
    if not gap:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(pixmap.width() + round(gap * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide
