"""The fictional example: area Northmoor, played through the same actions that a person uses."""

import hashlib
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from itertools import count
from typing import Any

from jtai_desktop import places
from jtai_desktop.domain.inspection import Beginning
from jtai_desktop.domain.moments import LONDON, Hour, Moment
from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.people import Contact, Duty
from jtai_desktop.domain.printing import Way
from jtai_desktop.services import (
    council,
    example_audits,
    example_conversations,
    example_documents,
    example_evaluations,
    example_findings,
    example_lists,
    example_meetings,
    example_plan,
    example_self_evaluation,
    inspections,
    milestones,
    overview,
    paper_shelf,
    papers,
    people,
)
from jtai_desktop.services.workspace import Workspace, standing_clock

Script = dict[str, Any]
Ids = dict[str, str]
NewId = Callable[[], str]


def script() -> Script:
    """The example's data as it is shipped."""
    return _read("northmoor.toml")


def _read(name: str) -> Script:
    path = places.resources() / "example" / name
    return tomllib.loads(path.read_text(encoding="utf-8"))


def stands_at() -> datetime:
    """The time at which the example's clock stands."""
    return _london(script()["stands_at"])


def numbered_ids(of: str = "") -> Callable[[], str]:
    """Identities that are the same each time, so that pictures and papers repeat.

    What comes to the example later has a row `of` its own: the others stay as they are.
    """
    numbers, name = count(1), f"northmoor {of} ".replace("  ", " ")
    return lambda: hashlib.sha256(f"{name}{next(numbers)}".encode()).hexdigest()[:32]


def fill(workspace: Workspace) -> str:
    """Play the example into an empty vault; gives the inspection's identity."""
    data = script()
    workspace.new_id = numbered_ids()
    with _at(workspace, data["inspection"]["at"]):
        _set_council(workspace, data)
        inspection_id = _begin(workspace, data["inspection"])
        ids = _add_people(workspace, inspection_id, data["contacts"])
        _name_owners(workspace, inspection_id, data, ids)
    papers_of = _read("northmoor-documents.toml")
    with _at(workspace, papers_of["at"]):
        play = example_documents.begin(workspace, inspection_id, papers_of, ids)
    talks = _read("northmoor-conversations.toml")
    meetings = _read("northmoor-meetings.toml")
    evaluated = _read("northmoor-evaluations.toml")
    judged = _read("northmoor-self-evaluation.toml")
    judged_ids = numbered_ids("self-evaluation")
    audited = _read("northmoor-audits.toml")
    audit = example_audits.Playing(workspace, inspection_id, audited, numbered_ids("audits"))
    lists = _read("northmoor-lists.toml")
    scripts = (data, papers_of, talks, meetings, evaluated, lists, judged, audited)
    steps = [step for each in scripts for step in each["steps"]]
    steps.append(_read("northmoor-findings.toml"))
    steps += _read("northmoor-plan.toml")["steps"]
    ids_of_plan = numbered_ids("plan")
    for step in sorted(steps, key=lambda each: each["at"]):
        with _at(workspace, step["at"]):
            play(step)
            example_conversations.play(workspace, inspection_id, step)
            example_meetings.play(workspace, inspection_id, step)
            example_lists.play(workspace, inspection_id, step)
            _play_findings(workspace, inspection_id, step)
            _play_plan(workspace, inspection_id, step, ids_of_plan)
            example_evaluations.play(workspace, inspection_id, step, evaluated, ids)
            example_self_evaluation.play(workspace, inspection_id, step, judged, judged_ids)
            audit.play(step)
            _play(workspace, inspection_id, step, ids)
    workspace.clock = standing_clock(_london(data["stands_at"]))
    return inspection_id


def _play_findings(workspace: Workspace, inspection_id: str, step: Script) -> None:
    if "findings" in step:
        before, workspace.new_id = workspace.new_id, numbered_ids("findings")
        example_findings.play(workspace, inspection_id, step)
        workspace.new_id = before


def _play_plan(workspace: Workspace, inspection_id: str, step: Script, ids: NewId) -> None:
    before, workspace.new_id = workspace.new_id, ids
    example_plan.play(workspace, inspection_id, step)
    workspace.new_id = before


def _set_council(workspace: Workspace, data: Script) -> None:
    settings = replace(
        council.load(workspace),
        council=data["council"],
        marking=data["marking"],
        destroy_after_days=data["destroy_after_days"],
    )
    council.change(workspace, settings)


def _begin(workspace: Workspace, data: Script) -> str:
    beginning = Beginning(
        area=data["area"],
        notified=_london(data["notified"]),
        pack_id=data["pack"],
        names_of_today=data["names_of_today"],
    )
    return inspections.begun(inspections.begin(workspace, beginning))


def _add_people(workspace: Workspace, inspection_id: str, contacts: list[Script]) -> Ids:
    view = overview.load(workspace, inspection_id)
    agencies = {agency.key: agency.id for agency in view.agencies}
    ids = {}
    for each in contacts:
        details = {key: each[key] for key in ("role", "initials", "phone", "email")}
        away = each.get("away", "")
        contact = Contact(id="", agency_id=agencies[each["agency"]], away=away, **details)
        ids[each["id"]] = people.added(people.add_contact(workspace, inspection_id, contact))
    return ids


def _name_owners(workspace: Workspace, inspection_id: str, data: Script, ids: Ids) -> None:
    for duty, table in ((Duty.MILESTONE, "owners"), (Duty.SECTION, "section_owners")):
        titles = _titles(workspace, inspection_id, duty)
        for key, (owner, deputy) in data[table].items():
            named = Named(duty, key, titles[key])
            people.name_owner(workspace, inspection_id, named, ids[owner])
            if deputy:
                people.name_deputy(workspace, inspection_id, named, ids[deputy])


def _titles(workspace: Workspace, inspection_id: str, duty: Duty) -> dict[str, str]:
    view = overview.load(workspace, inspection_id)
    return {each.key: each.title for each in view.named if each.duty is duty}


def _play(workspace: Workspace, inspection_id: str, step: Script, ids: Ids) -> None:
    if "done" in step:
        when = _london(step["when"]) if "when" in step else None
        milestones.mark_done(
            workspace, inspection_id, step["done"], when=when, note=step.get("note", "")
        )
    if "set" in step:
        moment = _moment(step["day"], step.get("time"))
        milestones.set_by_hand(workspace, inspection_id, step["set"], moment, step["reason"])
    if "contact" in step:
        _set_away(workspace, inspection_id, ids[step["contact"]], step["away"])
    if "print" in step:
        _print(workspace, inspection_id, step["print"])


def _set_away(workspace: Workspace, inspection_id: str, contact_id: str, away: str) -> None:
    contact = overview.load(workspace, inspection_id).contact(contact_id)
    if contact:
        people.change_contact(workspace, inspection_id, replace(contact, away=away))


def _print(workspace: Workspace, inspection_id: str, key: str) -> None:
    paper = paper_shelf.make(workspace, inspection_id, key)
    papers.log(workspace, inspection_id, paper, Way.PRINTED)


def _moment(day: date, clock: time | None) -> Moment:
    return Moment(day, Hour.AT, clock) if clock else Moment(day, Hour.END_OF_DAY)


def _london(when: datetime) -> datetime:
    return when.replace(tzinfo=LONDON)


@contextmanager
def _at(workspace: Workspace, when: datetime) -> Iterator[None]:
    """With the clock at another time."""
    before, workspace.clock = workspace.clock, standing_clock(_london(when))
    yield
    workspace.clock = before
