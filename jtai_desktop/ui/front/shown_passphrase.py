"""A passphrase field that can be shown while it is typed."""

from PySide6.QtWidgets import QCheckBox, QLineEdit

MOST = 512


class PassphraseField:
    """The line, and the box that shows what is in it."""

    def __init__(self) -> None:
        self.line = QLineEdit(echoMode=QLineEdit.EchoMode.Password, maxLength=MOST)
        self.show_box = QCheckBox("&Show what I type")
        self.show_box.toggled.connect(self._show)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
