"""One inspection as it stands: what is recorded of it, and what the rules make of that."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from jtai_desktop.domain.actions.action import Action
from jtai_desktop.domain.actions.plan import ActionPlan
from jtai_desktop.domain.actions.versions import Frozen, PlanVersion
from jtai_desktop.domain.audits.audit import Audit
from jtai_desktop.domain.audits.register import Audits, audits
from jtai_desktop.domain.conversations.calling_back import Held
from jtai_desktop.domain.conversations.person import Person
from jtai_desktop.domain.conversations.register import Conversations, conversations
from jtai_desktop.domain.conversations.selection import Confirmation, Selection
from jtai_desktop.domain.day import Day, day_of
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import NOTHING_OF_ONES_OWN, Child, Item, Own
from jtai_desktop.domain.documents.register import Moments, Register, register
from jtai_desktop.domain.documents.track import Standing
from jtai_desktop.domain.evaluations.evaluation import Evaluation
from jtai_desktop.domain.evaluations.register import Evaluations, Times, evaluations
from jtai_desktop.domain.findings.finding import Finding
from jtai_desktop.domain.findings.letter import KeptLetter, KeptStep
from jtai_desktop.domain.findings.register import Findings
from jtai_desktop.domain.findings.statement import statement
from jtai_desktop.domain.flags import Flag, open_ones
from jtai_desktop.domain.inspection import CouncilSettings, Inspection
from jtai_desktop.domain.lists.kept import KeptLists, kept_lists
from jtai_desktop.domain.lists.kept import Wanted as WantedList
from jtai_desktop.domain.lists.versions import ListVersion
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.meetings.sending import Sending
from jtai_desktop.domain.meetings.warned import Acceptance
from jtai_desktop.domain.meetings.week import Week, known_as
from jtai_desktop.domain.milestones import MilestoneNotes
from jtai_desktop.domain.moments import LONDON, london
from jtai_desktop.domain.naming import Named, Wanted, named
from jtai_desktop.domain.people import Agency, Contact, Duty, Responsibility
from jtai_desktop.domain.schedule import Schedule
from jtai_desktop.domain.self_evaluation.answer import Answer
from jtai_desktop.domain.self_evaluation.audited import headlines
from jtai_desktop.domain.self_evaluation.nudges import Against, Headline, window_begins
from jtai_desktop.domain.self_evaluation.point import Point
from jtai_desktop.domain.self_evaluation.register import SelfEvaluation, self_evaluation
from jtai_desktop.domain.working_days import WorkingDays
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.services.action_sources import answered_by, known_of, recommended, sources_of
from jtai_desktop.services.action_sources import planned as action_plan_of
from jtai_desktop.services.evaluations import frame_of


@dataclass(frozen=True, slots=True)
class Overview:
    """One inspection as it stands."""

    inspection: Inspection
    pack: Pack
    council: CouncilSettings
    notes: dict[str, MilestoneNotes]
    schedule: Schedule
    agencies: tuple[Agency, ...]
    contacts: tuple[Contact, ...]
    responsibilities: tuple[Responsibility, ...]
    now: datetime
    children: tuple[Child, ...] = ()
    items: tuple[Item, ...] = ()
    documents: tuple[Document, ...] = ()
    own_columns: Own = NOTHING_OF_ONES_OWN
    people: tuple[Person, ...] = ()
    taken_out: tuple[Child, ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()
    sendings: tuple[Sending, ...] = ()
    evaluated: tuple[Evaluation, ...] = ()
    flags: tuple[Flag, ...] = ()
    acceptances: Mapping[str, Acceptance] = field(default_factory=dict)
    held: tuple[Held, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    list_versions: tuple[ListVersion, ...] = ()
    self_points: tuple[Point, ...] = ()
    self_answers: tuple[Answer, ...] = ()
    audited: tuple[Audit, ...] = ()
    actions: tuple[Action, ...] = ()
    plan_versions: tuple[PlanVersion, ...] = ()
    last_issued: tuple[Frozen, ...] = ()
    letters: tuple[KeptLetter, ...] = ()
    found: tuple[Finding, ...] = ()
    statement_steps: tuple[KeptStep, ...] = ()
    letter_days: WorkingDays = field(default_factory=WorkingDays)

    @property
    def theme(self) -> str:
        """Children’s mental health."""
        return self.pack.theme

    @property
    def named_milestones(self) -> tuple[Named, ...]:
        """Who owns each milestone of the partnership."""
        ours = self.schedule.partnership
        wanted = (Wanted(each.key, each.rule.title, each.rule.agencies) for each in ours)
        return named(Duty.MILESTONE, wanted, self.responsibilities, self.contacts)

    @property
    def named_sections(self) -> tuple[Named, ...]:
        """Who owns each section of the requested information."""
        sections = self.pack.sections
        wanted = (Wanted(each.number, each.title, (each.agency,)) for each in sections)
        return named(Duty.SECTION, wanted, self.responsibilities, self.contacts)

    @property
    def named(self) -> tuple[Named, ...]:
        """Everything somebody has to be named for."""
        return (*self.named_milestones, *self.named_sections)

    def agency(self, agency_id: str) -> Agency | None:
        """The agency of that identity."""
        return next((each for each in self.agencies if each.id == agency_id), None)

    def contact(self, contact_id: str) -> Contact | None:
        """The contact of that identity."""
        return next((each for each in self.contacts if each.id == contact_id), None)

    @property
    def conversations(self) -> Conversations:
        """Who was asked, who agreed, what is planned, whom the lead inspector must be told of."""
        return conversations(self.people, self.pack.milestone_of.conversations, self.held)

    @property
    def selection(self) -> Selection:
        """Who is selected, and when that was confirmed."""
        return Selection(self.confirmations, tuple(each.id for each in self.children))

    @property
    def week(self) -> Week:
        """Everything with a time: meetings, entries of one’s own, conversations that stand."""
        return Week(
            meetings=self.meetings,
            sendings=self.sendings,
            conversations=self.conversations,
            kinds={each.key: each.title for each in self.pack.meeting_kinds},
            fieldwork=self.schedule.fieldwork_start,
            acceptances=self.acceptances,
            ways=self.council.ways,
            people=known_as(self.contacts),
        )

    def day(self, now: datetime | None = None) -> Day:
        """The day as it stands now, or at another time."""
        register = self.register(now)
        day = day_of(self.schedule, now or self.now, self.named, register, self.agencies)
        return replace(
            day,
            conversations=self.conversations,
            week=self.week,
            evaluations=self.evaluations(now),
            flags=open_ones(self.flags),
            plan=self.action_plan(now),
            lists=self.lists(now),
            self_evaluation=self.self_evaluation(),
            audits=self.audits(now),
            findings=self.findings(now),
            contacts=self.contacts,
            children=self.children,
            selection=self.selection,
        )

    def evaluations(self, now: datetime | None = None) -> Evaluations:
        """The evaluations of the children, as they stand now or at another time."""
        key = self.pack.milestone_of.evaluations
        due = next((each.due for each in self.schedule.milestones if each.key == key), None)
        times = Times(now or self.now, due, self.council.close)
        return evaluations(self.evaluated, frame_of(self.pack), times, key)

    def lists(self, now: datetime | None = None) -> KeptLists:
        """The child-level lists, as they stand now or at another time."""
        due = {each.key: each.due for each in self.schedule.milestones}
        wanted = (
            WantedList(each.number, each.title, each.milestone, due.get(each.milestone))
            for each in self.pack.lists
        )
        return kept_lists(wanted, self.list_versions, now or self.now, self.council.close)

    def self_evaluation(self) -> SelfEvaluation:
        """What is answered to criteria and markers, and what is to say of it."""
        notified = london(self.inspection.notified).date()
        against = Against(
            window_begins(notified, self.council.evidence_months),
            {each.id: each.dates for each in self.documents},
            self.headlines,
        )
        order = tuple(each.key for each in self.agencies)
        return self_evaluation(self.self_points, self.self_answers, against, order)

    @property
    def headlines(self) -> tuple[Headline, ...]:
        """What case audits found, as answers are held against it."""
        return headlines(self.audited)

    def audits(self, now: datetime | None = None) -> Audits:
        """The case audits, as they stand now or at another time."""
        return audits(self.audited, now or self.now, self.council.close)

    def action_plan(self, now: datetime | None = None) -> ActionPlan:
        """The plan that answers the findings, as it stands now or at another time."""
        sources = (*sources_of(self.found), *recommended(self.audited))
        known = known_of(self.pack, sources, self.plan_versions, self.names_of_agencies)
        return action_plan_of(self.actions, known, now or self.now)

    @property
    def names_of_agencies(self) -> dict[str, str]:
        """What each agency is called here, by its key."""
        return {each.key: each.short for each in self.agencies}

    def findings(self, now: datetime | None = None) -> Findings:
        """Letters, findings and written statements, as they stand now or at another time."""
        today = london(now or self.now).date()
        statements = (
            statement(each, self.statement_steps, self.letter_days, today) for each in self.letters
        )
        return Findings(self.letters, self.found, tuple(statements), answered_by(self.actions))

    def register(self, now: datetime | None = None) -> Register:
        """What is asked for and what there is, as it stands now or at another time."""
        moments = Moments(
            due={each.key: each.due for each in self.schedule.milestones},
            notified=london(self.inspection.notified).date(),
            now=now or self.now,
            close=self.council.close,
        )
        return register(self.items, self.documents, moments, self.standings)

    def day_on(self, day: date) -> Day:
        """The day as it stands now if it is today, else as from its start."""
        if day == london(self.now).date():
            return self.day()
        return self.day(datetime.combine(day, time(0), LONDON) + timedelta(minutes=1))
