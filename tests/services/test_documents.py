"""Documents as actions: the example's numbers, steps, files, undo, and what lasts."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jtai_desktop.domain.documents.counting import by_agency, counts, doubtful
from jtai_desktop.domain.documents.document import Answer
from jtai_desktop.domain.documents.lines import Point, Step
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.documents.requests import Request
from jtai_desktop.domain.documents.track import Ours, standing
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import (
    document_files,
    documents,
    overview,
    register,
    requests,
    taking_in,
    undoing,
)
from jtai_desktop.services.documents import Said
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import documents as stored
from jtai_desktop.store.files_outside import Outside
from tests.services import scene

CHECKED = Said(points=tuple(Point))


def entry(workspace: Workspace, inspection: str, code: str) -> Entry:
    entries = overview.load(workspace, inspection).register().entries
    return next(each for each in entries if each.item.code == code)


def document_id(workspace: Workspace, inspection: str, code: str) -> str:
    return entry(workspace, inspection, code).documents[0].id


def a_file(tmp_path: Path, text: str = "one") -> Path:
    path = tmp_path / "minutes.txt"
    path.write_text(text)
    return path


def test_the_example_has_the_numbers_of_the_pictures(workspace: Workspace, inspection: str) -> None:
    found = overview.load(workspace, inspection).register()
    area, children = counts(found.area), counts(found.children)
    assert (len(found.area), area.said) == (36, "19 sent, 14 to send, 3 only on request")
    assert (area.late, area.with_agency, area.to_check, area.ready) == (3, 2, 4, 5)
    assert (len(found.children), children.sent_of) == (54, "20 of 40 sent")
    numbers = (children.late, children.with_agency, children.to_check, children.ready)
    assert numbers == (2, 3, 6, 9)
    assert doubtful(found.area) == 4
    sections = [counts(found.of_section(str(number))).of_section for number in range(1, 7)]
    assert sections == [
        "6 of 9 sent",
        "2 of 3 sent, 1 on request",
        "1 of 2 sent, 1 on request",
        "4 of 9 sent",
        "3 of 4 sent, 1 on request",
        "3 of 6 sent",
    ]
    agencies = [
        (each.agency, each.counts.to_send, each.counts.total) for each in by_agency(found.entries)
    ]
    assert agencies == [
        ("council", 12, 35),
        ("police", 8, 14),
        ("camhs", 6, 8),
        ("yot", 4, 7),
        ("partnership", 2, 5),
        ("ccg", 2, 4),
    ]


def test_the_example_s_files_are_there_and_sound(workspace: Workspace, inspection: str) -> None:
    assert document_files.astray(workspace, inspection) == ()
    version = entry(workspace, inspection, "2.2").documents[0].versions[2]
    content = b"".join(document_files.content(workspace, version))
    assert content.startswith(b"%PDF")
    assert len(content) == version.size
    assert workspace.store.verify() == ()


def test_a_file_is_taken_in_checked_and_sent(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    one = document_id(bare_workspace, bare, "4.1")
    documents.take_step(bare_workspace, bare, Step.ASK, [one])
    documents.take_in(bare_workspace, bare, [taking_in.incoming(one, a_file(tmp_path))])
    assert entry(bare_workspace, bare, "4.1").ours is Ours.TO_CHECK
    with pytest.raises(Refused, match="another person must check"):
        documents.take_step(bare_workspace, bare, Step.CHECK, [one], CHECKED)
    bare_workspace.on_behalf_of = "Police lead"
    documents.take_step(bare_workspace, bare, Step.CHECK, [one], CHECKED)
    documents.take_step(bare_workspace, bare, Step.SEND, [one], Said(way="portal"))
    sent = entry(bare_workspace, bare, "4.1").standings[0].sent
    assert sent
    assert (sent.version, sent.same_slot) == (1, True)
    assert sent.checked_by == "Inspection coordinator for Police lead"


def test_several_at_once_or_none(bare_workspace: Workspace, bare: str) -> None:
    ids = [document_id(bare_workspace, bare, code) for code in ("1.1", "2.3")]
    with pytest.raises(Refused, match="only on request"):
        documents.take_step(bare_workspace, bare, Step.ASK, ids)
    assert entry(bare_workspace, bare, "1.1").ours is Ours.NOT_ASKED
    register.ask_for(bare_workspace, bare, entry(bare_workspace, bare, "2.3").item, "Lead")
    changes = documents.take_step(bare_workspace, bare, Step.ASK, ids)
    assert changes.summary == "2 documents: asked for"
    undoing.undo(bare_workspace, bare)
    assert entry(bare_workspace, bare, "1.1").ours is Ours.NOT_ASKED


def test_a_sending_is_corrected_and_never_undone(workspace: Workspace, inspection: str) -> None:
    before = entry(workspace, inspection, "2.1")
    one = before.documents[0].id
    documents.take_step(workspace, inspection, Step.SEND, [one], Said(way="mail"))
    undone = undoing.next_steps(workspace, inspection)[0]
    assert "2.1" not in undone
    line = entry(workspace, inspection, "2.1").documents[0].lines[-1]
    said = Said(reason="Wrong portal folder", corrects=line.id)
    documents.take_step(workspace, inspection, Step.CORRECT, [one], said)
    after = entry(workspace, inspection, "2.1")
    assert after.ours is Ours.READY
    assert after.documents[0].lines[:-1][-1].step is Step.SEND
    newest = scene.lines(workspace, inspection)[0]
    assert newest.summary == "2.1 Commissioning charts: corrected"


def test_an_interrupted_file_is_swept_and_one_of_an_undone_version_is_not(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    one = document_id(bare_workspace, bare, "4.1")
    documents.take_in(bare_workspace, bare, [taking_in.incoming(one, a_file(tmp_path))])
    (bare_workspace.store.files.folder / ("0" * 32)).write_bytes(b"half a file")
    undoing.undo(bare_workspace, bare)
    assert document_files.sweep(bare_workspace) == 1
    undoing.redo(bare_workspace, bare)
    version = entry(bare_workspace, bare, "4.1").documents[0].versions[0]
    assert b"".join(document_files.content(bare_workspace, version)) == b"one"


def test_what_fails_after_the_file_was_written_leaves_no_record(
    bare_workspace: Workspace, bare: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = document_id(bare_workspace, bare, "4.1")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(stored, "change_document", fail)
        with pytest.raises(Refused, match="disk is full"):
            documents.take_in(bare_workspace, bare, [taking_in.incoming(one, a_file(tmp_path))])
    assert entry(bare_workspace, bare, "4.1").here == 0
    assert document_files.sweep(bare_workspace) == 0
    assert document_files.astray(bare_workspace, bare) == ()


def test_a_file_that_goes_missing_is_noticed(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    one = document_id(bare_workspace, bare, "4.1")
    documents.take_in(bare_workspace, bare, [taking_in.incoming(one, a_file(tmp_path))])
    version = entry(bare_workspace, bare, "4.1").documents[0].versions[0]
    (bare_workspace.store.files.folder / version.kept).unlink()
    (found,) = document_files.astray(bare_workspace, bare)
    assert found.how is Outside.MISSING


def test_a_file_that_stays_outside_is_watched(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    one, path = document_id(bare_workspace, bare, "4.1"), a_file(tmp_path)
    documents.refer_to(bare_workspace, bare, one, path)
    assert document_files.astray(bare_workspace, bare) == ()
    version = entry(bare_workspace, bare, "4.1").documents[0].versions[0]
    path.write_text("two")
    assert document_files.astray(bare_workspace, bare)[0].how is Outside.CHANGED
    with pytest.raises(Refused, match="is changed where it lies"):
        document_files.content(bare_workspace, version)
    path.unlink()
    assert document_files.astray(bare_workspace, bare)[0].how is Outside.MISSING


def test_facts_links_and_requests_by_hand(bare_workspace: Workspace, bare: str) -> None:
    first = entry(bare_workspace, bare, "4.1").documents[0]
    dated = replace(first, dates=(date(2026, 9, 1), date(2026, 10, 1)))
    register.change(bare_workspace, bare, [dated])
    found = entry(bare_workspace, bare, "4.1").documents[0]
    assert found.dates == (date(2026, 10, 1), date(2026, 9, 1))
    other = entry(bare_workspace, bare, "4.2").item
    register.link(bare_workspace, bare, replace(found, answers=(Answer(other.id, "3"),)))
    assert entry(bare_workspace, bare, "4.1").documents == ()
    assert len(entry(bare_workspace, bare, "4.2").documents) == 2
    requests.add(bare_workspace, bare, Request("Custody rota", "police", asked_by="CQC"))
    assert entry(bare_workspace, bare, "R1").item.title == "Custody rota"


def test_a_register_is_made_once(bare_workspace: Workspace, bare: str) -> None:
    assert not register.make(bare_workspace, bare)
    assert len(overview.load(bare_workspace, bare).items) == 36


def test_titles_are_in_the_names_of_the_area(
    workspace: Workspace, bare_workspace: Workspace, inspection: str, bare: str
) -> None:
    assert entry(workspace, inspection, "6.2").item.title.startswith("CCG and")
    assert entry(bare_workspace, bare, "6.2").item.title.startswith("ICB and")


def test_a_step_leaves_the_vault_sound(workspace: Workspace, inspection: str) -> None:
    one = document_id(workspace, inspection, "4.7")
    documents.take_step(workspace, inspection, Step.CHASE, [one], Said(way="phone", whom="Lead"))
    assert standing(entry(workspace, inspection, "4.7").documents[0]).chases[-1].whom == "Lead"
    assert workspace.store.verify() == ()
