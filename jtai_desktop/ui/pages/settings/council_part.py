"""The part on the council: name, marking, close of business, how long papers stay, files."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.inspection import CouncilSettings, Keeping
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import read_clock, shown
from jtai_desktop.services import council
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.pages.settings.kept_field import KeptField
from jtai_desktop.ui.pages.settings.radio_row import RadioRow
from jtai_desktop.ui.shell.page import Desk

Change = Callable[[CouncilSettings, str], CouncilSettings]
MOST_DIGITS = 6
FILES = (
    (Keeping.TAKEN_IN.value, "Kept in the vault"),
    (Keeping.REFERENCED.value, "Stay where they lie"),
)


class CouncilPart(QWidget):
    """Each field saves itself; they count for every inspection in this vault."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.council = KeptField("&Council", placeholder="Name of the council")
        self.marking = KeptField("&Marking", hint="Stands on every screen and every page.")
        self.close_of_business = KeptField(
            "Close of &business", hint="“End of day” means this hour when time left is counted."
        )
        self.days = KeptField(
            "&Keep papers for", hint="Days; gives each paper its destroy-by date."
        )
        self.months = KeptField(
            "&Evidence is old after", hint="Months before the notification; self-evaluation."
        )
        self.files = RadioRow("Files of documents", FILES)
        self._lay_out()
        self._connect()

    def show_settings(self, settings: CouncilSettings) -> None:
        """Show what is kept."""
        self.council.set_kept(settings.council)
        self.marking.set_kept(settings.marking)
        self.close_of_business.set_kept(f"{settings.close:%H:%M}")
        self.days.set_kept(str(settings.destroy_after_days))
        self.months.set_kept(str(settings.evidence_months))
        self.files.show_value(settings.keeps_files.value)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading("The council", aside="for every inspection here"))
        for field in (self.council, self.marking, self.close_of_business, self.days, self.months):
            column.addWidget(field)
        column.addWidget(self.files)

    def _connect(self) -> None:
        ways: tuple[tuple[KeptField, Change], ...] = (
            (self.council, lambda kept, text: replace(kept, council=text)),
            (self.marking, lambda kept, text: replace(kept, marking=text)),
            (self.close_of_business, lambda kept, text: replace(kept, close=read_clock(text))),
            (self.days, lambda kept, text: replace(kept, destroy_after_days=read_days(text))),
            (self.months, lambda kept, text: replace(kept, evidence_months=read_months(text))),
        )
        for field, change in ways:
            field.wanted.connect(partial(self._save, field, change))
        self.files.chosen.connect(self._save_files)

    def _save_files(self, value: str) -> None:
        inspection = self._desk.inspection_id

        def act(workspace: Workspace) -> Changes:
            kept = replace(council.load(workspace), keeps_files=Keeping(value))
            return council.change(workspace, kept, inspection)

        self._desk.hub.act(act)

    def _save(self, field: KeptField, change: Change, text: str) -> None:
        inspection = self._desk.inspection_id

        def act(workspace: Workspace) -> Changes:
            return council.change(workspace, change(council.load(workspace), text), inspection)

        self._desk.hub.act(act, None, field.refuse)


def read_days(text: str) -> int:
    """The number of days that was typed."""
    return _number(text, "day", 35)


def read_months(text: str) -> int:
    """The number of months that was typed."""
    return _number(text, "month", 12)


def _number(text: str, unit: str, example: int) -> int:
    digits = text.strip().removesuffix(f"{unit}s").removesuffix(unit).strip()
    if not (digits.isascii() and digits.isdigit()) or len(digits) > MOST_DIGITS:
        raise Refused(f"{shown(text)} is not a number of {unit}s: type one like {example}.")
    return int(digits)
