"""Requests that are not in the pack: added, changed, removed, and each taken back."""

from datetime import date

import pytest

from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.documents.requests import Request
from jtai_desktop.domain.moments import end_of_day
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import documents, overview, requests, undoing
from jtai_desktop.services.workspace import Workspace

DUE = end_of_day(date(2026, 11, 12))
ROTA = Request("Custody rota", "police", "HMICFRS", DUE, section="4", paragraph="¶48")


def entries(workspace: Workspace, inspection: str) -> dict[str, Entry]:
    view = overview.load(workspace, inspection)
    return {each.item.code: each for each in view.register().entries}


def test_a_request_of_a_section_has_its_own_time_and_agency(
    bare_workspace: Workspace, bare: str
) -> None:
    requests.add(bare_workspace, bare, ROTA)
    found = entries(bare_workspace, bare)["R1"]
    assert found.due == DUE
    assert (found.agency, found.item.section, found.item.paragraph) == ("police", "4", "48")
    assert [each.title for each in found.documents] == ["Custody rota"]
    undoing.undo(bare_workspace, bare)
    assert "R1" not in entries(bare_workspace, bare)
    undoing.redo(bare_workspace, bare)
    assert "R1" in entries(bare_workspace, bare)


def test_what_is_changed_is_followed_by_the_document(bare_workspace: Workspace, bare: str) -> None:
    requests.add(bare_workspace, bare, ROTA)
    item = entries(bare_workspace, bare)["R1"].item
    requests.change(bare_workspace, bare, item.id, Request("Rota of November", "yot"))
    found = entries(bare_workspace, bare)["R1"]
    assert (found.documents[0].title, found.agency) == ("Rota of November", "yot")
    assert (found.due, found.item.section, found.item.asked_by) == (None, "", "")
    undoing.undo(bare_workspace, bare)
    assert entries(bare_workspace, bare)["R1"].documents[0].title == "Custody rota"


def test_one_that_nothing_hangs_on_is_removed_and_its_number_not_given_again(
    bare_workspace: Workspace, bare: str
) -> None:
    requests.add(bare_workspace, bare, ROTA)
    before = entries(bare_workspace, bare)["R1"]
    requests.remove(bare_workspace, bare, before.item.id)
    requests.add(bare_workspace, bare, ROTA)
    assert "R1" not in entries(bare_workspace, bare)
    assert "R2" in entries(bare_workspace, bare)
    undoing.undo(bare_workspace, bare)
    undoing.undo(bare_workspace, bare)
    assert entries(bare_workspace, bare)["R1"] == before
    assert bare_workspace.store.verify() == ()


def test_one_with_steps_stays(bare_workspace: Workspace, bare: str) -> None:
    requests.add(bare_workspace, bare, ROTA)
    found = entries(bare_workspace, bare)["R1"]
    documents.take_step(bare_workspace, bare, Step.ASK, [found.documents[0].id])
    with pytest.raises(Refused, match="Mark it as not applicable instead"):
        requests.remove(bare_workspace, bare, found.item.id)


def test_what_the_pack_asks_for_is_neither_changed_nor_removed(
    bare_workspace: Workspace, bare: str
) -> None:
    item = entries(bare_workspace, bare)["4.1"].item
    with pytest.raises(Refused, match="belongs to the guidance"):
        requests.remove(bare_workspace, bare, item.id)
    with pytest.raises(Refused, match="belongs to the guidance"):
        requests.change(bare_workspace, bare, item.id, ROTA)


def test_what_is_not_here_is_refused_at_its_field(bare_workspace: Workspace, bare: str) -> None:
    for request, place in (
        (Request("Rota", "navy"), "Agency"),
        (Request("Rota", "police", section="9"), "For"),
        (Request("Rota", "police", child_id="nobody"), "For"),
        (Request("Rota", "police", section="4", child_id="nobody"), "For"),
        (Request(" ", "police"), "Title"),
    ):
        with pytest.raises(Refused) as refused:
            requests.add(bare_workspace, bare, request)
        assert refused.value.problem.place == place


def test_a_request_about_a_child_is_called_after_it(workspace: Workspace, inspection: str) -> None:
    child = overview.load(workspace, inspection).children[1]
    requests.add(workspace, inspection, Request("Letter", "camhs", "CQC", child_id=child.id))
    assert "B R1" in entries(workspace, inspection)
