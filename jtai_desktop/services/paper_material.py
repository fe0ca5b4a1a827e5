"""From an inspection as it stands to what its papers are made of, for one reader."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from jtai_desktop.domain.actions.versions import Compared, Issued
from jtai_desktop.domain.day import Day
from jtai_desktop.domain.lists.kept import KeptLists
from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.domain.self_evaluation.answer import DOCUMENT
from jtai_desktop.reports.material import Material, only_of
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services import plan_versions
from jtai_desktop.services.one_inspection import Overview


@dataclass(frozen=True, slots=True)
class Of:
    """Whose paper it is, and of which day, list, audit or version of the plan, where it has one."""

    agency: Agency | None = None
    person: Contact | None = None
    day: date | None = None
    list_number: int = 0
    audit: str = ""
    issued: Issued | None = None
    compared: Compared | None = None


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
        lists=_lists_of(view, as_at, of.list_number),
        self_evaluation=view.self_evaluation(),
        links=_links(view),
        audit=view.audits(as_at).asked_for(of.audit),
        plan=view.action_plan(as_at),
        plan_changes=plan_versions.since_issued(view, as_at),
        issued=of.issued,
        compared=of.compared,
        day=_day_of(view, as_at, of.day) if of.day else None,
        whose=of.person,
        marking=view.council.marking,
        practice=view.inspection.practice,
        variant=variant,
    )
    return only_of(material, of.agency) if of.agency else material


def _lists_of(view: Overview, as_at: datetime, number: int) -> KeptLists:
    """Every list that is asked for, or the one."""
    lists = view.lists(as_at)
    one = lists.of(number) if number else None
    return KeptLists((one,)) if one else lists


def _day_of(view: Overview, as_at: datetime, day: date) -> Day:
    """As it stands then; a day to come as from its start."""
    return view.day(as_at) if day == as_at.date() else view.day_on(day)


def _links(view: Overview) -> dict[str, str]:
    """What shows an answer, by the key of the link: “4.6 Problem profile”, none about one child."""
    items = {item.id: item for item in view.items}
    documents = {
        f"{DOCUMENT}{document.id}": f"{item.code} {document.title}"
        for document in view.documents
        for answer in reversed(document.answers)
        if (item := items.get(answer.item_id)) is not None and item.child is None
    }
    return {**documents, **{each.audit: each.called for each in view.headlines}}


def _without_our_times(view: Overview) -> Overview:
    items = tuple(replace(item, internal=None) for item in view.items)
    return replace(view, items=items)
