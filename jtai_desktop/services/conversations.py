"""What a person can do about conversations: name people, and record each step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.conversations.in_turn import ALLOWANCE
from jtai_desktop.domain.conversations.lines import LASTING, Line, Step, View
from jtai_desktop.domain.conversations.person import Person, Role
from jtai_desktop.domain.conversations.taking import WORDS, take
from jtai_desktop.domain.conversations.track import standing
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services.selection import child_of
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import conversations as stored

GONE = "This person is no longer in the list. Choose another."


@dataclass(frozen=True, slots=True)
class Explained:
    """What goes with an explanation: the leaflet, in what form, and who helps."""

    leaflet: str = ""
    form: str = ""
    language: str = ""
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What goes with a step: only what it asks for."""

    happened: datetime | None = None
    view: View = View.OWN
    who: str = ""
    agency: str = ""
    how: str = ""
    witness: str = ""
    explained: Explained = field(default_factory=Explained)
    support: str = ""
    needs: str = ""
    start: datetime | None = None
    end: datetime | None = None
    place: str = ""
    inspector: str = ""
    reason: str = ""
    corrects: str = ""


def add_person(
    workspace: Workspace, inspection_id: str, child_id: str, role: Role, label: str = ""
) -> Changes:
    """Add someone inspectors may talk with; two of one role need labels that differ."""
    name = texts.line(label, "Label", longest=24)
    child = child_of(workspace, inspection_id, child_id)
    called = Person("", child.id, child.label, role, name).called
    with workspace.action("person.added", f"{called}: added", inspection_id) as work:
        theirs = [
            each for each in stored.load(work.session, inspection_id) if each.child_id == child_id
        ]
        if any(each.called.casefold() == called.casefold() for each in theirs):
            raise Refused(f"{called} is in the list already. Give a label.", place="Label")
        position = max((each.position for each in theirs), default=-1) + 1
        new = Person(workspace.new_id(), child.id, child.label, role, name, position)
        stored.add(work.session, inspection_id, new)
    return work.changes


def remove_person(workspace: Workspace, inspection_id: str, person_id: str) -> Changes:
    """Take someone out who was added by mistake; not once anything is recorded of them."""
    called = _called(workspace, inspection_id, person_id)
    with workspace.action("person.removed", f"{called}: removed", inspection_id) as work:
        person = _person(work, inspection_id, person_id)
        if person.lines:
            sentence = f"{called}: something is recorded already, so the entry stays."
            raise Refused(sentence, place=called)
        stored.remove(work.session, person)
    return work.changes


def take_step(
    workspace: Workspace, inspection_id: str, person_id: str, step: Step, said: Said | None = None
) -> Changes:
    """Record one step of a conversation. “Told” is said of every decision that is still open."""
    line = _line(workspace, step, said or Said())
    if step is Step.TELL:
        line = replace(line, who=line.who or workspace.signature)
        told = partial(_told, line=line)
        return _record(workspace, inspection_id, person_id, step, told)
    return _record(workspace, inspection_id, person_id, step, lambda found: take(found, line))


def _record(
    workspace: Workspace,
    inspection_id: str,
    person_id: str,
    step: Step,
    rule: Callable[[Person], Person],
) -> Changes:
    called = _called(workspace, inspection_id, person_id)
    with workspace.action(
        f"conversation.{step}",
        f"{called}: {WORDS[step]}",
        inspection_id,
        undoable=step not in LASTING,
    ) as work:
        person = _person(work, inspection_id, person_id)
        stored.change(work.session, rule(person))
    return work.changes


def _told(person: Person, line: Line) -> Person:
    """The person with a line for each decision of which the lead inspector was told then."""
    open_ones = standing(person).open_duties
    if not open_ones:
        return take(person, line)
    known = [duty for duty in open_ones if duty.decision.moment <= line.moment + ALLOWANCE]
    for duty in known or open_ones:
        person = take(person, replace(line, about=duty.decision.id))
    return person


def _line(workspace: Workspace, step: Step, said: Said) -> Line:
    by = Who(workspace.person, workspace.on_behalf_of)
    return Line(
        id="",
        step=step,
        when=workspace.now,
        by=by,
        happened=said.happened,
        view=said.view,
        who=said.who,
        agency=said.agency,
        how=said.how,
        witness=said.witness,
        leaflet=said.explained.leaflet,
        form=said.explained.form,
        language=said.explained.language,
        interpreter=said.explained.interpreter,
        support=said.support,
        needs=said.needs,
        start=said.start,
        end=said.end,
        place=said.place,
        inspector=said.inspector,
        reason=said.reason,
        corrects=said.corrects,
    )


def _called(workspace: Workspace, inspection_id: str, person_id: str) -> str:
    with workspace.reading() as session:
        return _found(stored.load(session, inspection_id), person_id).called


def _person(work: Work, inspection_id: str, person_id: str) -> Person:
    return _found(stored.load(work.session, inspection_id), person_id)


def _found(people: Sequence[Person], person_id: str) -> Person:
    for person in people:
        if person.id == person_id:
            return person
    raise Refused(GONE, place="Person")
