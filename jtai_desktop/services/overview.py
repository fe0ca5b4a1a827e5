"""Reads everything that pages and papers need to know of one inspection, in one go."""

from dataclasses import replace
from datetime import datetime

from jtai_desktop.domain.conversations.selection import is_selected
from jtai_desktop.domain.documents.track import standing
from jtai_desktop.domain.inspection import CouncilSettings, Inspection
from jtai_desktop.domain.milestones import MilestoneNotes
from jtai_desktop.domain.schedule import Schedule, plan
from jtai_desktop.domain.self_evaluation.point import points
from jtai_desktop.guidance.names_here import with_names_here
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.services import asked, kept_packs, self_points
from jtai_desktop.services.letter_days import days_of_letters
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Reading, Workspace
from jtai_desktop.store import actions as stored_actions
from jtai_desktop.store import audits as stored_audits
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
from jtai_desktop.store import self_evaluation as stored_self
from jtai_desktop.store.documents import Asked


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
    """The plan first, then what is asked for, children, talks, the week, and what we judge."""
    with workspace.reading() as session:
        inspection = inspections.load(session, inspection_id)
    kept = kept_packs.kept(workspace, inspection)
    with workspace.reading() as session:
        planned = _planned(session, inspection, kept, workspace.now)
        asked_for = _with_the_week(session, _with_documents(session, planned))
        return _with_findings(session, _with_judgements(session, asked_for))


def _planned(session: Reading, inspection: Inspection, kept: Pack, now: datetime) -> Overview:
    """The plan of an inspection, and who there is."""
    council = settings.load(session)
    notes = {each.key: each for each in milestones.load(session, inspection.id)}
    known = people.load(session, inspection.id)
    pack = replace(kept, milestones=with_names_here(kept, known.agencies))
    return Overview(
        inspection=inspection,
        pack=pack,
        council=council,
        notes=notes,
        schedule=schedule_of(inspection, pack, council, notes),
        agencies=known.agencies,
        contacts=known.contacts,
        responsibilities=known.responsibilities,
        now=now,
        held=printing.held(session, inspection.id),
        list_versions=stored_lists.load(session, inspection.id),
    )


def _with_documents(session: Reading, planned: Overview) -> Overview:
    """With what is asked for, what there is of it, and which children are selected."""
    inspection_id = planned.inspection.id
    everything = documents.load(session, inspection_id)
    chosen = stored_conversations.choices(session, inspection_id)
    out = tuple(each for each in everything.children if not is_selected(chosen.get(each.id, ())))
    papers = _without(everything, frozenset(child.id for child in out))
    return replace(
        planned,
        children=papers.children,
        taken_out=out,
        confirmations=stored_conversations.confirmations(session, inspection_id),
        items=asked.worded(planned.pack, planned.agencies, papers.items),
        documents=papers.documents,
        standings={each.id: standing(each) for each in papers.documents},
        own_columns=own_columns.load(session, inspection_id),
    )


def _with_the_week(session: Reading, asked_for: Overview) -> Overview:
    """With conversations, meetings, evaluations and flags."""
    inspection_id = asked_for.inspection.id
    return replace(
        asked_for,
        people=stored_conversations.load(session, inspection_id),
        meetings=stored_meetings.load(session, inspection_id),
        sendings=stored_meetings.sendings(session, inspection_id),
        acceptances=stored_meetings.acceptances(session, inspection_id),
        evaluated=stored_evaluations.load(session, inspection_id),
        flags=stored_flags.load(session, inspection_id),
    )


def _with_judgements(session: Reading, asked_for: Overview) -> Overview:
    """With what the partnership makes of itself, and the cases that it audits."""
    inspection_id, pack = asked_for.inspection.id, asked_for.pack
    changes = stored_self.changes(session, inspection_id)
    return replace(
        asked_for,
        self_points=points(self_points.of_pack(pack), changes),
        self_answers=stored_self.answers(session, inspection_id),
        audited=stored_audits.load(session, inspection_id),
    )


def _with_findings(session: Reading, asked_for: Overview) -> Overview:
    """With what letters found, and the plan that answers it."""
    inspection_id = asked_for.inspection.id
    letters = stored_findings.letters(session, inspection_id)
    issued = stored_actions.versions(session, inspection_id)
    return replace(
        asked_for,
        actions=stored_actions.load(session, inspection_id),
        plan_versions=issued,
        last_issued=stored_actions.frozen(session, issued[-1].id) if issued else (),
        letters=letters,
        found=stored_findings.load(session, inspection_id),
        statement_steps=stored_findings.steps(session, inspection_id),
        letter_days=days_of_letters(asked_for.inspection, asked_for.council, letters),
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
