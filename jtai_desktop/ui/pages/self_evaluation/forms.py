"""The small forms of the page: wording, reasons, links, dates. Enter finishes, Esc puts away."""

from collections.abc import Sequence
from datetime import date

from jtai_desktop.domain.self_evaluation.point import Sort
from jtai_desktop.domain.typed import read_day
from jtai_desktop.domain.wording import day_full
from jtai_desktop.ui.evaluations.forms import chosen_in
from jtai_desktop.ui.pages.timetable.forms import AskingForm

WORDING, REASON, DOCUMENT, DATED, AGENCY, GROUP = (
    "Wording",
    "Reason",
    "What shows it",
    "Evidence of",
    "Agency",
    "Group",
)
NEW_CRITERION = "Evaluation criteria"


class WordingForm(AskingForm):
    """Another wording; an empty one brings back that of the guidance."""

    def __init__(self, title: str) -> None:
        super().__init__("Word it so")
        self._wording = self._line(WORDING, hint="as the guidance pack has it")
        self._wording.setText(title)
        self._stack()

    @property
    def wording(self) -> str:
        """As it was typed."""
        return self._wording.text()


class NewForm(AskingForm):
    """One more criterion or marker: in which group, and its words."""

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__("Add")
        self._group = self._combo(GROUP, [(each, each) for each in groups])
        self._wording = self._line(WORDING, hint="the practice that is meant")
        self._stack()

    @property
    def sort(self) -> Sort:
        """A criterion among the criteria, else a marker."""
        return Sort.CRITERION if self.group == NEW_CRITERION else Sort.MARKER

    @property
    def group(self) -> str:
        """The group that was chosen."""
        return chosen_in(self._group)

    @property
    def wording(self) -> str:
        """As it was typed."""
        return self._wording.text()


class RetireForm(AskingForm):
    """Why it is no longer asked."""

    def __init__(self) -> None:
        super().__init__("Retire")
        self._reason = self._line(REASON)
        self._stack()

    @property
    def reason(self) -> str:
        """As it was typed."""
        return self._reason.text()


class DocumentForm(AskingForm):
    """A document or an audit that shows it."""

    def __init__(self, documents: Sequence[tuple[str, str]]) -> None:
        super().__init__("Link")
        self._document = self._combo(DOCUMENT, documents)
        self._stack()

    @property
    def target(self) -> str:
        """What was chosen."""
        return chosen_in(self._document)


class DatedForm(AskingForm):
    """The day that the evidence is of; without a day there is none."""

    def __init__(self, day: date | None) -> None:
        super().__init__("Set")
        self._day = self._line(DATED, hint="no date, or like 14 Apr 2026")
        self._day.setText(day_full(day) if day else "")
        self._stack()

    def day(self) -> date | None:
        """As it was typed, or none."""
        return read_day(self._day.text()) if self._day.text().strip() else None


class AgencyForm(AskingForm):
    """Which agency answers beside the others."""

    def __init__(self, agencies: Sequence[tuple[str, str]]) -> None:
        super().__init__("Write")
        self._agency = self._combo(AGENCY, agencies)
        self._stack()

    @property
    def agency(self) -> str:
        """The key of the agency."""
        return chosen_in(self._agency)
