"""Changing an action: its texts, its facts, its progress; or the sentence why it can’t be.

Each change of the facts is a further line with who and when. So a rating can be told for any day.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from jtai_desktop.domain import texts
from jtai_desktop.domain.actions.action import Action, FactsLine, Progress
from jtai_desktop.domain.actions.rating import FINISHED, RATING_WORDS, Facts, Rating
from jtai_desktop.domain.actions.timescale import Timescale, read_timescale
from jtai_desktop.domain.actions.turning import Stand, stand_by
from jtai_desktop.domain.evaluations.writing import Signed
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import day_full

NUMBER_LONGEST = 12
OUT: Final = "It was taken out of the plan. Bring it back first."
NOT_DONE: Final = (
    "Only an action with a day of completion can be rated as completed. Record that day instead."
)
NO_EVIDENCE: Final = "“Impact evidenced” needs evidence of impact. Write that down first."


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of an action; None leaves one as it is."""

    number: str | None = None
    section: str | None = None
    text: str | None = None
    lead: str | None = None
    deputy: str | None = None
    measure: str | None = None
    references: str | None = None


def written(before: Action, new: Texts, sections: Collection[str]) -> Action:
    """The action with these texts, as they are kept."""
    refuse_taken_out(before)
    if new.section is not None and new.section not in sections:
        sentence = f"{shown(new.section)} is no section of this plan. Choose one of the list."
        raise Refused(sentence, place="Section")
    kept = replace(
        before,
        number=_line(new.number, before.number, "Number", NUMBER_LONGEST, needed=True),
        section=before.section if new.section is None else new.section,
        text=_note(new.text, before.text, "Action", needed=True),
        lead=_line(new.lead, before.lead, "Lead"),
        deputy=_line(new.deputy, before.deputy, "Deputy"),
        measure=_note(new.measure, before.measure, "Measure of impact"),
        references=_line(new.references, before.references, "References"),
    )
    if kept.deputy and kept.deputy.casefold() == kept.lead.casefold():
        sentence = f"{kept.called}: the deputy is the lead too. Name another role."
        raise Refused(sentence, place="Deputy")
    return kept


def with_sources(before: Action, sources: Iterable[str]) -> Action:
    """The action as the answer to these findings and recommendations."""
    refuse_taken_out(before)
    return replace(before, sources=tuple(dict.fromkeys(sources)))


def with_evidence(before: Action, documents: Iterable[str]) -> Action:
    """The action with links to these documents of the register."""
    refuse_taken_out(before)
    return replace(before, evidence=tuple(dict.fromkeys(documents)))


def timed(before: Action, timescale: Timescale, signed: Signed) -> Action:
    """The action with another timescale."""
    return _with(before, replace(before.facts, timescale=timescale), signed)


def due_by(before: Action, due: date | None, signed: Signed) -> Action:
    """The action with a day beside a timescale whose words name none."""
    scale = before.facts.timescale
    if not scale.words:
        words = day_full(due) if due else ""
        return timed(before, Timescale(words, due), signed)
    said = read_timescale(scale.words).due
    if said is not None and said != due:
        sentence = f"{shown(scale.words)} means {day_full(said)}. Change the timescale itself."
        raise Refused(sentence, place="Due")
    return timed(before, Timescale(scale.words, due), signed)


def started(before: Action, day: date | None, signed: Signed) -> Action:
    """Work on it began on this day, or did not begin yet."""
    _refuse_future(day, signed, "Started")
    facts = before.facts
    if day is None and facts.completed is not None:
        sentence = f"{before.called} is completed, so it was begun. Take the completion back first."
        raise Refused(sentence, place="Started")
    if day is not None and facts.completed is not None and facts.completed < day:
        raise Refused(_before_start(before, day), place="Started")
    return _with(before, replace(facts, started=day), signed)


def forecast(before: Action, day: date | None, signed: Signed) -> Action:
    """It is expected on this day."""
    if day is not None and day < london(signed.when).date():
        sentence = f"{day_full(day)} has passed, so it is no forecast. Type a day to come."
        raise Refused(sentence, place="Forecast")
    if before.facts.completed is not None and day is not None:
        sentence = f"{before.called} is completed, so nothing is left to forecast."
        raise Refused(sentence, place="Forecast")
    return _with(before, replace(before.facts, forecast=day), signed)


def completed(before: Action, day: date | None, signed: Signed) -> Action:
    """It was done on this day, or was not done after all. A rating set by hand ends with it."""
    _refuse_future(day, signed, "Completed")
    facts = before.facts
    if day is not None and facts.started is not None and day < facts.started:
        raise Refused(_before_start(before, facts.started), place="Completed")
    begun = facts.started if day is None or facts.started else day
    after = replace(facts, completed=day, started=begun)
    if after == facts:
        return before
    refuse_taken_out(before)
    return _added(before, after, None, "", signed)


def evidenced(before: Action, text: str, signed: Signed) -> Action:
    """The action with this evidence of impact."""
    impact = texts.note(text, "Evidence of impact")
    return _with(before, replace(before.facts, impact=impact), signed)


def overridden(before: Action, rating: Rating, reason: str, signed: Signed) -> Action:
    """The action with a rating set in place of the computed one; the computed one stays beside it.

    What is done is a fact: no hand can set it.
    """
    refuse_taken_out(before)
    why = texts.line(reason, "Reason", needed=True)
    computed = stand_of(before, signed).computed.rating
    if rating is Rating.EVIDENCED and not before.facts.impact:
        raise Refused(NO_EVIDENCE, place="Rating")
    if rating in FINISHED and computed not in FINISHED:
        raise Refused(NOT_DONE, place="Rating")
    if rating is computed:
        sentence = f"{RATING_WORDS[rating]} is what the facts give already; nothing is to be set."
        raise Refused(sentence, place="Rating")
    return _added(before, before.facts, rating, why, signed)


def not_overridden(before: Action, signed: Signed) -> Action:
    """The action with the computed rating again."""
    refuse_taken_out(before)
    if before.override is None:
        raise Refused(f"{before.called}: no rating was set by hand.", place="Rating")
    return _added(before, before.facts, None, "", signed)


def noted(
    before: Action, text: str, day: date, signed: Signed, corrects: int = 0, reason: str = ""
) -> Action:
    """The action with a further entry of progress, or one that puts an earlier one right."""
    refuse_taken_out(before)
    kept = texts.note(text, "Progress", needed=True)
    _refuse_future(day, signed, "Day")
    if corrects and corrects not in {each.number for each in before.standing_progress}:
        sentence = "This entry is not there, or was put right already. Choose the newest."
        raise Refused(sentence, place="Progress")
    why = texts.line(reason, "Reason", needed=bool(corrects))
    number = len(before.progress) + 1
    entry = Progress(number, signed.when, signed.by, day, kept, corrects, why)
    return replace(before, progress=(*before.progress, entry))


def taken_out(before: Action, reason: str) -> Action:
    """The action out of the plan, kept apart with the reason."""
    refuse_taken_out(before)
    return replace(before, taken_out=texts.line(reason, "Reason", needed=True))


def brought_back(before: Action) -> Action:
    """The action in the plan again."""
    if before.is_in_plan:
        raise Refused(f"{before.called} is in the plan.", place="Action")
    return replace(before, taken_out="")


def refuse_taken_out(before: Action) -> None:
    """Refuse to change what is no longer in the plan."""
    if not before.is_in_plan:
        raise Refused(f"{before.called}: {OUT}", place="Action")


def stand_of(action: Action, signed: Signed) -> Stand:
    """How it stands when this is done."""
    line = action.lines[-1] if action.lines else FactsLine(0, signed.when, signed.by)
    return stand_by(line, london(signed.when).date())


def _with(before: Action, facts: Facts, signed: Signed) -> Action:
    """A further line with these facts; what was set by hand stays set."""
    refuse_taken_out(before)
    if facts == before.facts and before.lines:
        return before
    last = before.lines[-1] if before.lines else None
    override, reason = (last.override, last.reason) if last else (None, "")
    return _added(before, facts, override, reason, signed)


def _added(
    before: Action, facts: Facts, override: Rating | None, reason: str, signed: Signed
) -> Action:
    line = FactsLine(len(before.lines) + 1, signed.when, signed.by, facts, override, reason)
    return replace(before, lines=(*before.lines, line))


def _refuse_future(day: date | None, signed: Signed, place: str) -> None:
    if day is not None and day > london(signed.when).date():
        sentence = f"{day_full(day)} is still to come. Type the day on which it happened."
        raise Refused(sentence, place=place)


def _before_start(before: Action, day: date) -> str:
    return f"{before.called} began on {day_full(day)}, so it can’t have been completed before."


def _line(
    new: str | None, kept: str, place: str, longest: int = texts.LINE, *, needed: bool = False
) -> str:
    return kept if new is None else texts.line(new, place, longest=longest, needed=needed)


def _note(new: str | None, kept: str, place: str, *, needed: bool = False) -> str:
    return kept if new is None else texts.note(new, place, needed=needed)
