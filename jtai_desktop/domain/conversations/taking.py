"""Recording a step: the line that it adds, or the sentence why it can’t be recorded."""

from dataclasses import replace
from datetime import datetime, timedelta

from jtai_desktop.domain import texts
from jtai_desktop.domain.conversations.in_turn import refuse_too_early
from jtai_desktop.domain.conversations.lines import DECISIONS, Line, Recorded, Step, View
from jtai_desktop.domain.conversations.person import Person
from jtai_desktop.domain.conversations.steps import correctable, offered, views_for
from jtai_desktop.domain.conversations.track import Standing, came_before, standing
from jtai_desktop.domain.conversations.wording import VIEW_WORDS
from jtai_desktop.domain.moments import apart, london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import stamp

WORDS = {
    Step.LEAFLET: "leaflet given",
    Step.EXPLAIN: "explained",
    Step.AGREE: "agreed",
    Step.DECLINE: "declined",
    Step.WITHDRAW: "withdrawn",
    Step.NOT_APPROPRIATE: "marked as not appropriate",
    Step.REASK: "opened to be asked again",
    Step.PLAN: "planned",
    Step.CALL_OFF: "called off",
    Step.CONFIRM: "confirmed in writing",
    Step.UNDERSTAND: "understanding checked",
    Step.TELL: "lead inspector told",
    Step.CORRECT: "corrected",
}
# Nobody is obliged to take part, so whoever asks again says why.
NEEDS_REASON = frozenset({Step.NOT_APPROPRIATE, Step.REASK, Step.CALL_OFF, Step.CORRECT})
LONGEST_TALK = timedelta(hours=12)
ALLOWANCE = timedelta(minutes=1)


def take(person: Person, line: Line) -> Person:
    """The person with one line more; refused where the step can’t be taken."""
    kept = _worded(person, line)
    if kept.step not in offered(person):
        raise Refused(_why_not(person, kept), place=person.called)
    _refuse_special(person, kept)
    return replace(person, lines=(*person.lines, kept))


def _worded(person: Person, line: Line) -> Line:
    kept = replace(
        line,
        id=str(len(person.lines) + 1),
        happened=_happened(line),
        view=line.view if line.step in DECISIONS else View.OWN,
        who=texts.line(line.who, "By whom", needed=line.step is Step.EXPLAIN),
        agency=texts.line(line.agency, "Agency"),
        how=texts.line(line.how, "How"),
        witness=texts.line(line.witness, "Witness", needed=_needs_witness(line)),
        leaflet=texts.line(line.leaflet, "Leaflet", needed=line.step is Step.LEAFLET),
        form=texts.line(line.form, "Format"),
        language=texts.line(line.language, "Language"),
        interpreter=texts.line(line.interpreter, "Interpreter"),
        support=texts.line(line.support, "Support person"),
        needs=texts.line(line.needs, "Needs"),
        reason=texts.line(line.reason, "Reason", needed=line.step in NEEDS_REASON),
    )
    return _with_time(kept) if line.step is Step.PLAN else _without_time(kept)


def _needs_witness(line: Line) -> bool:
    return line.step is Step.AGREE and line.how == Recorded.SPOKEN


def _with_time(line: Line) -> Line:
    return replace(
        line,
        start=london(line.start) if line.start else None,
        end=london(line.end) if line.end else None,
        place=texts.line(line.place, "Place"),
        inspector=texts.line(line.inspector, "Inspector"),
    )


def _without_time(line: Line) -> Line:
    return replace(line, start=None, end=None, place="", inspector="")


def _happened(line: Line) -> datetime | None:
    if line.happened is None or line.step is Step.PLAN:
        return None
    if line.happened > line.when + ALLOWANCE:
        sentence = f"{stamp(line.happened)} is still to come. Give the time at which it was done."
        raise Refused(sentence, place="When")
    return london(line.happened)


def _refuse_special(person: Person, line: Line) -> None:
    if line.step in DECISIONS - {Step.NOT_APPROPRIATE}:
        _refuse_decision(person, line)
    if line.step is Step.PLAN:
        _refuse_plan(person, line)
    if line.step is Step.TELL and line.about not in {
        duty.decision.id for duty in standing(person).open_duties
    }:
        raise Refused("Say which decision the lead inspector was told of.", place=person.called)
    refuse_too_early(person, line)
    if line.step is Step.CORRECT and line.corrects not in {each.id for each in correctable(person)}:
        raise Refused("This entry can’t be corrected any more.", place=person.called)


def _refuse_decision(person: Person, line: Line) -> None:
    if line.view not in views_for(person, line.step):
        words = VIEW_WORDS[line.view]
        sentence = f"{person.called}: {words} can’t be recorded as {WORDS[line.step]} now."
        raise Refused(sentence, place=person.called)
    if line.step is Step.AGREE and line.how not in set(Recorded):
        sentence = "Say how the agreement was recorded: in writing, or spoken with a witness."
        raise Refused(sentence, place="How")
    if line.step is Step.AGREE and not came_before(line, standing(person).explanations):
        sentence = f"{stamp(line.moment)} is before the inspection was explained. Check both times."
        raise Refused(sentence, place="When")


def _refuse_plan(person: Person, line: Line) -> None:
    if line.start is None or line.end is None:
        raise Refused("Give the day, the start and the end.", place="When")
    length = apart(line.start, line.end)
    if length <= timedelta(0):
        raise Refused("The end is not after the start. Please change one of them.", place="End")
    if length > LONGEST_TALK:
        raise Refused(f"{person.called}: longer than twelve hours. Check the end.", place="End")


def _why_not(person: Person, line: Line) -> str:
    name, words = person.called, WORDS[line.step]
    found: Standing = standing(person)
    if not person.selected:
        return f"{name}: {person.child} is no longer among the selected children."
    if line.step is Step.AGREE and not found.explanation:
        return f"{name}: record first who explained the inspection, and when."
    if line.step is Step.PLAN:
        return f"{name}: a conversation is planned only with someone who has agreed."
    if line.step is Step.CONFIRM:
        return f"{name}: plan the conversation before it is confirmed in writing."
    where = found.state.value.replace("-", " ")
    return f"{name} can’t be {words}: it stands at “{where}”."
