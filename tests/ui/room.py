"""Looks through a window for what is cut off, squeezed or overlapping."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QMenuBar,
    QScrollArea,
    QTableView,
    QWidget,
)

from jtai_desktop.ui.kit.chip import Chip
from jtai_desktop.ui.kit.countdown import Countdown
from jtai_desktop.ui.kit.words import OneLine
from jtai_desktop.ui.shell.navigation import PlaceButton

HEAD_PADDING = 5


def troubles(window: QWidget) -> list[str]:
    """Everything in sight that has not the room it needs, as sentences."""
    found: list[str] = []
    for widget in (window, *shown(window)):
        found += _outside(widget)
        found += _squeezed(widget)
        found += _overlapping(widget)
        found += _cut(widget)
    return found


def shown(window: QWidget) -> list[QWidget]:
    """The widgets in sight that are the program's own, not parts inside Qt's own controls."""
    own = [
        each for each in window.findChildren(QWidget) if each.isVisible() and not each.isWindow()
    ]
    return [each for each in own if not _inside_control(each)]


def name_of(widget: QWidget) -> str:
    """A name for a sentence."""
    words = widget.accessibleName() or getattr(widget, "text", str)() or widget.objectName()
    return f"{type(widget).__name__} “{words[:40]}”"


def _inside_control(widget: QWidget) -> bool:
    child, parent = widget, widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QLineEdit | QHeaderView | QMenuBar):
            return True
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
            # What the program put beside what is scrolled is its own; a head belongs to its table.
            ours = type(child).__module__.startswith("jtai_desktop.")
            return isinstance(child, QHeaderView) or not ours
        child, parent = parent, parent.parentWidget()
    return False


def _area_of(widget: QWidget) -> QScrollArea | None:
    """The scroll area whose content this is."""
    viewport = widget.parentWidget()
    area = viewport.parentWidget() if viewport is not None else None
    return area if isinstance(area, QScrollArea) and area.widget() is widget else None


def _outside(widget: QWidget) -> list[str]:
    parent, box = widget.parentWidget(), widget.geometry()
    if parent is None or box.isEmpty():
        return []
    if area := _area_of(widget):
        too_wide = widget.width() > area.viewport().width()
        return [f"{name_of(widget)} is wider than what it scrolls in"] * too_wide
    if parent.rect().contains(box):
        return []
    return [
        f"{name_of(widget)} at {_told(box)} is outside {name_of(parent)} {_told(parent.rect())}"
    ]


def _squeezed(widget: QWidget) -> list[str]:
    least = widget.minimumSizeHint()
    if least.width() > widget.width() or least.height() > widget.height():
        needs = f"{least.width()} × {least.height()}"
        return [f"{name_of(widget)} has {widget.width()} × {widget.height()}, needs {needs}"]
    return []


def _overlapping(parent: QWidget) -> list[str]:
    layout = parent.layout()
    if layout is None:
        return []
    children = [each for each in _laid_out(layout) if each.isVisible()]
    return [
        f"{name_of(one)} and {name_of(other)} overlap"
        for one, other in combinations(children, 2)
        if one.geometry().intersects(other.geometry())
    ]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        if inner is not None:
            yield from _laid_out(inner)
        elif item is not None and (widget := item.widget()) is not None:
            yield widget


def _cut(widget: QWidget) -> list[str]:
    """Whether the words of a control fit; a line that is cut must say the whole in its tip."""
    if isinstance(widget, OneLine):
        cut = _advance(widget, widget.text()) > widget.width()
        return [f"{name_of(widget)} is cut and has no tip"] * (cut and not widget.toolTip())
    if isinstance(widget, QLabel):
        return _label(widget)
    if isinstance(widget, Chip | Countdown):
        return [f"{name_of(widget)} is cut"] * (widget.sizeHint().width() > widget.width())
    if isinstance(widget, QAbstractButton):
        return _place(widget) if isinstance(widget, PlaceButton) else _button(widget)
    if isinstance(widget, QLineEdit | QComboBox):
        return _field(widget)
    return _columns(widget) if isinstance(widget, QTableView) else []


def _button(button: QAbstractButton) -> list[str]:
    needs = button.sizeHint()
    narrow = button.width() < needs.width() or button.height() < needs.height()
    return [f"{name_of(button)} is narrower than its words"] * narrow


def _label(label: QLabel) -> list[str]:
    if not label.text():
        return []
    needs = label.sizeHint()
    if label.wordWrap():
        short = label.heightForWidth(label.width()) > label.height()
        return [f"{name_of(label)} has no room for its last line"] * short
    return [f"{name_of(label)} is cut"] * (
        needs.width() > label.width() or needs.height() > label.height()
    )


def _place(button: PlaceButton) -> list[str]:
    if button._narrow:
        return [f"{name_of(button)} is an icon without a tip"] * (not button.toolTip())
    needs = 50 + QFontMetrics(button.font()).horizontalAdvance(button.text())
    return [f"{name_of(button)} is cut"] * (needs > button.width())


def _field(field: QLineEdit | QComboBox) -> list[str]:
    words = field.currentText() if isinstance(field, QComboBox) else field.placeholderText()
    room = field.width() - (30 if isinstance(field, QComboBox) else 12)
    return [f"{name_of(field)} has no room for “{words}”"] * (_advance(field, words) > room)


def _columns(table: QTableView) -> list[str]:
    head = table.horizontalHeader()
    found = []
    if head.length() > table.viewport().width():
        found.append(f"{name_of(table)}: its columns are wider than the table")
    if head.isHidden():
        return found
    for place in range(head.count()):
        title = str(table.model().headerData(place, head.orientation()) or "")
        if head.isSectionHidden(place) or not title:
            continue
        if _advance(head, title) + HEAD_PADDING > head.sectionSize(place):
            found.append(f"{name_of(table)}: the column “{title}” is narrower than its head")
    return found


def _advance(widget: QWidget, text: str) -> int:
    return QFontMetrics(widget.font()).horizontalAdvance(text)


def _told(box: QRect) -> str:
    return f"{box.x()}, {box.y()}, {box.width()} × {box.height()}"
