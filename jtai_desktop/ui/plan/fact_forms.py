"""The forms of facts: progress, days, evidence of impact, a rating set by hand."""

from datetime import date
from typing import Final

from jtai_desktop.domain.actions.plan import Entry
from jtai_desktop.domain.actions.rating import RATING_WORDS, Rating
from jtai_desktop.domain.wording import day_full, day_short
from jtai_desktop.services import actions
from jtai_desktop.services.actions import Correction
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.plan.form import PlanForm, day_typed
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.theme.fonts import FontRole

COMPUTED = "computed"


class ProgressForm(PlanForm):
    """A dated entry of progress and evidence, or the right words for one."""

    def __init__(self, entry: Entry, facts: PlanFacts, *, correcting: bool = False) -> None:
        super().__init__("Put right" if correcting else "Add")
        self._one, self._today = entry.action.id, facts.plan.today
        last = entry.action.standing_progress[-1] if correcting else None
        self._number = last.number if last else 0
        self._words = self._text("Progress", last.text if last else "", "Progress and evidence")
        self._day = self._line("Day", hint=f"today, {day_short(self._today)}")
        self._reason = self._line("Reason", "Why it is put right") if last else None
        if last:
            self._day.setText(day_full(last.day))
        self._stack()

    def act(self, inspection_id: str) -> Act:
        text, day = self._words.toPlainText(), day_typed(self._day.text(), "Day")
        if self._reason is None:
            return lambda w: actions.note_progress(w, inspection_id, self._one, text, day)
        right = Correction(self._number, text, self._reason.text(), day)
        return lambda w: actions.correct_progress(w, inspection_id, self._one, right)


class DayForm(PlanForm):
    """A day: started, completed, forecast, or the day of a timescale without one."""

    DEEDS: Final = {
        "Started": actions.set_started,
        "Completed": actions.set_completed,
        "Forecast": actions.set_forecast,
        "Due": actions.set_due,
    }

    def __init__(self, what: str, entry: Entry, facts: PlanFacts) -> None:
        super().__init__("Record")
        self._what, self._one, self._today = what, entry.action.id, facts.plan.today
        self._now = what in {"Started", "Completed"}
        kept: date | None = getattr(entry.action.facts, what.casefold())
        hint = "today" if self._now and kept is None else "none"
        self._day = self._line(what, f"{what} on", hint)
        self._day.setText(day_full(kept) if kept else "")
        self._begun_empty = kept is None
        self._stack()

    def act(self, inspection_id: str) -> Act:
        typed = self._day.text()
        day = day_typed(typed, self._what)
        if day is None and self._now and self._begun_empty:
            day = self._today
        deed = self.DEEDS[self._what]
        return lambda w: deed(w, inspection_id, self._one, day)


class ImpactForm(PlanForm):
    """Evidence of impact."""

    def __init__(self, entry: Entry) -> None:
        super().__init__("Keep")
        self._one = entry.action.id
        self._words = self._text("Evidence of impact", entry.action.facts.impact)
        self._stack()

    def act(self, inspection_id: str) -> Act:
        text = self._words.toPlainText()
        return lambda w: actions.set_impact(w, inspection_id, self._one, text)


class RatingForm(PlanForm):
    """A rating in place of the computed one, with a reason; or the computed one again."""

    def __init__(self, entry: Entry) -> None:
        super().__init__("Set")
        self._one = entry.action.id
        computed = entry.stand.computed
        self._column.addWidget(Words(f"Computed: {computed.words}", FontRole.LABEL, wrap=True))
        again = ((COMPUTED, f"As computed: {computed.words}"),) if entry.stand.override else ()
        others = [(e.value, RATING_WORDS[e]) for e in Rating if e is not computed.rating]
        self._rating = self._combo("Rating", [*again, *others])
        self._reason = self._line("Reason", hint="why the facts do not say it all")
        self._stack()

    def act(self, inspection_id: str) -> Act:
        wanted, reason = str(self._rating.currentData()), self._reason.text()
        if wanted == COMPUTED:
            return lambda w: actions.end_override(w, inspection_id, self._one)
        rating = Rating(wanted)
        return lambda w: actions.override(w, inspection_id, self._one, rating, reason)
