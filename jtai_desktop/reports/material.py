"""What the papers are made of: the facts of one inspection at one time, for one reader."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from jtai_desktop.domain import wording
from jtai_desktop.domain.actions.plan import NO_PLAN, ActionPlan
from jtai_desktop.domain.actions.versions import Compared, Difference, Issued
from jtai_desktop.domain.audits.register import Standing
from jtai_desktop.domain.conversations.register import Conversations
from jtai_desktop.domain.day import Day
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.documents.register import Entry, Register
from jtai_desktop.domain.evaluations.register import Evaluations
from jtai_desktop.domain.lists.kept import KeptLists
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.meetings.week import Week
from jtai_desktop.domain.milestones import Actor
from jtai_desktop.domain.moments import Hour, Moment
from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.people import Agency, Contact, Duty
from jtai_desktop.domain.schedule import Planned, Schedule
from jtai_desktop.domain.self_evaluation.register import SelfEvaluation
from jtai_desktop.guidance.requested import Section
from jtai_desktop.reports.variants import Variant, readers_of

NOBODY = "–"


@dataclass(frozen=True, slots=True)
class Material:
    """All that the builders of the papers read; they read nothing else.

    `day` and `whose` are there for a day sheet only: which day, and whose lines alone; `audit` is
    the case audit that was asked for, else the newest. `issued` and `compared` are the versions of
    the plan that were asked for.
    """

    area: str
    theme: str
    as_at: datetime
    schedule: Schedule
    register: Register = field(default_factory=Register)
    agencies: tuple[Agency, ...] = ()
    contacts: tuple[Contact, ...] = ()
    named: tuple[Named, ...] = ()
    sections: tuple[Section, ...] = ()
    children: tuple[Child, ...] = ()
    week: Week = field(default_factory=Week)
    evaluations: Evaluations = field(default_factory=Evaluations)
    lists: KeptLists = field(default_factory=KeptLists)
    self_evaluation: SelfEvaluation = field(default_factory=SelfEvaluation)
    links: Mapping[str, str] = field(default_factory=dict)
    audit: Standing | None = None
    plan: ActionPlan = NO_PLAN
    plan_changes: tuple[Difference, ...] = ()
    issued: Issued | None = None
    compared: Compared | None = None
    day: Day | None = None
    whose: Contact | None = None
    marking: str = "OFFICIAL-SENSITIVE"
    practice: bool = False
    variant: Variant = Variant.FULL
    agency: Agency | None = None

    @property
    def readers(self) -> str:
        """What stands in the frame."""
        return readers_of(self.variant, self.agency.short if self.agency else "")

    @property
    def for_inspectors(self) -> bool:
        """Whether nothing internal may be said."""
        return self.variant is Variant.INSPECTORS

    @property
    def conversations(self) -> Conversations:
        """All of them; a paper takes only those with a standing “agreed”."""
        return self.week.conversations

    @property
    def to_tell(self) -> tuple[str, ...]:
        """Of which children the lead inspector has to be told something, each once.

        Which decision it is stands nowhere; neither inspectors nor one agency read of it here.
        """
        if self.for_inspectors or self.agency is not None:
            return ()
        return tuple(dict.fromkeys(each.person.child for each in self.conversations.to_tell))

    @property
    def milestones(self) -> tuple[Planned, ...]:
        """All of them, or those that the one agency has to do with, and the inspectors’ own."""
        every = self.schedule.milestones
        if self.agency is None:
            return every
        key = self.agency.key
        return tuple(each for each in every if _concerns(each, key))

    def agency_short(self, key: str) -> str:
        """What an agency is called here."""
        return next((each.short for each in self.agencies if each.key == key), key)

    def called(self, meeting: Meeting) -> str:
        """What a meeting is called; with whom it is, is not for inspectors."""
        return self.week.called(meeting.as_returned if self.for_inspectors else meeting)

    def contact(self, contact_id: str) -> Contact | None:
        """The contact of that identity."""
        return next((each for each in self.contacts if each.id == contact_id), None)

    def person(self, contact: Contact | None) -> str:
        """By role, or by initials where the reader asked for these."""
        if contact is None:
            return NOBODY
        return initials(contact) if self.variant is Variant.STAFF else contact.role

    def owner(self, entry: Entry) -> str:
        """Who owns an item; nothing for inspectors, and where nobody is named."""
        found = self.contact(entry.owner_id)
        return "" if found is None or self.for_inspectors else self.person(found)

    def owner_of(self, planned: Planned) -> Contact | None:
        """Who owns a milestone."""
        found = (each for each in self.named if each.duty is Duty.MILESTONE)
        return next((each.owner for each in found if each.key == planned.key), None)

    def signed(self, text: str) -> str:
        """A signature as it was kept; its roles as initials where the reader asked for these."""
        if self.variant is not Variant.STAFF:
            return text
        by_role = {each.role: initials(each) for each in self.contacts}
        return " for ".join(by_role.get(part, part) for part in text.split(" for "))

    def near(self, day: date) -> str:
        """10 Nov in the year of the inspection, else 1 Sep 2025."""
        text = f"{day.day} {wording.MONTHS[day.month - 1][:3]}"
        return text if day.year == self.schedule.notified.year else f"{text} {day.year}"

    def due(self, moment: Moment | None) -> str:
        """10 Nov, which means the end of that day; 9 Nov, 12:00; 13 Nov, any time."""
        if moment is None:
            return NOBODY
        hour = "" if moment.hour is Hour.END_OF_DAY else wording.hour(moment) or "any time"
        return f"{self.near(moment.day)}, {hour}" if hour else self.near(moment.day)


def _concerns(planned: Planned, agency: str) -> bool:
    return agency in planned.rule.agencies or planned.rule.actor is Actor.INSPECTORS


def initials(contact: Contact) -> str:
    """As given; else of the words of the role."""
    return contact.initials or "".join(word[0] for word in contact.role.split()).upper()


def only_of(material: Material, agency: Agency) -> Material:
    """Only what one agency brings, its people, what is named for it, and where it takes part."""
    people = tuple(each for each in material.contacts if each.agency_id == agency.id)
    return replace(
        material,
        agency=agency,
        register=material.register.of_agency(agency.key),
        contacts=people,
        named=tuple(each for each in material.named if agency.key in each.agencies),
        evaluations=material.evaluations.of_agency(agency.key),
        lists=KeptLists(),
        plan=material.plan.of_agency(agency.key),
        plan_changes=(),
        week=material.week.of_agency(agency.key, supporters(agency, people)),
    )


def only_about(material: Material, child: Child) -> Material:
    """Only what is about one child: documents, conversations, evaluations."""
    found = material.register.children
    mine = tuple(each for each in found if each.item.child and each.item.child.id == child.id)
    talks = material.conversations.of_child(child.id)
    conversations = replace(material.conversations, talks=talks)
    return replace(
        material,
        children=(child,),
        register=Register(mine),
        week=replace(material.week, conversations=conversations),
    )


def only_owned(material: Material, person: Contact) -> Material:
    """Only the documents that one person owns."""
    found = material.register.entries
    mine = tuple(each for each in found if each.owner_id == person.id)
    return replace(material, register=Register(mine))


def supporters(agency: Agency, people: Iterable[Contact]) -> frozenset[str]:
    """What an agency is called where somebody supports a conversation: name or a role of it."""
    return frozenset((agency.name, agency.short, *(each.role for each in people)))
