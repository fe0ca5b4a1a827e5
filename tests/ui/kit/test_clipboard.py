"""What is copied is there as text and as HTML, and the program still ends well."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jtai_desktop.ui.kit.clipboard import put_on_clipboard

ROOT = Path(__file__).resolve().parents[3]
ENDING = """
from tests import surroundings
surroundings.settle()
from PySide6.QtWidgets import QApplication
app = QApplication([])
from jtai_desktop.ui.kit.clipboard import put_on_clipboard
put_on_clipboard("a", "<b>a</b>")
"""


def test_both_are_there_and_nothing_else(qapp: QApplication) -> None:
    del qapp
    put_on_clipboard("Child A\tSent", "<table><tr><td>Child A</td></tr></table>")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Child A\tSent"
    assert "<td>Child A</td>" in data.html()
    assert sorted(data.formats()) == ["text/html", "text/plain"]


def test_the_program_ends_well_with_something_on_the_clipboard() -> None:
    command = [sys.executable, "-c", ENDING]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
