"""Meetings, entries of one's own, and what was sent: rows to records and back."""

import json
from collections import defaultdict
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.meetings.sending import Sending
from jtai_desktop.domain.meetings.warned import Acceptance
from jtai_desktop.store import values
from jtai_desktop.store.canonical import canonical
from jtai_desktop.store.models import (
    AcceptanceRow,
    MeetingRow,
    SendingRow,
    SentMeetingRow,
    table_of,
)
from jtai_desktop.store.plain_rows import read

_MEETINGS, _SENDINGS, _SENT = (table_of(each) for each in (MeetingRow, SendingRow, SentMeetingRow))
_MINE = select(_MEETINGS).where(_MEETINGS.c.inspection_id == bindparam("mine"))
_MY_SENDINGS = select(_SENDINGS).where(_SENDINGS.c.inspection_id == bindparam("mine"))
_MY_SENT = select(_SENT).where(_SENT.c.inspection_id == bindparam("mine"))
_ACCEPTED = table_of(AcceptanceRow)
_MY_ACCEPTED = select(_ACCEPTED).where(_ACCEPTED.c.inspection_id == bindparam("mine"))
_RETURNED = ("kind", "title", "child", "place", "chair", "explained", "note")
_OURS = ("host", "prepares", "preparation", "inspector", "whom")
_TEXTS = (*_RETURNED, *_OURS)


def load(session: Session, inspection_id: str) -> tuple[Meeting, ...]:
    """The meetings and entries, in the order of time."""
    ordered = _MINE.order_by(_MEETINGS.c.start, _MEETINGS.c.id)
    rows = read(session, ordered, mine=inspection_id)
    found = (_meeting(row) for row in rows)
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.id)))


def sendings(session: Session, inspection_id: str) -> tuple[Sending, ...]:
    """What was sent, the first first, each meeting as it was then."""
    sent: dict[int, list[Meeting]] = defaultdict(list)
    ordered = _MY_SENT.order_by(_SENT.c.number, _SENT.c.meeting_id)
    for row in read(session, ordered, mine=inspection_id):
        sent[row.number].append(_of_facts(row.meeting_id, row.facts))
    rows = read(session, _MY_SENDINGS.order_by(_SENDINGS.c.number), mine=inspection_id)
    return tuple(
        Sending(
            number=row.number,
            when=values.instant_of(row.at),
            by=Who(row.person, row.behalf),
            way=row.way,
            meetings=tuple(sent[row.number]),
        )
        for row in rows
    )


def add(session: Session, inspection_id: str, meeting: Meeting) -> None:
    """A new meeting or entry."""
    row = MeetingRow(id=meeting.id, inspection_id=inspection_id)
    _fill(row, meeting)
    session.add(row)


def change(session: Session, meeting: Meeting) -> None:
    """The meeting as the record has it; refused if it is stale."""
    row = values.found(session.get(MeetingRow, meeting.id))
    values.same_version(row.version, meeting.version)
    _fill(row, meeting)


def remove(session: Session, meeting: Meeting) -> None:
    """Take out a meeting that was never sent."""
    row = values.found(session.get(MeetingRow, meeting.id))
    values.same_version(row.version, meeting.version)
    session.delete(row)


def acceptances(session: Session, inspection_id: str) -> dict[str, Acceptance]:
    """The warnings that were accepted, by what they are known by."""
    rows = read(session, _MY_ACCEPTED.order_by(_ACCEPTED.c.key), mine=inspection_id)
    return {
        row.key: Acceptance(
            key=row.key,
            mark=row.mark,
            reason=row.reason,
            when=values.instant_of(row.at),
            by=Who(row.person, row.behalf),
            version=row.version,
        )
        for row in rows
    }


def accept(session: Session, inspection_id: str, acceptance: Acceptance) -> None:
    """Keep that a warning was accepted, in the place of an earlier time."""
    row = session.get(AcceptanceRow, (inspection_id, acceptance.key))
    if row is None:
        row = AcceptanceRow(inspection_id=inspection_id, key=acceptance.key)
        session.add(row)
    row.mark, row.reason = acceptance.mark, acceptance.reason
    row.at = values.instant(acceptance.when)
    row.person, row.behalf = acceptance.by.person, acceptance.by.behalf


def unaccept(session: Session, inspection_id: str, key: str) -> None:
    """The warning counts again."""
    session.delete(values.found(session.get(AcceptanceRow, (inspection_id, key))))


def add_sending(session: Session, inspection_id: str, sending: Sending) -> None:
    """What was sent, as it was."""
    row = SendingRow(inspection_id=inspection_id, number=sending.number, way=sending.way)
    row.at, row.person = values.instant(sending.when), sending.by.person
    row.behalf = sending.by.behalf
    session.add(row)
    for meeting in sending.meetings:
        sent = SentMeetingRow(inspection_id=inspection_id, number=sending.number)
        sent.meeting_id, sent.facts = meeting.id, _facts(meeting)
        session.add(sent)


def _fill(row: MeetingRow, meeting: Meeting) -> None:
    for name in _TEXTS:
        setattr(row, name, getattr(meeting, name))
    row.start, row.end = values.instant(meeting.start), values.instant(meeting.end)
    row.agencies = canonical(list(meeting.agencies))
    row.attending = canonical(list(meeting.attending))
    row.observe, row.cancelled = meeting.observe, meeting.cancelled


def _facts(meeting: Meeting) -> str:
    facts: dict[str, Any] = {name: getattr(meeting, name) for name in _RETURNED}
    facts |= {"start": values.instant(meeting.start), "end": values.instant(meeting.end)}
    facts |= {"agencies": canonical(list(meeting.agencies)), "observe": meeting.observe}
    return canonical({**facts, "cancelled": meeting.cancelled})


def _of_facts(meeting_id: str, facts: str) -> Meeting:
    told = json.loads(facts)
    return Meeting(
        id=meeting_id,
        start=values.instant_of(told["start"]),
        end=values.instant_of(told["end"]),
        agencies=tuple(json.loads(told["agencies"])),
        observe=bool(told["observe"]),
        cancelled=told["cancelled"],
        **{name: told[name] for name in _RETURNED},
    )


def _meeting(row: Any) -> Meeting:  # noqa: ANN401 - a row has the columns of its table
    return Meeting(
        id=row.id,
        start=values.instant_of(row.start),
        end=values.instant_of(row.end),
        agencies=tuple(json.loads(row.agencies)),
        attending=tuple(json.loads(row.attending)),
        observe=bool(row.observe),
        cancelled=row.cancelled,
        version=row.version,
        **{name: getattr(row, name) for name in _TEXTS},
    )
