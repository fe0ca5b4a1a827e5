"""Facts made up for tests: an inspection whose every text can be chosen."""

from dataclasses import replace
from datetime import date

from jtai_desktop.domain.audits.audit import Audit, Case, Team
from jtai_desktop.domain.audits.entries import Entry, Side
from jtai_desktop.domain.audits.entries import Part as AuditPart
from jtai_desktop.domain.audits.register import Standing, audits
from jtai_desktop.domain.audits.returns import Return
from jtai_desktop.domain.day import Day, day_of
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import Child, Item, Notes, Source
from jtai_desktop.domain.documents.lines import Step, Who
from jtai_desktop.domain.documents.register import register
from jtai_desktop.domain.milestones import Agreed, Done, MilestoneNotes, SetByHand
from jtai_desktop.domain.moments import LONDON, Moment, end_of_day
from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.people import Agency, Contact, Duty
from jtai_desktop.domain.schedule import Schedule, plan
from jtai_desktop.domain.self_evaluation.answer import Answer, Part
from jtai_desktop.domain.self_evaluation.point import Point, Sort
from jtai_desktop.domain.self_evaluation.register import SelfEvaluation, self_evaluation
from jtai_desktop.domain.working_days import WorkingDays
from jtai_desktop.guidance.requested import Section
from jtai_desktop.reports.action_plan import action_plan_sheet
from jtai_desktop.reports.arrangements import arrangements_sheet
from jtai_desktop.reports.audit_report import audit_report_sheet
from jtai_desktop.reports.board import board_sheet
from jtai_desktop.reports.chasing import chase_sheet
from jtai_desktop.reports.child_cover import child_cover_sheet
from jtai_desktop.reports.child_evaluations import child_evaluations_sheet
from jtai_desktop.reports.child_index import child_index_sheet
from jtai_desktop.reports.contacts import contacts_sheet
from jtai_desktop.reports.conversations import conversations_sheet
from jtai_desktop.reports.copies import copies_sheet
from jtai_desktop.reports.day_sheet import day_sheet
from jtai_desktop.reports.held import held_sheet
from jtai_desktop.reports.list_problems import list_problems_sheet
from jtai_desktop.reports.list_versions import lists_sheet
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.meetings import meetings_sheet, update_sheet
from jtai_desktop.reports.outstanding import outstanding_sheet
from jtai_desktop.reports.pack import Pack
from jtai_desktop.reports.plan_changes import plan_changes_sheet
from jtai_desktop.reports.plan_issued import plan_issued_sheet
from jtai_desktop.reports.readiness import readiness_pack
from jtai_desktop.reports.register import register_sheet
from jtai_desktop.reports.requests import request_sheet
from jtai_desktop.reports.self_evaluation import self_evaluation_sheet
from jtai_desktop.reports.timetable import timetable_sheet
from jtai_desktop.reports.week import week_sheet
from tests.domain.documents import made
from tests.domain.rules import RULES
from tests.reports.plan_material import (
    changes_saying,
    compared_saying,
    issued_saying,
    plan_saying,
)
from tests.reports.week_material import evaluations_saying, lists_saying, week_saying

NOTIFIED = made.START.replace(day=2, hour=9)
OVERRIDDEN = (Step.RECEIVE, Step.OVERRIDE, Step.SEND, Step.THEY_QUERIED)
OUR_TIME = Moment(date(2026, 11, 9))


def saying(text: str) -> Material:
    """Facts that have a text in every one of their fields."""
    agency = Agency("a", "police", text, text)
    people = (
        Contact("o", "a", text, text, text, text, text),
        Contact("d", "a", f"{text} deputy"),
    )
    child = Child("c", text, text)
    item = replace(_item("4.7", text), internal=OUR_TIME, count=3, unit=text)
    items = (
        item,
        _item("4.8", text),
        _item("4.9", text),
        replace(_item("4.10", text), on_request=True),
        replace(_item("7", text), source=Source.CHILD, section="", child=child),
        replace(_item("8", text), source=Source.CHILD, section="", child=child),
        replace(
            _item("9", text), source=Source.HAND, section="", due=end_of_day(date(2026, 11, 9))
        ),
    )
    moments = replace(made.MOMENTS, due={"area-information": end_of_day(date(2026, 11, 10))})
    return Material(
        area=text,
        theme=text,
        as_at=made.NOW.astimezone(LONDON),
        schedule=_schedule(text),
        register=register(items, _documents(text), moments),
        agencies=(agency,),
        contacts=people,
        named=(
            Named(Duty.MILESTONE, "case-documents", text, people[0], people[1], ("police",)),
            Named(Duty.SECTION, "4", text),
        ),
        sections=(Section("4", text, "police", "47"),),
        children=(child,),
        week=week_saying(text),
        evaluations=evaluations_saying(text),
        lists=lists_saying(text),
        self_evaluation=self_evaluation_saying(text),
        links={"document:d1": text, "audit:a1": text},
        audit=audit_saying(text),
        plan=plan_saying(text),
        plan_changes=changes_saying(text),
        issued=issued_saying(text),
        compared=compared_saying(text),
        marking=text,
        practice=True,
    )


def self_evaluation_saying(text: str) -> SelfEvaluation:
    """A criterion with a joint answer, a marker to which two agencies answer."""
    points = (
        Point(Sort.CRITERION, 23, text, text, text, "26", text),
        Point(Sort.MARKER, 1, text, text, by_pack=text),
    )
    texts = dict.fromkeys(Part, text)
    answers = [
        Answer("j", "criterion:23", texts=texts, links=("document:d1", "audit:a1")),
        *(Answer(each, "marker:1", each, texts) for each in ("police", text)),
    ]
    return self_evaluation(points, answers)


def every_sheet(material: Material) -> Pack:
    """A pack of every sheet that there is."""
    (agency,), (child,) = material.agencies, material.children
    sheets = (
        timetable_sheet(material),
        contacts_sheet(material),
        register_sheet(material),
        child_index_sheet(material),
        outstanding_sheet(material),
        held_sheet(material),
        lists_sheet(material),
        list_problems_sheet(material),
        request_sheet(material, agency),
        chase_sheet(material, agency),
        child_cover_sheet(material, child),
        child_evaluations_sheet(material, child),
        conversations_sheet(material),
        week_sheet(material),
        meetings_sheet(material),
        update_sheet(material),
        copies_sheet(material),
        arrangements_sheet(material),
        self_evaluation_sheet(material),
        audit_report_sheet(material),
        action_plan_sheet(material),
        plan_issued_sheet(material),
        plan_changes_sheet(material),
        board_sheet(material),
        day_sheet(replace(material, day=_day(material)), agency),
    )
    return readiness_pack(material, sheets, (material.area,))


def audit_saying(text: str) -> Standing:
    """A case audit in which every text is this one."""
    entries = tuple(
        Entry(part, part, 1, text, text, text, 1, Side.IMPROVE, text) for part in AuditPart
    )
    audit = Audit(
        id="a1",
        theme=text,
        period=text,
        agreed=date(2026, 9, 28),
        scrutineer=text,
        reflections=text,
        cases=(Case("c1", text, text, text),),
        teams=(Team("t1", text),),
        returns=(Return("r1", "c1", "t1"),),
        entries=entries,
    )
    return audits([audit], made.NOW).standing[0]


def _day(material: Material) -> Day:
    day = day_of(material.schedule, material.as_at, material.named, material.register)
    return replace(day, week=material.week, conversations=material.conversations)


def _item(number: str, text: str) -> Item:
    return made.item(
        number, title=text, short=text, agency="police", section="4", paragraph="47",
        notes=Notes("never printed", text),
    )  # fmt: skip


def _documents(text: str) -> list[Document]:
    """Late and chased, sent by an override, does not exist, sent, to check."""
    named = {number: _document(number, text) for number in ("4.7", "4.8", "4.9", "7", "8")}
    return [
        _stepped(named["4.7"], text, Step.ASK, Step.CHASE),
        _stepped(_here(named["4.8"]), text, *OVERRIDDEN),
        _stepped(named["4.9"], text, Step.NONE),
        _stepped(_here(named["7"]), text, Step.RECEIVE, Step.CHECK, Step.SEND),
        _stepped(_here(named["8"]), text, Step.RECEIVE),
    ]


def _here(document: Document) -> Document:
    """With a first version."""
    return replace(document, versions=(replace(made.version(), number=1),))


def _stepped(document: Document, text: str, *steps: Step) -> Document:
    """The lines as they are kept: no rule looks at their texts any more."""
    who = Who(text, text)
    for step in steps:
        line = made.line(document, step, reason=text, text=text, whom=text, by=who, way=text)
        line = replace(line, version=len(document.versions), sha256="a1" * 32)
        document = replace(document, lines=(*document.lines, line))
    return document


def _document(number: str, text: str) -> Document:
    found = made.document(number, owner_id="o", dates=(date(2026, 10, 1),))
    return replace(found, title=text, notes=Notes("never printed", text))


def _schedule(text: str) -> Schedule:
    rules = tuple(replace(rule, title=text, short=text, who=text) for rule in RULES)
    at = made.NOW
    notes = {
        "meetings": MilestoneNotes("meetings", done=Done(at, text, text)),
        "case-documents": MilestoneNotes("case-documents", agreed=Agreed(OUR_TIME, text, at)),
        "joint-evaluations": MilestoneNotes(
            "joint-evaluations", set_by_hand=SetByHand(OUR_TIME, text)
        ),
    }
    calendar = WorkingDays(closures={date(2026, 11, 5): text})
    return plan(rules, NOTIFIED, calendar, notes=notes)
