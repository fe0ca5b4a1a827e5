"""The small parts of the panel: what is put in and taken out at once is never seen as a window."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.pages.timetable.parts import FactList


class Watcher(QObject):
    """Notes each window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            self.seen += [watched] * watched.isWindow()
        return False


def test_facts_that_give_way_at_once_never_come_up_as_windows(
    qapp: QApplication, qtbot: QtBot
) -> None:
    window, facts = QWidget(), FactList()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(facts)
    window.show()
    watcher = Watcher()
    qapp.installEventFilter(watcher)
    facts.set_facts((Fact("Due", "Thu 12"),))
    facts.set_facts((Fact("Due", "Fri 13"),))
    qtbot.wait(20)
    qapp.removeEventFilter(watcher)
    assert watcher.seen == []
