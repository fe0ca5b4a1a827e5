"""Printing through the system's own dialog: pages, copies, both sides, A4.

Where the system's queues take PDF, the paper is sent as it is, and letters stay letters. Where they
don't (Windows), each page is drawn as a picture at the fineness of paper.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange import print_queue
from jtai_desktop.exchange.print_queue import PrintJob, Sides
from jtai_desktop.exchange.whole_files import write_whole
from jtai_desktop.reports.progress import Heard, Stopped, unheard

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72
SENDING = "Sending to the printer"
NOT_TAKEN = "The printer did not take the paper. See whether it is set up, and try again."
_SIDES = {
    QPrinter.DuplexMode.DuplexNone: Sides.ONE,
    QPrinter.DuplexMode.DuplexAuto: Sides.LONG_EDGE,
    QPrinter.DuplexMode.DuplexLongSide: Sides.LONG_EDGE,
    QPrinter.DuplexMode.DuplexShortSide: Sides.SHORT_EDGE,
}

Send = Callable[[Heard], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the dialog said: a way to print, for any thread, or the file to save to instead."""

    send: Send | None = None
    file: str = ""


def ask(parent: QWidget, content: bytes, pages: int, title: str) -> Asked | None:
    """Ask which printer, which pages, how often; None if nothing is to be printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(title)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return None
    return way(printer, content, title)


def print_at_once(parent: QWidget, content: bytes, pages: int, title: str) -> bool:
    """The same for a paper of a page or so, without a thread; whether it was printed."""
    asked = ask(parent, content, pages, title)
    if asked is None:
        return False
    if asked.file:
        write_whole(content, Path(asked.file))
    elif asked.send:
        asked.send(unheard)
    return True


def way(printer: QPrinter, content: bytes, title: str) -> Asked:
    """As PDF where that can be; into a file as it is, unless only some of its pages are wanted."""
    if printer.outputFileName() and not printer.fromPage():
        return Asked(file=printer.outputFileName())
    if printer.outputFileName() or not print_queue.takes_pdf():
        return Asked(lambda heard: draw(printer, content, heard))
    job = job_of(printer, title)

    def send(heard: Heard) -> None:
        print_queue.send(content, job, lambda: heard(SENDING, 0.5))

    return Asked(send)


def job_of(printer: QPrinter, title: str) -> PrintJob:
    """What was chosen, in the words of the queue."""
    return PrintJob(
        queue=printer.printerName(),
        title=title,
        first=printer.fromPage(),
        last=printer.toPage(),
        copies=printer.copyCount(),
        sides=_SIDES[printer.duplex()],
        collated=printer.collateCopies(),
        backwards=printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
        grey=printer.colorMode() is QPrinter.ColorMode.GrayScale,
    )


def draw(printer: QPrinter, content: bytes, heard: Heard = unheard) -> None:
    """Draw the chosen pages on the printer, at the fineness of paper; stopped, it is taken back."""
    printer.setResolution(DOTS_PER_INCH)
    buffer, document, painter = QBuffer(), QPdfDocument(), QPainter()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if not painter.begin(printer):
        raise Refused(NOT_TAKEN, place="printer")
    wanted = _chosen(printer, document.pageCount())
    try:
        for place, number in enumerate(wanted):
            heard(f"Printing page {number + 1}", place / len(wanted))
            if place:
                printer.newPage()
            _draw(painter, document, number)
    except Stopped:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()


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
