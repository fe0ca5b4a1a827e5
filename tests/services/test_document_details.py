"""One document in full: its notes, what it answers, its bytes, and what a file is the same as."""

import shutil
from pathlib import Path

import pytest

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import document_details, histories, overview
from jtai_desktop.services.document_details import Likeness
from jtai_desktop.services.workspace import Workspace


def entry(workspace: Workspace, inspection: str, code: str) -> Entry:
    """The line of the register with this code."""
    entries = overview.load(workspace, inspection).register().entries
    return next(each for each in entries if each.item.code == code)


def document(workspace: Workspace, inspection: str, code: str) -> Document:
    """The first document of an item."""
    return entry(workspace, inspection, code).documents[0]


def test_each_note_is_written_without_touching_the_other(
    workspace: Workspace, inspection: str
) -> None:
    kept = document(workspace, inspection, "4.7")
    document_details.note_internal(workspace, inspection, kept.id, "  Here by noon  ")
    now = document(workspace, inspection, "4.7").notes
    assert (now.internal, now.inspectors) == ("Here by noon", kept.notes.inspectors)
    document_details.note_inspectors(workspace, inspection, kept.id, "")
    now = document(workspace, inspection, "4.7").notes
    assert (now.internal, now.inspectors) == ("Here by noon", "")


def test_a_note_that_says_the_same_leaves_no_line(workspace: Workspace, inspection: str) -> None:
    kept = document(workspace, inspection, "4.7")
    before = histories.newest(workspace, inspection, limit=1)
    same = f" {kept.notes.internal} "
    assert not document_details.note_internal(workspace, inspection, kept.id, same)
    assert histories.newest(workspace, inspection, limit=1) == before


def test_a_document_answers_another_item_and_no_more(workspace: Workspace, inspection: str) -> None:
    kept, other = document(workspace, inspection, "4.7"), entry(workspace, inspection, "4.8").item
    document_details.answer(workspace, inspection, kept.id, other.id, "3")
    document_details.answer(workspace, inspection, kept.id, other.id, " 4 to 5 ")
    found = document(workspace, inspection, "4.7")
    assert {each.item_id: each.pages for each in found.answers}[other.id] == "4 to 5"
    assert kept.id in {each.id for each in entry(workspace, inspection, "4.8").documents}
    document_details.answer_no_more(workspace, inspection, kept.id, other.id)
    assert document(workspace, inspection, "4.7").answers == kept.answers
    with pytest.raises(Refused, match="answers one item at least"):
        document_details.answer_no_more(
            workspace, inspection, kept.id, entry(workspace, inspection, "4.7").item.id
        )


def test_all_of_a_version_comes_as_bytes(workspace: Workspace, inspection: str) -> None:
    version = document(workspace, inspection, "4.7").versions[0]
    content = document_details.whole(workspace, version)
    assert (len(content), content[:5]) == (version.size, b"%PDF-")


def test_a_version_whose_file_is_gone_is_found(workspace: Workspace, inspection: str) -> None:
    kept = document(workspace, inspection, "4.7")
    assert document_details.astray(workspace, kept) == {}
    shutil.rmtree(workspace.folder / "files")
    assert document_details.astray(workspace, kept) == {1: "missing"}


def test_a_file_is_held_against_the_versions(
    workspace: Workspace, inspection: str, tmp_path: Path
) -> None:
    kept = document(workspace, inspection, "4.7")
    path = tmp_path / "came.pdf"
    path.write_bytes(document_details.whole(workspace, kept.versions[0]))
    assert document_details.compared(path, kept.versions).sentence == "“came.pdf” is version 1."
    path.write_bytes(b"another")
    found = document_details.compared(path, kept.versions)
    assert found.sentence == "“came.pdf” is not the same as any version here."
    assert Likeness("a.pdf", (3, 1)).sentence == "“a.pdf” is the same as versions 1 and 3."
    with pytest.raises(Refused):
        document_details.compared(tmp_path / "gone.pdf", kept.versions)
