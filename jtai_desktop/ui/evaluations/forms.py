"""The small forms about evaluations and flags. Enter finishes, Esc puts them away."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from jtai_desktop.domain.moments import Moment
from jtai_desktop.ui.pages.timetable.forms import AskingForm, MomentForm
from jtai_desktop.ui.pages.timetable.typed import DAY, REASON

AGENCY, OWNER, TEXT = "Agency", "Owner", "What is to be done"
DONE, ENDED = "What was done", "How it ended"


class ReasonForm(AskingForm):
    """Why an evaluation goes back."""

    def __init__(self) -> None:
        super().__init__("Take back")
        self._reason = self._line(REASON)
        self._stack()

    @property
    def reason(self) -> str:
        """The reason as it was typed."""
        return self._reason.text()


class InternalForm(MomentForm):
    """Our own, earlier time; without a day there is none."""

    def __init__(self) -> None:
        super().__init__("Set")
        self._day.setPlaceholderText("no time of our own")
        self._end()

    def begin(self, moment: Moment | None) -> None:
        """Begin with what stands."""
        if moment is not None:
            self.fill_moment(moment)

    def chosen(self) -> Moment | None:
        """The time as it was typed, or none."""
        return self.moment() if self._day.text().strip() else None

    @property
    def day_place(self) -> str:
        """Where a refusal of the day stands."""
        return DAY


class AgencyForm(AskingForm):
    """Which agency is asked for an evaluation of its own."""

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__("Ask")
        self._agency = self._combo(AGENCY, choices)
        self._stack()

    @property
    def agency(self) -> str:
        """The key of the agency."""
        return str(self._agency.currentData() or "")


class RaiseForm(AskingForm):
    """What is to be done at once, and by whom."""

    def __init__(self, people: Sequence[tuple[str, str]]) -> None:
        super().__init__("Raise")
        self._text = self._line(TEXT)
        self._owner = self._combo(OWNER, people)
        self._stack()

    @property
    def text(self) -> str:
        """What is to be done."""
        return self._text.text()

    @property
    def owner(self) -> str:
        """Who acts."""
        return chosen_in(self._owner)


class GiveForm(AskingForm):
    """Who acts from now on."""

    def __init__(self, people: Sequence[tuple[str, str]], now: str) -> None:
        super().__init__("Give")
        self._owner = self._combo(OWNER, people)
        self._owner.setCurrentIndex(max(0, self._owner.findData(now)))
        self._stack()

    @property
    def owner(self) -> str:
        """Who acts."""
        return chosen_in(self._owner)


class WordsForm(AskingForm):
    """What was done, or how it ended."""

    def __init__(self, place: str, button: str) -> None:
        super().__init__(button)
        self._words = self._line(place)
        self._stack()

    @property
    def words(self) -> str:
        """The words as they were typed."""
        return self._words.text()


def chosen_in(field: QComboBox) -> str:
    """The key of what is chosen."""
    return str(field.currentData() or "")
