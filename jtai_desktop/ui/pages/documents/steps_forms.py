"""The forms of the steps that ask for something: reason, check, way, chase, query."""

from datetime import datetime

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from jtai_desktop.domain.documents.lines import Point, SendingWay, Step
from jtai_desktop.domain.documents.taking import POINT_WORDS, RETURN_REASONS
from jtai_desktop.domain.moments import Moment, at
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import read_day, read_when
from jtai_desktop.services.chase_pack import BY_MAIL, ChasePack
from jtai_desktop.services.documents import Said
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.documents.chase_text import ChaseText
from jtai_desktop.ui.pages.documents.steps_offers import Selection, review
from jtai_desktop.ui.pages.timetable.forms import AskingForm
from jtai_desktop.ui.theme.fonts import FontRole

REASON, QUESTION, WHOM, HOW, UNTIL = "Reason", "Question", "To whom", "How", "Until"
WARNING, CHECKED, BY = "Warning", "Looked at", "Asked by"
WAYS = (
    (SendingWay.PORTAL, "Portal"),
    (SendingWay.MAIL, "Secure mail"),
    (SendingWay.PAPER, "Paper"),
)
CHASE_WAYS = ("Phone", BY_MAIL, "In person", "Letter")
MOST_REVIEWED = 12
BUTTONS = {
    Step.RETURN: "Return",
    Step.WAIVE: "Waive",
    Step.OVERRIDE: "Pass without a check",
    Step.NONE: "Does not exist",
    Step.NOT_APPLICABLE: "Not applicable",
    Step.ACCEPT_WARNING: "Accept",
    Step.ANSWER: "Answered",
}


class StepForm(AskingForm):
    """What one step asks for, of the documents that are selected."""

    def begin(self, selection: Selection) -> None:
        """Start anew, for these documents."""
        del selection
        self.clear_problems()

    def said(self, now: datetime) -> Said:
        """What was said; refused where something can’t be read."""
        raise NotImplementedError


class ReasonForm(StepForm):
    """A reason in one’s own words, or one of those that come often."""

    def __init__(self, step: Step, *, optional: bool = False) -> None:
        super().__init__(BUTTONS[step])
        self._warning = self._combo(WARNING, ()) if step is Step.ACCEPT_WARNING else None
        self._usual = self._often() if step is Step.RETURN else None
        hint = "may be empty, and is then a warning" if optional else ""
        self._reason = self._line(REASON, hint=hint)
        self._stack()

    def begin(self, selection: Selection) -> None:
        super().begin(selection)
        self._reason.clear()
        if self._usual is not None:
            self._usual.setCurrentIndex(0)
        if self._warning is not None:
            self._warning.clear()
            for doubt in selection.acceptable:
                self._warning.addItem(doubt.fact, doubt.key)

    def said(self, now: datetime) -> Said:
        del now
        about = str(self._warning.currentData() or "") if self._warning is not None else ""
        return Said(reason=self._reason.text(), about=about)

    def _often(self) -> QComboBox:
        """Those that a document is returned for most."""
        own = ("", "In your own words")
        field = self._combo("Often", (own, *((reason, reason) for reason in RETURN_REASONS)))
        field.activated.connect(lambda _at: self._take(str(field.currentData() or "")))
        return field

    def _take(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setFocus()


class AnswerForm(StepForm):
    """What was answered to the inspectors."""

    def __init__(self) -> None:
        super().__init__("Answered")
        self._answer = self._line("What was answered")
        self._stack()

    def begin(self, selection: Selection) -> None:
        super().begin(selection)
        self._answer.clear()

    def said(self, now: datetime) -> Said:
        del now
        return Said(reason=self._answer.text())


class CheckForm(StepForm):
    """The five points that a second reader looks at, each ticked on its own."""

    def __init__(self) -> None:
        super().__init__("Checked")
        self.points: dict[Point, QCheckBox] = {}
        for point, words in POINT_WORDS.items():
            box = QCheckBox(f"{words[:1].upper()}{words[1:]}")
            self.points[point] = box
            self._column.addWidget(box)
        self._note = self._line("Note")
        self._stack()

    def begin(self, selection: Selection) -> None:
        super().begin(selection)
        for box in self.points.values():
            box.setChecked(False)
        self._note.clear()

    def take_focus(self) -> None:
        next(iter(self.points.values())).setFocus()

    def said(self, now: datetime) -> Said:
        del now
        ticked = tuple(point for point, box in self.points.items() if box.isChecked())
        return Said(points=ticked, text=self._note.text())


class SendForm(StepForm):
    """The list of what goes, looked through first; then the way it went."""

    def __init__(self) -> None:
        super().__init__("Mark as sent")
        self._list = Words("", FontRole.LABEL, wrap=True)
        self._column.addWidget(self._list)
        self._way = self._combo(HOW, WAYS)
        self._stack()

    def begin(self, selection: Selection) -> None:
        super().begin(selection)
        going = review(selection.lines)
        more = len(going) - MOST_REVIEWED
        shown = [*going[:MOST_REVIEWED], *([f"and {more} more"] if more > 0 else [])]
        self._list.setText("\n".join(shown))

    def said(self, now: datetime) -> Said:
        del now
        return Said(way=str(self._way.currentData()))


class ChaseForm(StepForm):
    """The text to chase with; who was chased, how, what came of it, and when to chase again."""

    def __init__(self) -> None:
        super().__init__("Chased: note it")
        self.letter = ChaseText()
        self.letter.copied.connect(self._by_mail)
        self._column.addWidget(self.letter)
        self._whom = self._line(WHOM)
        self._how = self._combo(HOW, tuple((word, word) for word in CHASE_WAYS))
        self._text = self._line("What was said")
        self._next = self._line(UNTIL, "Chase again", "4 Nov 2026, 09:00")
        self._stack()

    def begin(self, selection: Selection) -> None:
        super().begin(selection)
        owners = {line.owner for line in selection.lines if line.owner}
        self._whom.setText(owners.pop() if len(owners) == 1 else "")
        self._text.clear()
        self._next.clear()
        self.letter.begin(selection.ids)

    def said(self, now: datetime) -> Said:
        del now
        return Said(
            whom=self._whom.text(),
            way=str(self._how.currentData()),
            text=self._text.text(),
            due=until(self._next),
        )

    def show_pack(self, pack: ChasePack) -> None:
        """The text, and whom it greets where nothing was typed meanwhile."""
        self.letter.show_pack(pack)
        if not self._whom.text():
            self._whom.setText(pack.whom)
            self._whom.selectAll()

    def _by_mail(self) -> None:
        """Whoever copies the text is about to send it."""
        self._how.setCurrentIndex(self._how.findData(BY_MAIL))


class QueryForm(StepForm):
    """What the inspectors asked, and until when they want an answer."""

    def __init__(self) -> None:
        super().__init__("Query noted")
        self._question = self._line(QUESTION)
        self._due = self._line(UNTIL, "Answer wanted until", "4 Nov 2026, 12:00")
        self._stack()

    def begin(self, selection: Selection) -> None:
        super().begin(selection)
        self._question.clear()
        self._due.clear()

    def said(self, now: datetime) -> Said:
        del now
        return Said(text=self._question.text(), due=until(self._due))


class AskedForForm(StepForm):
    """Who asked for what comes only on request."""

    def __init__(self) -> None:
        super().__init__("It was asked for")
        self._by = self._line(BY)
        self._stack()

    def begin(self, selection: Selection) -> None:
        super().begin(selection)
        self._by.setText("Lead inspector")

    def said(self, now: datetime) -> Said:
        del now
        return Said(whom=self._by.text())


def until(field: QLineEdit) -> Moment | None:
    """A day with or without an hour; nothing where nothing was typed."""
    text = field.text()
    if not text.strip():
        return None
    try:
        return Moment(read_day(text))
    except Refused:
        pass
    try:
        return at(read_when(text))
    except Refused as refused:
        raise Refused(str(refused), place=UNTIL) from None
