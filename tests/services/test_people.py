"""Agencies, contacts, owners and deputies: who is there, and what is refused."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import overview, people
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from tests.services import scene

Act = Callable[[Workspace, str, str], object]


def _contact(agency_id: str, **given: str) -> Contact:
    return replace(Contact("", agency_id, "Night lead"), **given)


def _agency(view: Overview, key: str) -> Agency:
    return next(each for each in view.agencies if each.key == key)


def test_a_person_is_added_changed_and_taken_out(workspace: Workspace, inspection: str) -> None:
    police = _agency(overview.load(workspace, inspection), "police")
    added = people.added(people.add_contact(workspace, inspection, _contact(police.id)))
    contact = overview.load(workspace, inspection).contact(added)
    assert contact
    assert (contact.role, contact.agency_id) == ("Night lead", police.id)
    people.change_contact(workspace, inspection, replace(contact, phone="  01632 960 999 "))
    contact = overview.load(workspace, inspection).contact(added)
    assert contact
    assert contact.phone == "01632 960 999"
    people.remove_contact(workspace, inspection, contact)
    assert overview.load(workspace, inspection).contact(added) is None


def test_who_is_taken_out_is_named_for_nothing(workspace: Workspace, inspection: str) -> None:
    quality = next(
        each for each in overview.load(workspace, inspection).contacts if each.initials == "QL"
    )
    people.remove_contact(workspace, inspection, quality)
    view = overview.load(workspace, inspection)
    assert scene.named(view, "case-documents").gap == "no owner"
    assert scene.named(view, "lists-6-7-8").gap == "no deputy"
    assert scene.named(view, "joint-evaluations").gap == "no owner, no deputy"


def test_an_owner_who_is_away_is_stood_in_for(workspace: Workspace, inspection: str) -> None:
    tasks = {each.planned.key: each for each in overview.load(workspace, inspection).day().tasks}
    talks = tasks["engagement-confirmed"]
    assert (talks.person.role, talks.as_deputy) == ("Front door lead", True)
    assert not tasks["case-documents"].as_deputy


def test_an_agency_of_the_guidance_comes_once(workspace: Workspace, inspection: str) -> None:
    before = overview.load(workspace, inspection).agencies
    with pytest.raises(Refused, match="Hospital trust is in the list already"):
        people.add_agency(workspace, inspection, "Hospital trust", "", "police")
    assert overview.load(workspace, inspection).agencies == before


def test_an_own_agency_gets_a_key_of_its_own_and_stands_last(
    workspace: Workspace, inspection: str
) -> None:
    people.add_agency(workspace, inspection, "Night shelter", "Shelter")
    agency = overview.load(workspace, inspection).agencies[-1]
    assert (agency.name, agency.short, agency.key) == ("Night shelter", "Shelter", agency.id)


def test_an_agency_with_people_stays(workspace: Workspace, inspection: str) -> None:
    police = _agency(overview.load(workspace, inspection), "police")
    with pytest.raises(Refused, match=r"still has people\. Move or remove them first"):
        people.remove_agency(workspace, inspection, police)
    assert _agency(overview.load(workspace, inspection), "police") == police


GONE: dict[str, Act] = {
    "a person of an agency": lambda ws, one, _: people.add_contact(ws, one, _contact("gone")),
    "to an agency": lambda ws, one, _: people.change_contact(
        ws, one, replace(overview.load(ws, one).contacts[0], agency_id="gone")
    ),
    "owner": lambda ws, one, _: people.name_owner(ws, one, overview.load(ws, one).named[0], "gone"),
    "deputy": lambda ws, one, _: people.name_deputy(
        ws, one, overview.load(ws, one).named[0], "gone"
    ),
    "an agency": lambda ws, one, _: people.change_agency(ws, one, Agency("gone", "x", "X", "X")),
    "no agency": lambda ws, one, _: people.remove_agency(ws, one, Agency("gone", "x", "X", "X")),
    "a person": lambda ws, one, _: people.change_contact(
        ws, one, _contact(overview.load(ws, one).agencies[0].id, id="gone")
    ),
    "no person": lambda ws, one, _: people.remove_contact(ws, one, _contact("a", id="gone")),
}
FOREIGN: dict[str, Act] = {
    "agency": lambda ws, one, other: people.change_agency(
        ws, one, overview.load(ws, other).agencies[0]
    ),
    "no agency": lambda ws, one, other: people.remove_agency(
        ws, one, overview.load(ws, other).agencies[0]
    ),
    "person": lambda ws, one, other: people.change_contact(
        ws, one, overview.load(ws, other).contacts[0]
    ),
    "no person": lambda ws, one, other: people.remove_contact(
        ws, one, overview.load(ws, other).contacts[0]
    ),
    "person there": lambda ws, one, other: people.add_contact(
        ws, one, _contact(overview.load(ws, other).agencies[0].id)
    ),
    "owner": lambda ws, one, other: people.name_owner(
        ws, one, overview.load(ws, one).named[0], overview.load(ws, other).contacts[0].id
    ),
}


def test_what_is_gone_or_anothers_is_refused_in_a_sentence(
    workspace: Workspace, inspection: str
) -> None:
    other = scene.begin(workspace, "Southmoor")
    agency = overview.load(workspace, other).agencies[0]
    people.add_contact(workspace, other, _contact(agency.id))
    before = [scene.seen(workspace, each) for each in (inspection, other)]
    for act in (*GONE.values(), *FOREIGN.values()):
        with pytest.raises(Refused, match="no longer in the list"):
            act(workspace, inspection, other)
    assert [scene.seen(workspace, each) for each in (inspection, other)] == before


@pytest.mark.parametrize(
    ("field", "longest"), [("role", 200), ("initials", 8), ("phone", 60), ("email", 120)]
)
def test_each_field_has_a_length(
    workspace: Workspace, inspection: str, field: str, longest: int
) -> None:
    contact = overview.load(workspace, inspection).contacts[0]
    people.change_contact(workspace, inspection, replace(contact, **{field: "x" * longest}))
    before = scene.seen(workspace, inspection)
    too_long = replace(contact, **{field: "x" * (longest + 1)})
    with pytest.raises(Refused, match=f"{longest:,} is the most"):
        people.change_contact(workspace, inspection, too_long)
    assert scene.seen(workspace, inspection) == before


def test_a_short_name_is_made_of_the_name_and_must_be_short(
    workspace: Workspace, inspection: str
) -> None:
    people.add_agency(workspace, inspection, "Night shelter")
    assert overview.load(workspace, inspection).agencies[-1].short == "Night shelter"
    with pytest.raises(Refused, match="Short name has 25 characters; 24 is the most"):
        people.add_agency(workspace, inspection, "x" * 25)
    with pytest.raises(Refused, match="Agency is empty"):
        people.add_agency(workspace, inspection, " ", "Short")
