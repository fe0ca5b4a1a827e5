"""From an inspection as it stands to what its papers are made of, for one reader."""

from dataclasses import replace
from datetime import datetime

from jtai_desktop.domain.people import Agency
from jtai_desktop.reports.material import Material, only_of
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services.overview import Overview


def material_of(
    view: Overview, as_at: datetime, variant: Variant, agency: Agency | None = None
) -> Material:
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
        marking=view.council.marking,
        practice=view.inspection.practice,
        variant=variant,
    )
    return only_of(material, agency) if agency else material


def _without_our_times(view: Overview) -> Overview:
    items = tuple(replace(item, internal=None) for item in view.items)
    return replace(view, items=items)
