"""Putting text and HTML on the clipboard at once; the other program takes what it knows."""

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QGuiApplication


def put_on_clipboard(text: str, html: str) -> None:
    """Put both on the clipboard.

    The clipboard outlives Python. A QMimeData made here would call back into an interpreter that
    is gone, and the program would crash as it ends; so Qt makes it, and we only fill it.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    for made in data.formats():
        data.removeFormat(made)
    data.setText(text)
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
