"""A look at a paper before it is printed: every page as it will be, with search and zoom."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.wording import counted
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

STEP, LEAST, MOST = 1.2, 0.4, 4.0


class Preview(QWidget):
    """Shows the very bytes that are printed or saved."""

    def __init__(self) -> None:
        super().__init__()
        stand_on(self, Role.ALT)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._found = QPdfSearchModel(self)
        self._view = QPdfView(self)
        self._pages = Words("", FontRole.LABEL, Role.INK2)
        self._count = 0
        self.search = QLineEdit(placeholderText="Find", maxLength=200)
        self.search.setAccessibleName("Find in the paper")
        self._set_up()
        self._lay_out()

    def show_pdf(self, content: bytes, *, keep_place: bool = False) -> None:
        """Show a paper, from its first page; the same one a minute later stays where it was."""
        place = self._view.verticalScrollBar().value() if keep_place else 0
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._count = self.document.pageCount()
        self._tell()
        self._view.verticalScrollBar().setValue(place)

    def show_nothing(self) -> None:
        """There is no paper to show."""
        self.document.close()
        self._buffer.close()
        self._count = 0
        self._tell()

    def find_next(self, step: int = 1) -> None:
        """To the next place where the words stand, or the one before; round and round."""
        number = self._places
        if not number:
            return
        at = (self._view.currentSearchResultIndex() + step) % number
        self._view.setCurrentSearchResultIndex(at)
        link = self._found.resultAtIndex(at)
        self._view.pageNavigator().jump(link.page(), link.location(), 0)
        self._tell()

    def zoom(self, factor: float) -> None:
        """Nearer or further; the width of the page fits until then."""
        if self._view.zoomMode() is not QPdfView.ZoomMode.Custom:
            self._view.setZoomFactor(self._fitting_factor())
            self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        wanted = self._view.zoomFactor() * factor
        self._view.setZoomFactor(min(MOST, max(LEAST, wanted)))

    def fit(self) -> None:
        """The page as wide as there is room."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _set_up(self) -> None:
        self._view.setAccessibleName("Preview of the paper")
        self._view.setDocument(self.document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setFrameShape(QPdfView.Shape.NoFrame)
        self._found.setDocument(self.document)
        self._view.setSearchModel(self._found)
        self.search.textChanged.connect(self._look_for)
        self.search.returnPressed.connect(self.find_next)
        for signal in (self._found.modelReset, self._found.rowsInserted, self._found.rowsRemoved):
            signal.connect(lambda *_given: self._tell())
        for keys, act in (
            (("F3", "Ctrl+G"), self.find_next),
            (("Shift+F3", "Ctrl+Shift+G", "Shift+Return"), lambda: self.find_next(-1)),
            (("Alt++", "Alt+="), lambda: self.zoom(STEP)),
            (("Alt+-",), lambda: self.zoom(1 / STEP)),
            (("Alt+0",), self.fit),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self, act)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 8)
        bar.setSpacing(8)
        bar.addWidget(self.search, 1)
        bar.addWidget(self._pages)
        for text, name, act in (
            ("‹", "Previous place, Shift+F3", lambda: self.find_next(-1)),
            ("›", "Next place, F3", self.find_next),
            ("–", "Smaller, Alt+-", lambda: self.zoom(1 / STEP)),
            ("+", "Larger, Alt++", lambda: self.zoom(STEP)),
            ("Fit width", "Fit width, Alt+0", self.fit),
        ):
            button = small_button(text, on_click=act)
            button.setAccessibleName(name)
            button.setToolTip(name)
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._view, 1)

    @property
    def _places(self) -> int:
        """How often the words that are looked for stand there, as far as it was searched."""
        return self._found.rowCount(self._found.index(-1, -1))

    def _look_for(self, text: str) -> None:
        self._view.setCurrentSearchResultIndex(-1)
        self._found.setSearchString(text)
        self._tell()

    def _tell(self) -> None:
        """How many pages; while something is looked for, how often it stands there."""
        if not self.search.text() or not self._count:
            self._pages.setText(counted(self._count, "page") if self._count else "")
            return
        places, at = self._places, self._view.currentSearchResultIndex()
        self._pages.setText(f"{at + 1} of {places}" if at >= 0 else f"{places} found")

    def _fitting_factor(self) -> float:
        width = self.document.pagePointSize(0).width() or 595.0
        dots = self._view.viewport().width() - 2 * self._view.documentMargins().left()
        return max(LEAST, dots / (width * self.logicalDpiX() / 72))
