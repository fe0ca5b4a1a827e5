"""What a person can do with an inspection as a whole: begin it, list them, date it anew."""

from dataclasses import replace
from datetime import date, datetime

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.inspection import Beginning, Inspection
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.redating import Shift, compare
from jtai_desktop.domain.wording import day_full
from jtai_desktop.guidance.names_here import agencies_of
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.services import council, guidance, kept_packs, overview, register
from jtai_desktop.services.bank_holidays import bank_holidays
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import inspections as stored
from jtai_desktop.store import people


def begin(workspace: Workspace, beginning: Beginning) -> Changes:
    """Begin an inspection: its plan, its agencies, and the pack it keeps from now on."""
    text, pack = guidance.shipped_text(beginning.pack_id)
    inspection = _new(workspace, beginning, pack)
    _refuse_impossible(workspace, inspection, pack)
    summary = f"{inspection.area}: begun, notified {day_full(inspection.notified.date())}"
    with workspace.action("inspection.begun", summary, inspection.id, undoable=False) as work:
        kept_packs.keep(work, pack, text)
        stored.add(work.session, inspection, [rule.key for rule in pack.milestones])
        _add_agencies(workspace, work, inspection, pack, today=beginning.names_of_today)
        register.fill(workspace, work, inspection.id, pack)
    return work.changes


def listed(workspace: Workspace) -> tuple[Inspection, ...]:
    """All inspections of the vault, the newest first."""
    with workspace.reading() as session:
        return stored.listed(session)


def begun(changes: Changes) -> str:
    """The identity of the inspection that an action began."""
    return next(record for kind, record in changes.touched if kind is Kind.INSPECTION)


def compare_dates(
    workspace: Workspace, inspection_id: str, notified: datetime, fieldwork: date | None
) -> tuple[Shift, ...]:
    """What new dates would do, old and new side by side; nothing is changed."""
    view = overview.load(workspace, inspection_id)
    dated = _dated(view.inspection, notified, fieldwork)
    new = overview.schedule_of(dated, view.pack, view.council, view.notes)
    return compare(view.schedule, new)


def change_dates(
    workspace: Workspace, inspection_id: str, notified: datetime, fieldwork: date | None
) -> Changes:
    """Date the inspection anew; what was set by hand stays."""
    compare_dates(workspace, inspection_id, notified, fieldwork)
    summary = f"Dates changed: notified {day_full(london(notified).date())}"
    with workspace.action("inspection.dated", summary, inspection_id) as work:
        inspection = stored.load(work.session, inspection_id)
        stored.change(work.session, _dated(inspection, notified, fieldwork))
    return work.changes


def rename(workspace: Workspace, inspection_id: str, area: str) -> Changes:
    """Give the area another name."""
    name = texts.line(area, "Area", longest=80, needed=True)
    with workspace.action("inspection.renamed", f"Area: {name}", inspection_id) as work:
        inspection = stored.load(work.session, inspection_id)
        stored.change(work.session, replace(inspection, area=name))
    return work.changes


def _new(workspace: Workspace, beginning: Beginning, pack: Pack) -> Inspection:
    inspection = Inspection(
        id=workspace.new_id(),
        area=texts.line(beginning.area, "Area", longest=80, needed=True),
        pack_id=pack.id,
        pack_version=pack.version,
        notified=london(beginning.notified),
        practice=beginning.practice,
        created=workspace.now,
    )
    return _dated(inspection, beginning.notified, beginning.fieldwork)


def _dated(inspection: Inspection, notified: datetime, fieldwork: date | None) -> Inspection:
    """With new dates, and the bank holidays of the years around them."""
    year = london(notified).year
    holidays = tuple(sorted(bank_holidays(year, year + 1).items()))
    return replace(
        inspection,
        notified=london(notified),
        fieldwork_typed=fieldwork,
        bank_holidays=holidays,
    )


def _refuse_impossible(workspace: Workspace, inspection: Inspection, pack: Pack) -> None:
    settings = council.load(workspace)
    overview.schedule_of(inspection, pack, settings, {})


def _add_agencies(
    workspace: Workspace, work: Work, inspection: Inspection, pack: Pack, *, today: bool
) -> None:
    for agency in agencies_of(pack, today=today):
        own = replace(agency, id=workspace.new_id())
        people.add_agency(work.session, inspection.id, own)
