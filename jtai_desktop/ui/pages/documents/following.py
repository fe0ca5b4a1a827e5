"""Following: panel, bar and steps tell of what is chosen in the register."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.documents.cell_editor import CellEditor
from jtai_desktop.ui.pages.documents.panel.panel import DetailPanel
from jtai_desktop.ui.pages.documents.selection_bar import SelectionBar
from jtai_desktop.ui.pages.documents.steps_offers import Selection
from jtai_desktop.ui.pages.documents.steps_panel import StepsPanel
from jtai_desktop.ui.pages.documents.table import RegisterTable

FOLLOWS_AFTER = 60


class Following(QObject):
    """They follow at once, but while one types a moment later: the register comes first."""

    def __init__(
        self,
        table: RegisterTable,
        editor: CellEditor,
        panel: DetailPanel,
        bar: SelectionBar,
        steps: StepsPanel,
    ) -> None:
        super().__init__(table)
        self._table, self._editor = table, editor
        self._panel, self._bar, self._steps = panel, bar, steps
        self._view: Overview | None = None
        self._later = False
        self._wait = QTimer(self, singleShot=True, interval=FOLLOWS_AFTER)
        self._wait.timeout.connect(self.catch_up)
        table.line_chosen.connect(self._tell_of_line)
        table.chosen_changed.connect(self._tell_of_selection)

    @property
    def is_behind(self) -> bool:
        """Whether something was chosen that is not told of yet."""
        return self._wait.isActive()

    def show_facts(self, view: Overview) -> None:
        """What is told from now on."""
        self._view = view

    @contextmanager
    def later(self) -> Iterator[None]:
        """What is chosen meanwhile is told of once the register is painted."""
        self._later = True
        try:
            yield
        finally:
            self._later = False

    def catch_up(self) -> None:
        """Tell of what is chosen now."""
        self._wait.stop()
        self._tell_of_line(self._table.place[0])
        self._tell_of_selection()

    def _tell_of_line(self, key: str) -> None:
        if self._later:
            self._wait.start()
            return
        line = self._table.current_line
        if self._view is not None and line is not None:
            self._panel.show_entry(self._view, line.entry, line.row.document_id)
        elif not key:
            self._panel.clear()

    def _tell_of_selection(self) -> None:
        if self._later:
            self._wait.start()
            return
        selection = Selection(tuple(self._editor.goals()))
        self._bar.show_selection(selection)
        if self._view is not None:
            self._steps.show_selection(selection, self._view.now)
