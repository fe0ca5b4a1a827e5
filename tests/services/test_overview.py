"""One inspection read whole: who is who, and the day now, then or on another day."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.people import Duty
from jtai_desktop.services import council, overview, undoing
from jtai_desktop.services.workspace import Workspace
from tests.services import scene


def test_today_is_now_and_another_day_is_its_start(workspace: Workspace, inspection: str) -> None:
    view = overview.load(workspace, inspection)
    assert view.now == scene.NOW
    assert view.day_on(date(2026, 11, 10)) == view.day() == view.day(scene.NOW)
    thursday = view.day_on(date(2026, 11, 12))
    assert thursday.now == datetime(2026, 11, 12, 0, 1, tzinfo=LONDON)
    assert [each.key for each in thursday.due_today] == ["joint-evaluations"]
    assert view.day(scene.NOW + timedelta(hours=7)).overdue


def test_everything_somebody_has_to_be_named_for(workspace: Workspace, inspection: str) -> None:
    view = overview.load(workspace, inspection)
    ours = [each.key for each in view.schedule.partnership]
    assert [each.key for each in view.named if each.duty is Duty.MILESTONE] == ours
    assert [each.key for each in view.named if each.duty is Duty.SECTION] == list("123456")
    assert [each.key for each in view.named if each.gap] == ["joint-evaluations", "5"]


def test_people_are_found_by_their_identity(workspace: Workspace, inspection: str) -> None:
    view = overview.load(workspace, inspection)
    for contact in view.contacts:
        assert view.contact(contact.id) == contact
        assert view.agency(contact.agency_id)
    assert view.contact("") is None
    assert view.agency("") is None


def test_it_is_read_once_until_something_is_written(workspace: Workspace, inspection: str) -> None:
    before = overview.load(workspace, inspection)
    assert overview.load(workspace, inspection).documents is before.documents
    council.change(workspace, replace(before.council, council="Northmoor"), inspection)
    after = overview.load(workspace, inspection)
    assert after.council.council == "Northmoor"
    undoing.undo(workspace, inspection)
    assert overview.load(workspace, inspection).council == before.council
