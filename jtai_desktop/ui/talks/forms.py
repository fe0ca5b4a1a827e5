"""The forms of a conversation’s steps: explanation, decision, plan, confirmation, and so on.

Each begins with what is known of the person and gives back what was said. Places are the names of
the fields, so that a refusal of the rules stands at the field it is about.
"""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from jtai_desktop.domain.conversations.lines import Recorded, Step, View
from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.conversations.steps import correctable, views_for
from jtai_desktop.domain.conversations.wording import VIEW_WORDS, title_of
from jtai_desktop.domain.wording import day_short
from jtai_desktop.services.conversations import Explained, Said
from jtai_desktop.ui.pages.timetable.forms import AskingForm
from jtai_desktop.ui.pages.timetable.typed import REASON, WHEN, when_typed

BY, WHO, AGENCY, HOW, WITNESS = "By whom", "Who said so", "Agency", "How", "Witness"
LEAFLET, FORM, LANGUAGE = "Leaflet", "Format", "Language"
INTERPRETER, NEEDS = "Interpreter", "Needs"
VIEW, LINE = "Whose decision", "Line"
RECORDED = ((Recorded.WRITTEN, "In writing"), (Recorded.SPOKEN, "Spoken, with a witness"))
NOW = "now"
BUTTONS = {
    Step.DECLINE: "Declined",
    Step.WITHDRAW: "Withdrawn",
    Step.NOT_APPROPRIATE: "Not appropriate",
    Step.REASK: "Ask again",
    Step.CALL_OFF: "Call off",
    Step.CONFIRM: "Confirmed",
    Step.UNDERSTAND: "Checked",
    Step.TELL: "Told",
}


class TalkForm(AskingForm):
    """What one step asks for about one person."""

    def begin(self, talk: Talk, now: datetime) -> None:
        """Start with what is known of this person."""

    def said(self, now: datetime) -> Said:
        """What was said; refused where something can’t be read."""
        raise NotImplementedError


class LeafletForm(TalkForm):
    """Which leaflet was given, when, in what format and language."""

    def __init__(self) -> None:
        super().__init__("Leaflet given")
        self._leaflet = self._line(LEAFLET)
        self._form = self._line(FORM, hint="on paper, easy read …")
        self._language = self._line(LANGUAGE)
        self._when = self._line(WHEN, hint=NOW)
        self._stack()

    def begin(self, talk: Talk, now: datetime) -> None:
        del now
        if talk.standing.explanation is not None:
            self._language.setText(talk.standing.explanation.language)

    def said(self, now: datetime) -> Said:
        leaflet = Explained(self._leaflet.text(), self._form.text(), self._language.text())
        return Said(happened=when_typed(self._when.text(), now), explained=leaflet)


class ExplainForm(TalkForm):
    """Who explained the inspection, when and how, with which leaflet and whose help."""

    def __init__(self) -> None:
        super().__init__("Explained")
        self._by = self._line(BY, hint="Social worker")
        self._agency = self._line(AGENCY)
        self._when = self._line(WHEN, hint=NOW)
        self._how = self._line(HOW, hint="at home")
        self._leaflet = self._line(LEAFLET, hint="if one was given")
        self._form = self._line(FORM, hint="on paper, easy read …")
        self._language = self._line(LANGUAGE)
        self._interpreter = self._line(INTERPRETER)
        self._stack()

    def said(self, now: datetime) -> Said:
        explained = Explained(
            self._leaflet.text(),
            self._form.text(),
            self._language.text(),
            self._interpreter.text(),
        )
        return Said(
            happened=when_typed(self._when.text(), now),
            who=self._by.text(),
            agency=self._agency.text(),
            how=self._how.text(),
            explained=explained,
        )


class _DecisionForm(TalkForm):
    """Whose decision it is, where there are two views: the child’s own, parental responsibility."""

    def __init__(self, step: Step, button: str) -> None:
        super().__init__(button)
        self._step = step
        self._view = self._combo(VIEW, ())

    def begin(self, talk: Talk, now: datetime) -> None:
        del now
        for view in views_for(talk.person, self._step):
            self._view.addItem(VIEW_WORDS[view].capitalize(), view)
        self._rows[VIEW].setVisible(len(talk.person.views) > 1)

    @property
    def first(self) -> QWidget:
        """The first field that can be seen."""
        shown = (row.field for row in self._rows.values() if not row.isHidden())
        return next(shown)

    def _chosen(self) -> View:
        return View(self._view.currentData() or View.OWN)


class AgreeForm(_DecisionForm):
    """Who agreed, when, and how that was recorded."""

    def __init__(self) -> None:
        super().__init__(Step.AGREE, "Agreed")
        self._who = self._line(WHO, "Who gave it")
        self._when = self._line(WHEN, hint=NOW)
        self._how = self._combo(HOW, [(each.value, word) for each, word in RECORDED])
        self._witness = self._line(WITNESS)
        self._how.currentIndexChanged.connect(self._offer_witness)
        self._stack()
        self._offer_witness()

    def said(self, now: datetime) -> Said:
        spoken = self._how.currentData() == Recorded.SPOKEN
        return Said(
            happened=when_typed(self._when.text(), now),
            view=self._chosen(),
            who=self._who.text(),
            how=str(self._how.currentData()),
            witness=self._witness.text() if spoken else "",
        )

    def _offer_witness(self) -> None:
        self._rows[WITNESS].setVisible(self._how.currentData() == Recorded.SPOKEN)


class RefuseForm(_DecisionForm):
    """Who declined or withdrew, when and how; a reason need not be given."""

    def __init__(self, step: Step) -> None:
        super().__init__(step, BUTTONS[step])
        self._who = self._line(WHO)
        self._when = self._line(WHEN, hint=NOW)
        self._how = self._line(HOW, hint="by phone")
        self._reason = self._line(REASON, hint="may be empty")
        self._stack()

    def said(self, now: datetime) -> Said:
        return Said(
            happened=when_typed(self._when.text(), now),
            view=self._chosen(),
            who=self._who.text(),
            how=self._how.text(),
            reason=self._reason.text(),
        )


class NoteForm(TalkForm):
    """Who did it, when, and how or why; which of the last two the step says."""

    def __init__(self, step: Step, *, reason: bool = False) -> None:
        super().__init__(BUTTONS[step])
        self._why = self._line(REASON) if reason else None
        self._by = self._line(BY, hint="you" if step is Step.TELL else "")
        self._when = self._line(WHEN, hint=NOW)
        self._how = None if reason else self._line(HOW, hint="by phone")
        self._stack()

    def said(self, now: datetime) -> Said:
        return Said(
            happened=when_typed(self._when.text(), now),
            who=self._by.text(),
            how=self._how.text() if self._how is not None else "",
            reason=self._why.text() if self._why is not None else "",
        )


class CorrectForm(TalkForm):
    """Which line was wrong, and why; it stays, and no longer counts."""

    def __init__(self) -> None:
        super().__init__("Correct")
        self._wrong = self._combo(LINE, ())
        self._reason = self._line(REASON)
        self._stack()

    def begin(self, talk: Talk, now: datetime) -> None:
        del now
        for line in correctable(talk.person):
            day = day_short(line.moment.date())
            self._wrong.addItem(f"{day}: {title_of(talk.person, line)}", line.id)

    def said(self, now: datetime) -> Said:
        del now
        return Said(corrects=str(self._wrong.currentData() or ""), reason=self._reason.text())
