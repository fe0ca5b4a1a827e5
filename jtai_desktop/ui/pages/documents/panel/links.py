"""Which items a document answers, and on which pages."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.problems import Problem
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.pages.timetable.forms import PanelForm
from jtai_desktop.ui.pages.timetable.parts import clear
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look

PAGES_WIDE = 74
MOST_PAGES = 200
SHORT = 22


class LinksPart(QWidget):
    """One line for each item: where it leads, the pages, and a way to take it away."""

    # The item, and the pages.
    linked = Signal(str, str)
    unlinked = Signal(str)
    item_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._others: tuple[Item, ...] = ()
        self._answered: frozenset[str] = frozenset()
        heading = PanelHeading("Answers")
        self.more = heading.add_link("Link…")
        self.more.setAccessibleName("Link to another item…")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.form = LinkForm()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addLayout(self._rows)
        column.addWidget(self.form)
        self.form.hide()
        self.more.clicked.connect(self._unfold)
        self.form.wanted.connect(lambda: self.linked.emit(self.form.item_id, self.form.pages))

    def show_links(self, document: Document, items: Sequence[Item]) -> None:
        """Show what it answers; `items` are all that could be."""
        by_id = {item.id: item for item in items}
        answers = tuple(each for each in document.answers if each.item_id in by_id)
        ordered = sorted(answers, key=lambda each: by_id[each.item_id].position)
        wanted = (document.id, tuple(ordered))
        self._others, self._answered = tuple(items), frozenset(each.item_id for each in answers)
        if self.form.isVisible():
            self._offer()
        if wanted == self._shown:
            return
        self._shown = wanted
        self.fold()
        clear(self._rows)
        for each in ordered:
            row = LinkRow(by_id[each.item_id], each.pages, alone=len(ordered) == 1)
            row.linked.connect(self.linked)
            row.unlinked.connect(self.unlinked)
            row.item_wanted.connect(self.item_wanted)
            self._rows.addWidget(row)

    def fold(self) -> None:
        """Put the form away."""
        self.form.hide()

    def _offer(self) -> None:
        """There may be thousands: they are listed only for a form that is seen."""
        self.form.offer([item for item in self._others if item.id not in self._answered])

    def _unfold(self) -> None:
        self._offer()
        self.form.empty()
        self.form.show()
        self.form.take_focus()


class LinkRow(QWidget):
    """4.7 Force governance minutes, pages, Remove. Enter in the pages keeps them."""

    linked = Signal(str, str)
    unlinked = Signal(str)
    item_wanted = Signal(str)

    def __init__(self, item: Item, pages: str, *, alone: bool) -> None:
        super().__init__()
        self._item, self._kept = item, pages
        self.link = LinkButton(_short(item), FontRole.LABEL)
        self.link.setToolTip(f"{item.called} {item.short}")
        self.link.setAccessibleName(f"Go to {item.called} {item.short}")
        self.pages = QLineEdit(pages, maxLength=MOST_PAGES)
        self.pages.setPlaceholderText("all pages")
        self.pages.setAccessibleName(f"Pages that answer {item.called}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.link)
        row.addStretch(1)
        row.addWidget(self.pages)
        if not alone:
            row.addWidget(self._remove())
        self.link.clicked.connect(lambda: self.item_wanted.emit(item.id))
        self.pages.editingFinished.connect(self._keep)
        follow_look(self._dress)

    def _remove(self) -> LinkButton:
        remove = LinkButton("Remove", FontRole.LABEL)
        remove.setAccessibleName(f"Remove the link to {self._item.called}")
        remove.clicked.connect(lambda: self.unlinked.emit(self._item.id))
        return remove

    def _keep(self) -> None:
        if self.pages.text() != self._kept:
            self._kept = self.pages.text()
            self.linked.emit(self._item.id, self._kept)

    def _dress(self) -> None:
        self.pages.setFixedWidth(Look.of(self).sized(PAGES_WIDE))
        self.pages.setFont(Look.of(self).font(FontRole.LABEL))


class LinkForm(PanelForm):
    """Another item that the document answers, and on which pages."""

    def __init__(self) -> None:
        super().__init__("Link")
        self._items = QComboBox()
        self._items.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._items.setMinimumContentsLength(12)
        self._rows["Item"] = FormRow("Item", self._items)
        self._pages = self._line("Pages", hint="all pages")
        for row in self._rows.values():
            self._column.addWidget(row)
        self._end()

    @property
    def item_id(self) -> str:
        """The item that was chosen."""
        return str(self._items.currentData() or "")

    @property
    def pages(self) -> str:
        """The pages as they were typed."""
        return self._pages.text()

    def offer(self, items: Sequence[Item]) -> None:
        """What could be linked; a choice stays where it can."""
        wanted = [(item.id, f"{item.called} {item.short}") for item in items]
        field = self._items
        shown = [(field.itemData(at), field.itemText(at)) for at in range(field.count())]
        if shown == wanted:
            return
        chosen = self.item_id
        field.clear()
        for item_id, words in wanted:
            field.addItem(words, item_id)
        field.setCurrentIndex(max(0, field.findData(chosen)))

    def empty(self) -> None:
        """Begin anew."""
        self._pages.clear()
        self.clear_problems()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the pages."""
        self.show_problem(Problem("Pages", sentence))


def _short(item: Item) -> str:
    """The number and as much of the title as has room beside the pages."""
    words = f"{item.code} {item.short}"
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"
