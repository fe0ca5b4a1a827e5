"""The menu at a line of the register: what its keys do, and the steps, for the mouse."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from jtai_desktop.ui.pages.documents.cell_editor import CellEditor
from jtai_desktop.ui.pages.documents.steps_panel import StepsPanel

Offer = tuple[str, Callable[[], None]]


def open_menu(
    parent: QWidget,
    at: QPoint,
    editor: CellEditor,
    steps: StepsPanel,
    requests: Sequence[Offer],
) -> None:
    """Show it; what is chosen is done with all that is selected."""
    menu = QMenu(parent)
    menu.addAction("&Copy", editor.copy)
    menu.addAction("Copy with &headings", partial(editor.copy, heads=True))
    menu.addAction("Copy this co&lumn", partial(editor.copy, column=True))
    menu.addAction("&Paste", editor.paste)
    menu.addSeparator()
    menu.addAction("&Set for selection…", editor.edit)
    menu.addAction("&Fill down", editor.fill)
    menu.addAction("&Empty", editor.clear)
    menu.addSeparator()
    for step in steps.offered:
        menu.addAction(steps.word(step), partial(steps.take, step))
    menu.addSeparator()
    for word, do in requests:
        menu.addAction(word, do)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
