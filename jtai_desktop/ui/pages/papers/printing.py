"""Printing through the system's own dialog: pages, copies, both sides, A4."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72


def print_with_dialog(parent: QWidget, document: QPdfDocument, title: str) -> bool:
    """Ask which printer and print; whether it was sent."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(title)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, document.pageCount())
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    return send(printer, document)


def send(printer: QPrinter, document: QPdfDocument) -> bool:
    """Draw the chosen pages on the printer, at the fineness of paper."""
    printer.setResolution(DOTS_PER_INCH)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for place, number in enumerate(_chosen(printer, document.pageCount())):
        if place:
            printer.newPage()
        _draw(painter, document, number)
    return painter.end()


def _chosen(printer: QPrinter, count: int) -> range:
    """The pages chosen in the dialog, counted from 0; all of them where none are."""
    first, last = printer.fromPage(), printer.toPage()
    return range(max(first, 1) - 1, min(last or count, count))


def _draw(painter: QPainter, document: QPdfDocument, number: int) -> None:
    points = document.pagePointSize(number)
    scale = DOTS_PER_INCH / POINTS_PER_INCH
    size = QSize(round(points.width() * scale), round(points.height() * scale))
    picture = document.render(number, size, QPdfDocumentRenderOptions())
    painter.drawImage(painter.viewport(), picture)
