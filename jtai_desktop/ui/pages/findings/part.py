"""Part: one of the things that the page of findings can show, chosen by the switch in its head."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.shell.page import Desk


class Ask(StrEnum):
    """What a part can ask of the page: something that lies over it."""

    READ = "read"
    PASTE = "paste"
    TYPE = "type"
    LETTER = "letter"
    GO_ON = "go-on"
    SEE = "see"


class Part(QWidget):
    """`asked(what, about)` asks for something that lies over the page; `said` is news for it."""

    asked = Signal(str, str)
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    @property
    def in_head(self) -> tuple[QWidget, ...]:
        """What stands in the head of the page while this part is shown."""
        return ()

    @property
    def fact(self) -> str:
        """The line of fact beside the title while this part is shown."""
        return ""

    @property
    def paper(self) -> str:
        """What is printed while this part is shown."""
        return "checklist"

    def show_facts(self, facts: Facts) -> None:
        """Show the facts; keeps selection, scroll and what is being typed."""
        raise NotImplementedError

    def lacks(self, _facts: Facts) -> bool:
        """Whether the facts have to be read again before this part can show them."""
        return False

    def open_at(self, target: str) -> None:
        """Go to one thing in this part."""

    def ring(self) -> QWidget:
        """Where the ring goes when one comes here."""
        return self

    def side(self) -> QWidget | None:
        """The panel, while it is in sight: F6 goes there."""
        return None

    def search(self) -> None:
        """Put the cursor where one searches."""

    def step_back(self) -> bool:
        """Esc: whether something was put away."""
        return False

    def view_state(self) -> dict[str, object]:
        """What to come back to."""
        return {}

    def restore_view(self, state: dict[str, object]) -> None:
        """Come back to it."""
