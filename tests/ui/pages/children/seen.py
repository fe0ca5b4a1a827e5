"""The page of the children in a window, as a person has it before them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from jtai_desktop.ui.kit.buttons import KitButton, LinkButton
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.children.cells import GridCell
from jtai_desktop.ui.pages.children.facts import Facts
from jtai_desktop.ui.pages.children.model import GRID_ROLE
from jtai_desktop.ui.pages.children.page import ChildrenPage
from jtai_desktop.ui.shell.page import Desk
from tests.ui.conftest import Settle
from tests.ui.pages.in_window import WINDOW, InWindow

Key = Qt.Key


class Seen(InWindow[ChildrenPage]):
    """The page, and what can be read and typed on it."""

    def __init__(self, desk: Desk, settle: Settle, size: tuple[int, int] = WINDOW) -> None:
        super().__init__(ChildrenPage(desk), settle, size)

    @property
    def facts(self) -> Facts:
        assert self.page._facts is not None
        return self.page._facts

    def go(self, code: str) -> None:
        self.page.open_at(code)
        self.page.grid.setFocus()
        self.settle()

    def code(self) -> str:
        """Where the ring is."""
        entry = self.facts.register.entry(self.page.grid.current)
        return entry.item.code if entry else ""

    def cell(self, code: str) -> GridCell:
        entry = next(each for each in self.facts.case_documents if each.item.code == code)
        place = self.page.grid.grid_model.place_of(entry.item.id)
        assert place is not None
        found = self.page.grid.grid_model.index(*place).data(GRID_ROLE)
        assert isinstance(found, GridCell)
        return found

    def document(self, code: str) -> str:
        entry = next(each for each in self.facts.case_documents if each.item.code == code)
        return entry.documents[0].id

    def button(self, text: str) -> KitButton:
        found = [each for each in self.page.findChildren(KitButton) if each.isVisible()]
        return next(each for each in found if text in {each.text(), each.accessibleName()})

    def click(self, text: str) -> None:
        self.button(text).click()
        self.settle()

    def follow(self, name: str) -> None:
        found = [each for each in self.page.findChildren(LinkButton) if each.isVisible()]
        next(each for each in found if name in {each.text(), each.accessibleName()}).click()
        self.settle()

    def type(self, name: str, text: str) -> None:
        found = [each for each in self.page.findChildren(QLineEdit) if each.isVisible()]
        next(each for each in found if each.accessibleName() == name).setText(text)

    def pick(self, name: str, text: str) -> None:
        found = [each for each in self.page.findChildren(QComboBox) if each.isVisible()]
        field = next(each for each in found if each.accessibleName() == name)
        field.setCurrentIndex(field.findText(text))

    def problem(self, name: str) -> str:
        rows = [each for each in self.page.findChildren(FormRow) if each.isVisible()]
        return next(each.problem for each in rows if each.field.accessibleName() == name)

    def words(self) -> str:
        shown = [each.text() for each in self.page.findChildren(Words) if each.isVisible()]
        return "\n".join(shown)
