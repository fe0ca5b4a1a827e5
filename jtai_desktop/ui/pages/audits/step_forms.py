"""The forms of the steps of a return: how it was chased, when it came, why it is corrected."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from jtai_desktop.domain.audits.returns import HOW, NOTE, REASON, WHEN, Said, Step
from jtai_desktop.ui.pages.timetable.forms import AskingForm
from jtai_desktop.ui.pages.timetable.typed import when_typed

WHICH, MISTAKE = "Which", "What was wrong"
Choices = Sequence[tuple[str, str]]


class StepForm(AskingForm):
    """What one step asks for; `said` is what was said, `which` whose returns it is about."""

    def __init__(self, button: str, now: datetime) -> None:
        super().__init__(button)
        self._now = now

    @property
    def first(self) -> QWidget:
        """What is typed comes first; that it is about one return alone is the usual."""
        fields = [row.field for row in self._rows.values()]
        return next((each for each in fields if isinstance(each, QLineEdit)), fields[0])

    @property
    def which(self) -> str:
        """Which returns it is about; nothing for the one that is shown."""
        return ""

    def said(self) -> Said:
        """What a person filled in."""
        raise NotImplementedError


class ChaseForm(StepForm):
    """How it was chased; at once for several, where more are late."""

    def __init__(self, now: datetime, several: Choices) -> None:
        super().__init__("Chased", now)
        self._several = self._combo(WHICH, several) if len(several) > 1 else None
        self._how = self._line(HOW, hint="By telephone, to whom")
        self._note = self._line(NOTE)
        self._when = self._line(WHEN, hint="now")
        self._stack()

    @property
    def which(self) -> str:
        return str(self._several.currentData() or "") if self._several else ""

    def said(self) -> Said:
        return Said(self._how.text(), self._note.text(), when_typed(self._when.text(), self._now))


class ComeForm(StepForm):
    """That it was asked for, or came: how and when, both optional."""

    def __init__(self, button: str, now: datetime, several: Choices = ()) -> None:
        super().__init__(button, now)
        self._several = self._combo(WHICH, several) if len(several) > 1 else None
        self._how = self._line(HOW, hint="form by e-mail")
        self._when = self._line(WHEN, hint="now")
        self._stack()

    @property
    def which(self) -> str:
        return str(self._several.currentData() or "") if self._several else ""

    def said(self) -> Said:
        return Said(how=self._how.text(), when=when_typed(self._when.text(), self._now))


class ArchivedForm(StepForm):
    """Where the records are, and how one gets at them."""

    def __init__(self, now: datetime) -> None:
        super().__init__("Archived", now)
        self._note = self._line(NOTE, hint="where, and by when they are fetched")
        self._stack()

    def said(self) -> Said:
        return Said(note=self._note.text())


class CorrectForm(StepForm):
    """What was noted by mistake, and why."""

    def __init__(self, now: datetime, lines: Choices) -> None:
        super().__init__("Correct", now)
        self._line_chosen = self._combo(MISTAKE, lines)
        self._reason = self._line(REASON)
        self._stack()

    def said(self) -> Said:
        number = int(self._line_chosen.currentData() or 0)
        return Said(note=self._reason.text(), corrects=number)


def form_of(step: Step, now: datetime, several: Choices, lines: Choices) -> StepForm:
    """The form of a step."""
    makers: dict[Step, Callable[[], StepForm]] = {
        Step.ASKED: lambda: ComeForm("Asked for", now, several),
        Step.CHASED: lambda: ChaseForm(now, several),
        Step.RECEIVED: lambda: ComeForm("Received", now),
        Step.ARCHIVED: lambda: ArchivedForm(now),
        Step.CORRECTED: lambda: CorrectForm(now, lines),
    }
    return makers[step]()
