"""A front screen with one short form: title, form at the left, a word of help beside it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.shell.entrance import Entrance
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

FORM_WIDTH, TEXT_WIDTH = 372, 420
# Wide enough for the whole of a recovery code.
CODE_WIDTH = 436


class FrontPanel(Entrance):
    """Gives its form a place; what is in the form is the screen's business."""

    def __init__(
        self, title: str, fact: str, paragraphs: tuple[str, ...], *, width: int = FORM_WIDTH
    ) -> None:
        super().__init__()
        self._width = width
        stand_on(self, Role.BG)
        self.header = PageHeader(title, fact)
        self._column = QWidget()
        self.form = QVBoxLayout(self._column)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setSpacing(14)
        self._texts = QWidget()
        self._lay_out(paragraphs)
        follow_look(self._dress)

    def _lay_out(self, paragraphs: tuple[str, ...]) -> None:
        texts = QVBoxLayout(self._texts)
        texts.setContentsMargins(0, 4, 0, 0)
        texts.setSpacing(10)
        for paragraph in paragraphs:
            texts.addWidget(Words(paragraph, ink=Role.INK2, wrap=True))
        texts.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(32)
        halves.addWidget(self._column)
        halves.addWidget(self._texts)
        halves.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Rule(Role.INK))
        column.addSpacing(16)
        column.addLayout(halves, 1)

    def _dress(self) -> None:
        look = Look.of(self)
        self._column.setFixedWidth(look.sized(self._width))
        self._texts.setFixedWidth(look.sized(TEXT_WIDTH))
