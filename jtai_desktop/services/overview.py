"""Everything that pages and papers need to know of one inspection, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from jtai_desktop.domain.actions.action import Action
from jtai_desktop.domain.actions.plan import ActionPlan
from jtai_desktop.domain.actions.versions import Frozen, PlanVersion
from jtai_desktop.domain.conversations.calling_back import Held
from jtai_desktop.domain.conversations.person import Person
from jtai_desktop.domain.conversations.register import Conversations, conversations
from jtai_desktop.domain.conversations.selection import Confirmation, Selection, is_selected
from jtai_desktop.domain.day import Day, day_of
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import NOTHING_OF_ONES_OWN, Child, Item, Own
from jtai_desktop.domain.documents.register import Moments, Register, register
from jtai_desktop.domain.documents.track import Standing, standing
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
from jtai_desktop.domain.schedule import Schedule, plan
from jtai_desktop.domain.working_days import WorkingDays
from jtai_desktop.guidance.names_here import with_names_here
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.services import asked, kept_packs
from jtai_desktop.services.action_sources import answered_by, known_of, planned
from jtai_desktop.services.evaluations import frame_of
from jtai_desktop.services.letter_days import days_of_letters
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import actions as stored_actions
from jtai_desktop.store import (
    collecting,
    documents,
    inspections,
    milestones,
    own_columns,
    people,
    printing,
    settings,
)
from jtai_desktop.store import conversations as stored_conversations
from jtai_desktop.store import evaluations as stored_evaluations
from jtai_desktop.store import findings as stored_findings
from jtai_desktop.store import flags as stored_flags
from jtai_desktop.store import lists as stored_lists
from jtai_desktop.store import meetings as stored_meetings
from jtai_desktop.store.documents import Asked


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

    def action_plan(self, now: datetime | None = None) -> ActionPlan:
        """The plan that answers the findings, as it stands now or at another time."""
        known = known_of(self.pack, self.found, self.plan_versions, self.names_of_agencies)
        return planned(self.actions, known, now or self.now)

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


def load(workspace: Workspace, inspection_id: str) -> Overview:
    """One inspection whole; read again only where something was written since."""
    edition = workspace.store.edition
    of, view = workspace.views.get(inspection_id, (None, None))
    if not isinstance(view, Overview) or of != edition:
        with collecting.put_off():
            view = _read(workspace, inspection_id)
        workspace.views[inspection_id] = edition, view
    return replace(view, now=workspace.now)


def schedule_of(
    inspection: Inspection,
    pack: Pack,
    council: CouncilSettings,
    notes: dict[str, MilestoneNotes],
) -> Schedule:
    """The plan of an inspection from what is recorded about it."""
    return plan(
        pack.milestones,
        inspection.notified,
        council.working_days(inspection),
        fieldwork=inspection.fieldwork_typed,
        close=council.close,
        notes=notes,
        notice=pack.notice,
    )


def _read(workspace: Workspace, inspection_id: str) -> Overview:
    with workspace.reading() as session:
        inspection = inspections.load(session, inspection_id)
        council = settings.load(session)
        notes = {each.key: each for each in milestones.load(session, inspection_id)}
        known = people.load(session, inspection_id)
        everything = documents.load(session, inspection_id)
        chosen = stored_conversations.choices(session, inspection_id)
        talks = stored_conversations.load(session, inspection_id)
        meetings = stored_meetings.load(session, inspection_id)
        sendings = stored_meetings.sendings(session, inspection_id)
        evaluated = stored_evaluations.load(session, inspection_id)
        raised = stored_flags.load(session, inspection_id)
        acceptances = stored_meetings.acceptances(session, inspection_id)
        columns = own_columns.load(session, inspection_id)
        held = printing.held(session, inspection_id)
        confirmed = stored_conversations.confirmations(session, inspection_id)
        list_versions = stored_lists.load(session, inspection_id)
        actions = stored_actions.load(session, inspection_id)
        plan_versions = stored_actions.versions(session, inspection_id)
        last_issued = stored_actions.frozen(session, plan_versions[-1].id) if plan_versions else ()
        letters = stored_findings.letters(session, inspection_id)
        found = stored_findings.load(session, inspection_id)
        steps = stored_findings.steps(session, inspection_id)
    kept = kept_packs.kept(workspace, inspection)
    pack = replace(kept, milestones=with_names_here(kept, known.agencies))
    out = tuple(each for each in everything.children if not is_selected(chosen.get(each.id, ())))
    papers = _without(everything, frozenset(child.id for child in out))
    return Overview(
        inspection=inspection,
        pack=pack,
        council=council,
        notes=notes,
        schedule=schedule_of(inspection, pack, council, notes),
        agencies=known.agencies,
        contacts=known.contacts,
        responsibilities=known.responsibilities,
        now=workspace.now,
        children=papers.children,
        items=asked.worded(pack, known.agencies, papers.items),
        documents=papers.documents,
        own_columns=columns,
        people=talks,
        taken_out=out,
        standings={each.id: standing(each) for each in papers.documents},
        meetings=meetings,
        sendings=sendings,
        evaluated=evaluated,
        flags=raised,
        acceptances=acceptances,
        held=held,
        confirmations=confirmed,
        list_versions=list_versions,
        actions=actions,
        plan_versions=plan_versions,
        last_issued=last_issued,
        letters=letters,
        found=found,
        statement_steps=steps,
        letter_days=days_of_letters(inspection, council, letters),
    )


def _without(asked_for: Asked, out: frozenset[str]) -> Asked:
    """All but what is asked for about children who were taken out; that stays apart."""
    if not out:
        return asked_for
    gone = {each.id for each in asked_for.items if each.child and each.child.id in out}
    return Asked(
        tuple(child for child in asked_for.children if child.id not in out),
        tuple(item for item in asked_for.items if item.id not in gone),
        tuple(
            document
            for document in asked_for.documents
            if not document.answers or any(one.item_id not in gone for one in document.answers)
        ),
    )
