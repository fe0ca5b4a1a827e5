"""The chase pack over the example: what is owed, nothing that stays here, saved and noted."""

from datetime import date
from pathlib import Path

import pytest

from jtai_desktop.domain.documents.cell_edits import Edit
from jtai_desktop.domain.documents.cells import CellKey, rows
from jtai_desktop.domain.documents.document import Answer
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import (
    chase_pack,
    documents,
    overview,
    papers,
    register,
    register_cells,
    undoing,
)
from jtai_desktop.services.chase_pack import ChasePack
from jtai_desktop.services.workspace import Workspace
from tests.services import scene


def police(workspace: Workspace, inspection: str) -> ChasePack:
    return chase_pack.pack_for(workspace, inspection, agency="police")


def chases(workspace: Workspace, inspection: str, code: str) -> int:
    entries = overview.load(workspace, inspection).register().entries
    return next(each for each in entries if each.item.code == code).chased


def test_it_holds_what_the_chase_sheet_holds_in_its_order(
    workspace: Workspace, inspection: str
) -> None:
    view = overview.load(workspace, inspection)
    owing = 0
    for agency in view.agencies:
        owed = [each for each in view.register().of_agency(agency.key).open if each.with_agency]
        owed.sort(key=lambda entry: not entry.late_by)
        if not owed:
            with pytest.raises(Refused, match="Nothing is waited for"):
                chase_pack.pack_for(workspace, inspection, agency=agency.key)
            continue
        owing += 1
        pack = chase_pack.pack_for(workspace, inspection, agency=agency.key)
        assert [each.called for each in pack.items] == [each.item.called for each in owed]
    assert owing == 5


def test_a_person_is_asked_only_for_what_is_theirs(workspace: Workspace, inspection: str) -> None:
    view = overview.load(workspace, inspection)
    owner = next(each for each in view.contacts if each.role == "Force analyst")
    pack = chase_pack.pack_for(workspace, inspection, owner_id=owner.id)
    assert [each.called for each in pack.items] == ["4.9", "Child F, 9"]
    assert "Dear Force analyst," in pack.text
    with pytest.raises(Refused, match="no longer on the page People"):
        chase_pack.pack_for(workspace, inspection, owner_id="nobody")
    with pytest.raises(Refused, match="There is no agency"):
        chase_pack.pack_for(workspace, inspection, agency="fire")


def test_of_an_item_with_two_documents_each_agency_is_asked_for_its_own(
    workspace: Workspace, inspection: str
) -> None:
    view = overview.load(workspace, inspection)
    item = next(each for each in view.items if each.code == "4.7")
    register.add_document(workspace, inspection, "Custody minutes", "yot", [Answer(item.id)])
    yot = chase_pack.pack_for(workspace, inspection, agency="yot")
    titles = [each.title for each in yot.items if each.called == "4.7"]
    assert titles == ["Minutes of force strategic governance meetings: Custody minutes"]
    mine = [each.title for each in police(workspace, inspection).items if each.called == "4.7"]
    assert len(mine) == 1
    assert "Custody" not in mine[0]


def test_nothing_that_stays_here_is_in_it(workspace: Workspace, inspection: str) -> None:
    found = rows(overview.load(workspace, inspection).register().entries)
    row = next(each for each in found if each.entry.item.code == "4.7")
    notes = (
        CellKey.NOTE_INTERNAL,
        CellKey.NOTE_INSPECTORS,
        CellKey.ITEM_INTERNAL,
        CellKey.ITEM_INSPECTORS,
        CellKey.OWN_1,
    )
    edits = [Edit(*row.key, key, f"secret {key}") for key in notes]
    register_cells.set_cells(workspace, inspection, edits)
    view, pack = overview.load(workspace, inspection), police(workspace, inspection)
    for text in (pack.text, pack.html, pack.subject):
        assert "secret" not in text
        assert not any(child.reference in text for child in view.children)
    assert pack.text.startswith(f"{view.council.marking}\n")
    assert pack.html.startswith(f"<p><b>{view.council.marking}</b></p>")


def test_several_agencies_at_once_greet_nobody_by_role(
    workspace: Workspace, inspection: str
) -> None:
    ids = [
        chase_pack.pack_for(workspace, inspection, agency=key).document_ids[0]
        for key in ("police", "ccg")
    ]
    pack = chase_pack.pack_for(workspace, inspection, document_ids=ids)
    assert pack.document_ids == tuple(ids)
    assert "Dear colleague," in pack.text


def test_it_is_saved_whole_and_noted_in_the_log(
    workspace: Workspace, inspection: str, tmp_path: Path
) -> None:
    pack, path = police(workspace, inspection), tmp_path / "chase.html"
    chase_pack.save(workspace, inspection, pack, path)
    page = path.read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert pack.html in page
    assert "<title>Northmoor: 4 documents we are waiting for</title>" in page
    entry = papers.logged(workspace, inspection)[0]
    assert (entry.paper, entry.variant) == ("Chase e-mail", "Police")
    with pytest.raises(Refused, match="folder of the vault"):
        chase_pack.save(workspace, inspection, pack, workspace.folder / "chase.html")


def test_a_chase_is_noted_on_each_document_in_one_step_that_lasts(
    workspace: Workspace, inspection: str
) -> None:
    pack = police(workspace, inspection)
    before = {code: chases(workspace, inspection, code) for code in ("4.4", "4.7", "4.9", "F 9")}
    lines = len(scene.lines(workspace, inspection))
    undoable = undoing.next_steps(workspace, inspection)
    again = Moment(date(2026, 11, 11))
    chase_pack.log(workspace, inspection, pack, how="Phone", whom="Police lead", next=again)
    assert len(scene.lines(workspace, inspection)) == lines + 1
    assert undoing.next_steps(workspace, inspection) == undoable
    for code, number in before.items():
        assert chases(workspace, inspection, code) == number + 1
    entry = next(
        each
        for each in overview.load(workspace, inspection).register().entries
        if each.item.code == "4.4"
    )
    last = entry.standings[0].chases[-1]
    assert (last.way, last.whom, last.due) == ("Phone", "Police lead", again)


def test_what_came_meanwhile_is_not_noted_on_any(workspace: Workspace, inspection: str) -> None:
    pack = police(workspace, inspection)
    documents.take_step(workspace, inspection, Step.NONE, pack.document_ids[-1:])
    before = chases(workspace, inspection, "4.7")
    with pytest.raises(Refused, match="can’t be chased"):
        chase_pack.log(workspace, inspection, pack)
    assert chases(workspace, inspection, "4.7") == before
