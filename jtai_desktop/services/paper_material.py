"""From an inspection as it stands to what its papers are made of, for one reader."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.reports.material import Material, only_of
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services import plan_versions
from jtai_desktop.services.overview import Overview


@dataclass(frozen=True, slots=True)
class Of:
    """Whose paper it is, and of which day, where it has one."""

    agency: Agency | None = None
    person: Contact | None = None
    day: date | None = None


EVERYONE: Final = Of()


def material_of(view: Overview, as_at: datetime, variant: Variant, of: Of = EVERYONE) -> Material:
    """The facts at a time. Inspectors are told nothing of our own, earlier times."""
    told = _without_our_times(view) if variant is Variant.INSPECTORS else view
    material = Material(
        area=view.inspection.area,
        theme=view.pack.words.inspection,
        as_at=as_at,
        schedule=view.schedule,
        register=told.register(as_at),
        agencies=view.agencies,
        contacts=view.contacts,
        named=view.named,
        sections=view.pack.sections,
        children=view.children,
        week=view.week,
        evaluations=view.evaluations(as_at),
        lists=view.lists(as_at),
        plan=view.action_plan(as_at),
        plan_changes=plan_versions.since_issued(view, as_at),
        criteria=view.pack.criteria,
        markers=view.pack.markers,
        day=_day_of(view, as_at, of.day) if of.day else None,
        whose=of.person,
        marking=view.council.marking,
        practice=view.inspection.practice,
        variant=variant,
    )
    return only_of(material, of.agency) if of.agency else material


def _day_of(view: Overview, as_at: datetime, day: date) -> Day:
    """As it stands then; a day to come as from its start."""
    return view.day(as_at) if day == as_at.date() else view.day_on(day)


def _without_our_times(view: Overview) -> Overview:
    items = tuple(replace(item, internal=None) for item in view.items)
    return replace(view, items=items)
