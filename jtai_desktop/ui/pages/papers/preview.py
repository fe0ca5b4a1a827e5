"""A look at a paper before it is printed: every page as it will be, with search and zoom."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
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
        self.search = QLineEdit(placeholderText="Find, Ctrl+F", maxLength=200)
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
        count = self.document.pageCount()
        self._pages.setText(counted(count, "page"))
        self._view.verticalScrollBar().setValue(place)

    def show_nothing(self) -> None:
        """There is no paper to show."""
        self.document.close()
        self._buffer.close()
        self._pages.setText("")

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
        self.search.textChanged.connect(self._found.setSearchString)
        self.search.returnPressed.connect(self._next)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 8)
        bar.setSpacing(8)
        bar.addWidget(self.search, 1)
        bar.addWidget(self._pages)
        for text, name, act in (
            ("–", "Smaller", lambda: self.zoom(1 / STEP)),
            ("+", "Larger", lambda: self.zoom(STEP)),
            ("Fit width", "Fit width", self.fit),
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

    def _next(self) -> None:
        number = self._found.rowCount(self._found.index(-1, -1))
        if number:
            at = (self._view.currentSearchResultIndex() + 1) % number
            self._view.setCurrentSearchResultIndex(at)
            link = self._found.resultAtIndex(at)
            self._view.pageNavigator().jump(link.page(), link.location(), 0)

    def _fitting_factor(self) -> float:
        width = self.document.pagePointSize(0).width() or 595.0
        dots = self._view.viewport().width() - 2 * self._view.documentMargins().left()
        return max(LEAST, dots / (width * self.logicalDpiX() / 72))
