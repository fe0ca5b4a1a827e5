"""Puts the parts of a help page into a document, in the fonts and colours of the program."""

from collections.abc import Iterable

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from jtai_desktop.ui.pages.help.text import Block, Form, Part, Span, Table
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Role

LINE_HEIGHT = 125.0
_FONTS = {Form.TITLE: FontRole.TITLE, Form.HEADING: FontRole.HEADING}
_ABOVE = {Form.TITLE: 0, Form.HEADING: 18, Form.TEXT: 8, Form.BULLET: 4, Form.NUMBERED: 4}
_LEVELS = {Form.TITLE: 1, Form.HEADING: 2}
_LISTS = {
    Form.BULLET: QTextListFormat.Style.ListDisc,
    Form.NUMBERED: QTextListFormat.Style.ListDecimal,
}
FIRST_COLUMN = 36
MARGIN, INDENT = 14, 18


def render(document: QTextDocument, parts: Iterable[Part], look: Look) -> None:
    """Fill a document anew."""
    document.clear()
    document.setDocumentMargin(look.sized(MARGIN))
    document.setIndentWidth(look.sized(INDENT))
    document.setDefaultFont(look.font())
    _Writer(document, look).write(parts)


class _Writer:
    """Writes one part after the other with a cursor."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        self._cursor = QTextCursor(document)
        self._look = look
        self._list: QTextList | None = None
        self._begun = False

    def write(self, parts: Iterable[Part]) -> None:
        for part in parts:
            if isinstance(part, Table):
                self._write_table(part)
            else:
                self._write_block(part)

    def _write_block(self, block: Block) -> None:
        shape = QTextBlockFormat()
        shape.setTopMargin(self._look.sized(_ABOVE[block.form]))
        shape.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setHeadingLevel(_LEVELS.get(block.form, 0))
        self._new_block(shape)
        self._enlist(block.form)
        for span in block.spans:
            self._cursor.insertText(span.text, self._manner(span, block.form))

    def _new_block(self, shape: QTextBlockFormat) -> None:
        if self._begun:
            self._cursor.insertBlock(shape, QTextCharFormat())
        else:
            self._cursor.setBlockFormat(shape)
        self._begun = True

    def _enlist(self, form: Form) -> None:
        """A line of a list joins the one before, if that is of the same kind."""
        style = _LISTS.get(form)
        if style is None:
            self._list = None
        elif self._list is not None and self._list.format().style() is style:
            self._list.add(self._cursor.block())
        else:
            shape = QTextListFormat()
            shape.setStyle(style)
            self._list = self._cursor.createList(shape)

    def _write_table(self, table: Table) -> None:
        shape = QTextTableFormat()
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        shape.setCellSpacing(0)
        shape.setCellPadding(0)
        shape.setTopMargin(self._look.sized(6))
        shape.setHeaderRowCount(1)
        percent = QTextLength.Type.PercentageLength
        widths = (FIRST_COLUMN, 100 - FIRST_COLUMN)
        shape.setColumnWidthConstraints([QTextLength(percent, width) for width in widths])
        shape.setWidth(QTextLength(percent, 100))
        self._new_block(QTextBlockFormat())
        columns = max(len(row) for row in table.rows)
        made = self._cursor.insertTable(len(table.rows), columns, shape)
        for at, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                place = made.cellAt(at, column)
                place.setFormat(self._cell(head=at == 0))
                inside = place.firstCursorPosition()
                for span in cell:
                    inside.insertText(span.text, self._manner(span, Form.TEXT, head=at == 0))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._list = None

    def _cell(self, *, head: bool) -> QTextTableCellFormat:
        shape = QTextTableCellFormat()
        shape.setTopPadding(self._look.sized(4))
        shape.setBottomPadding(self._look.sized(4))
        shape.setRightPadding(self._look.sized(12))
        shape.setBottomBorder(1)
        shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBottomBorderBrush(self._look.colour(Role.INK if head else Role.LINE))
        return shape

    def _manner(self, span: Span, form: Form, *, head: bool = False) -> QTextCharFormat:
        manner = QTextCharFormat()
        manner.setFont(self._font(form, bold=span.bold, head=head))
        manner.setForeground(self._look.colour(Role.INK2 if head else Role.INK))
        if span.page:
            manner.setAnchor(True)
            manner.setAnchorHref(span.page)
            manner.setFontUnderline(True)
            manner.setForeground(self._look.colour(Role.ACCENT))
        return manner

    def _font(self, form: Form, *, bold: bool, head: bool) -> QFont:
        if head:
            return self._look.font(FontRole.LABEL)
        role = _FONTS.get(form, FontRole.TEXT)
        return self._look.font(role, bold=True if bold else None)
