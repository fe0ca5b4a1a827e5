"""Printed copies as an action: several at once or none, and back again."""

from pathlib import Path

import pytest

from jtai_desktop.domain.documents import printed
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import documents, overview, printed_copies, taking_in, undoing
from jtai_desktop.services.workspace import Workspace
from tests.services import scene


def of(workspace: Workspace, inspection: str, *codes: str) -> list[Document]:
    register = overview.load(workspace, inspection).register()
    return [each.documents[0] for each in register.entries if each.item.code in codes]


def test_the_newest_is_ticked_and_a_newer_one_is_told(
    workspace: Workspace, inspection: str, tmp_path: Path
) -> None:
    (document,) = of(workspace, inspection, "2.2")
    changes = printed_copies.tick(workspace, inspection, [document.id])
    assert changes.summary == f"{document.title}: printed"
    (document,) = of(workspace, inspection, "2.2")
    assert printed.said(document) == "printed v3"
    path = tmp_path / "new.txt"
    path.write_text("new")
    documents.take_in(workspace, inspection, [taking_in.incoming(document.id, path)])
    (document,) = of(workspace, inspection, "2.2")
    assert printed.said(document) == "printed v3, we hold v4"


def test_several_are_one_step_and_one_without_a_file_stops_all(
    workspace: Workspace, inspection: str
) -> None:
    there = of(workspace, inspection, "2.2", "1.1")
    ids = [each.id for each in there]
    bare = next(each for each in overview.load(workspace, inspection).documents if not each.newest)
    with pytest.raises(Refused, match="has no file yet"):
        printed_copies.tick(workspace, inspection, [*ids, bare.id])
    assert of(workspace, inspection, "2.2", "1.1") == there
    printed_copies.tick(workspace, inspection, ids)
    assert all(each.copied == each.newest for each in of(workspace, inspection, "2.2", "1.1"))
    undoing.undo(workspace, inspection)
    assert of(workspace, inspection, "2.2", "1.1") == there
    assert workspace.store.verify() == ()


def test_a_tick_is_taken_away_again(workspace: Workspace, inspection: str) -> None:
    (document,) = of(workspace, inspection, "2.2")
    printed_copies.tick(workspace, inspection, [document.id], 2)
    changes = printed_copies.tick(workspace, inspection, [document.id], 0)
    assert changes.summary == f"{document.title}: not printed"
    assert of(workspace, inspection, "2.2") == [document]
    assert scene.lines(workspace, inspection)[0].action == "documents.printed"
