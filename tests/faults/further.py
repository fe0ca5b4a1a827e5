"""A second round: what is done with documents, children, the week, judgements and the plan.

Each step is the same whenever it is done, so every state is known beforehand, as in `steps`. One
after the other each finds what it needs, and the next round can follow.
"""

import hashlib
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Final
from unittest.mock import patch

from jtai_desktop.domain.audits.audit import Audit, CaseFact, Fact
from jtai_desktop.domain.audits.entries import Field
from jtai_desktop.domain.audits.entries import Part as Of
from jtai_desktop.domain.audits.returns import Step as Return
from jtai_desktop.domain.conversations.lines import Step as Talk
from jtai_desktop.domain.conversations.person import Role
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.documents.lines import Step as Line
from jtai_desktop.domain.documents.requests import Request
from jtai_desktop.domain.evaluations.evaluation import Key
from jtai_desktop.domain.evaluations.evaluation import Part as Told
from jtai_desktop.domain.findings.finding import Kind
from jtai_desktop.domain.findings.writing import Typed
from jtai_desktop.domain.letters.letter import Facts
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.people import Contact
from jtai_desktop.domain.self_evaluation.answer import Part
from jtai_desktop.services import (
    actions,
    audit_entries,
    audits,
    conversations,
    documents,
    evaluations,
    findings,
    flags,
    meetings,
    overview,
    own_columns,
    people,
    plan_versions,
    printed_copies,
    register,
    requests,
    self_evaluation,
    statements,
)
from jtai_desktop.services.actions import New
from jtai_desktop.services.conversations import Explained, Said
from jtai_desktop.services.findings import NewLetter
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.register import NewChild
from jtai_desktop.services.taking_in import Incoming
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import files
from tests.faults import steps

HERE: Final = steps.HERE
_EASY: Final = Said(explained=Explained("Easy read"))
Step = Callable[[Workspace, int], object]


class _Known:
    """In the place of what is random: the same for the same step."""

    def __init__(self, n: int) -> None:
        self._n = n

    def token_bytes(self, length: int) -> bytes:
        return hashlib.sha256(str(self._n).encode()).digest()[:length]

    def token_hex(self, length: int) -> str:
        return self.token_bytes(length).hex()


def _view(workspace: Workspace) -> Overview:
    return overview.load(workspace, HERE)


def _document(workspace: Workspace) -> Document:
    return _view(workspace).documents[0]


def _child(workspace: Workspace) -> Child:
    return _view(workspace).children[-1]


def _audit(workspace: Workspace) -> Audit:
    return _view(workspace).audited[-1]


def _contact(workspace: Workspace, n: int) -> None:
    agency = _view(workspace).agencies[0].id
    people.add_contact(workspace, HERE, Contact("", agency, f"Lead {n}"))


def _request(workspace: Workspace, n: int) -> None:
    requests.add(workspace, HERE, Request(f"Request {n}", "council", "Inspector"))


def _own_column(workspace: Workspace, n: int) -> None:
    own_columns.name_column(workspace, HERE, 1, f"Column {n}")


def _own_cell(workspace: Workspace, n: int) -> None:
    item = _document(workspace).answers[0].item_id
    own_columns.write(workspace, HERE, 1, {item: f"Cell {n}"})


def _ask(workspace: Workspace, n: int) -> None:
    other = _view(workspace).documents[-1 - n % 3]
    documents.take_step(workspace, HERE, Line.ASK, [other.id])


def _take_in(workspace: Workspace, n: int) -> None:
    content = f"What was sent in step {n}. ".encode() * 400
    file = Incoming(
        _document(workspace).id, f"sent-{n}.txt", lambda: io.BytesIO(content), len(content)
    )
    # Names and salts of files are random, and stand in rows: here they are known beforehand. So a
    # name may come twice, which it never does: what a failed try could not take away goes first.
    known = _Known(n)
    left = workspace.folder / files.FOLDER / known.token_hex(files.NAME_BYTES)
    if left.exists():
        left.unlink()
    with patch.object(files, "secrets", known):
        documents.take_in(workspace, HERE, [file])


def _tick_copy(workspace: Workspace, _n: int) -> None:
    printed_copies.tick(workspace, HERE, [_document(workspace).id])


def _add_child(workspace: Workspace, n: int) -> None:
    register.add_child(workspace, HERE, NewChild(f"NM-{n}", f"Child {n}", 14))


def _add_person(workspace: Workspace, n: int) -> None:
    conversations.add_person(workspace, HERE, _child(workspace).id, Role.PARENT, f"Parent {n}")


def _leaflet(workspace: Workspace, _n: int) -> None:
    person = _view(workspace).conversations.talks[-1].person
    conversations.take_step(workspace, HERE, person.id, Talk.LEAFLET, _EASY)


def _meeting(workspace: Workspace, n: int) -> None:
    start = steps.NOTIFIED + timedelta(days=15, hours=n % 5)
    end, child = start + timedelta(hours=1), _child(workspace).label
    made = Meeting("", "strategy", start, end, child=child, place=f"Room {n}")
    meetings.add(workspace, HERE, made)


def _tell(workspace: Workspace, n: int) -> None:
    meetings.send(workspace, HERE, ("portal", "mail")[n % 2])


def _cancel(workspace: Workspace, n: int) -> None:
    meetings.cancel(workspace, HERE, _view(workspace).week.meetings[-1].id, f"Reason {n}")


def _flag(workspace: Workspace, n: int) -> None:
    owner = _view(workspace).contacts[0].id
    flags.raise_flag(workspace, HERE, _child(workspace).id, f"Seen in step {n}", owner)


def _ask_evaluation(workspace: Workspace, _n: int) -> None:
    evaluations.ask(workspace, HERE, [_child(workspace).id], "council")


def _evaluate(workspace: Workspace, n: int) -> None:
    (mine, *_) = _view(workspace).evaluations().own_of(_child(workspace).id)
    texts = {Key(1, Told.EVALUATION): f"Answer {n}", Key(2, Told.EVALUATION): f"Another {n}"}
    evaluations.write(workspace, HERE, mine.evaluation.id, texts)


def _own_mind(workspace: Workspace, _n: int) -> None:
    self_evaluation.take_back(workspace, HERE, "marker:9")


def _judge(workspace: Workspace, n: int) -> None:
    self_evaluation.write(workspace, HERE, "marker:9", "", {Part.EVALUATION: f"We know {n}"})


def _agree(workspace: Workspace, _n: int) -> None:
    self_evaluation.agree(workspace, HERE, "marker:9")


def _begin_audit(workspace: Workspace, n: int) -> None:
    audits.begin(workspace, HERE, {Fact.THEME: f"Theme {n}"})


def _team(workspace: Workspace, n: int) -> None:
    audits.add_team(workspace, HERE, _audit(workspace).id, f"Team {n}")


def _case(workspace: Workspace, n: int) -> None:
    told = {CaseFact.REFERENCE: f"Case {n}", CaseFact.FEATURES: "In care"}
    audits.add_case(workspace, HERE, _audit(workspace).id, told)


def _key_line(workspace: Workspace, n: int) -> None:
    told = {Field.TEXT: f"Was the child seen? {n}"}
    audit_entries.add(workspace, HERE, _audit(workspace).id, Of.LINE, told)


def _received(workspace: Workspace, _n: int) -> None:
    owed = [each.id for each in _audit(workspace).returns]
    audits.take_step(workspace, HERE, owed, Return.RECEIVED)


def _letter(workspace: Workspace, n: int) -> None:
    day = steps.NOTIFIED.date() + timedelta(days=n % 5)
    findings.add_letter(workspace, HERE, NewLetter(Facts(letter_date=day)))


def _statement(workspace: Workspace, _n: int) -> None:
    letter = _view(workspace).letters[-1]
    statements.add_usual_steps(workspace, HERE, letter.id)


def _finding(workspace: Workspace, n: int) -> None:
    letter = _view(workspace).letters[-1]
    findings.add(workspace, HERE, letter.id, Typed(Kind.IMPROVEMENT, f"Calls wait, step {n}"))


def _action(workspace: Workspace, n: int) -> None:
    source = _view(workspace).action_plan().unanswered[-1].key
    new = New("police", f"Answer calls, step {n}", lead="Police lead", sources=(source,))
    actions.add(workspace, HERE, new)


def _progress(workspace: Workspace, n: int) -> None:
    mine = _view(workspace).actions[-1]
    actions.note_progress(workspace, HERE, mine.id, f"Done by step {n}", workspace.now.date())


def _issue(workspace: Workspace, n: int) -> None:
    plan_versions.issue(workspace, HERE, [f"Board {n}"])


ROUND: Final[tuple[tuple[str, Step], ...]] = (
    ("add a contact", _contact),
    ("add a request", _request),
    ("name a column of one’s own", _own_column),
    ("write into it", _own_cell),
    ("ask for a document", _ask),
    ("take in a file", _take_in),
    ("tick a printed copy", _tick_copy),
    ("select a child", _add_child),
    ("name somebody to talk to", _add_person),
    ("give the leaflet", _leaflet),
    ("plan a meeting", _meeting),
    ("tell the inspectors", _tell),
    ("cancel a meeting", _cancel),
    ("raise a flag", _flag),
    ("ask for an evaluation", _ask_evaluation),
    ("write an evaluation", _evaluate),
    ("answer a marker", _judge),
    ("agree an answer", _agree),
    ("take it back to a draft", _own_mind),
    ("begin an audit", _begin_audit),
    ("add a team", _team),
    ("add a case", _case),
    ("add a key line", _key_line),
    ("a return came", _received),
    ("add a letter", _letter),
    ("the usual steps to the statement", _statement),
    ("add a finding", _finding),
    ("add an action", _action),
    ("note progress", _progress),
    ("issue the plan", _issue),
)
