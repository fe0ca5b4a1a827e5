"""The ready text of a chase in the form: to be read, copied into an e-mail, or saved."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.texts import shown_name
from jtai_desktop.services.chase_pack import ChasePack
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.clipboard import put_on_clipboard
from jtai_desktop.ui.kit.flow import Flow
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

HIGH = 150
COPIED = "Copied, with its table. Paste it into an e-mail."
SAVED = "Saved as {name}, and noted on Papers."


class ChaseText(QWidget):
    """`copied` follows the button; `save_wanted(path)` the choice of a file."""

    copied = Signal()
    save_wanted = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.document_ids: tuple[str, ...] = ()
        self.pack: ChasePack | None = None
        self.text = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.text.setAccessibleName("The text of the e-mail")
        self.news = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self.copy = small_button("Copy", "", self._copy)
        self.save = small_button("Save as…", "", self._ask_file)
        self._lay_out()
        follow_look(self._dress)

    def begin(self, document_ids: tuple[str, ...]) -> None:
        """Wait for the text about these documents."""
        self.document_ids, self.pack = document_ids, None
        self.say("")
        self.hide()

    def show_pack(self, pack: ChasePack) -> None:
        """Show the text as it would be sent."""
        self.pack = pack
        self.text.setPlainText(pack.text)
        self.show()

    def say(self, sentence: str) -> None:
        """What came of it."""
        self.news.setText(sentence)
        self.news.setVisible(bool(sentence))

    def say_saved(self, path: Path) -> None:
        """It lies there now."""
        self.say(SAVED.format(name=shown_name(path.name)))

    def _copy(self) -> None:
        if self.pack is not None:
            put_on_clipboard(self.pack.text, self.pack.html)
            self.say(COPIED)
            self.copied.emit()

    def _ask_file(self) -> None:
        kinds = "Web page, for Outlook and Word (*.html)"
        name, _ = QFileDialog.getSaveFileName(self, "Save the e-mail", "chase.html", kinds)
        if name:
            self.save_wanted.emit(Path(name))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(self.text)
        buttons = QWidget()
        Flow(buttons).add_all((self.copy, self.save))
        column.addWidget(buttons)
        column.addWidget(self.news)
        self.hide()

    def _dress(self) -> None:
        self.text.setFixedHeight(Look.of(self).grown(HIGH))
