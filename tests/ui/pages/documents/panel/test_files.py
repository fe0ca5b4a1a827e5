"""Files through the panel: added, stopped, opened, compared, copied out; never plain on disk."""

import struct
import zlib
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.documents.track import Ours
from jtai_desktop.domain.inspection import Keeping
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import copies_out, council, documents, taking_in
from jtai_desktop.services.documents import Said
from jtai_desktop.services.example_documents import page as pdf_page
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import files
from jtai_desktop.ui.pages.documents.panel.files import NO_FILES, STOPPED, Told, can_be_shown, sized
from jtai_desktop.ui.pages.documents.panel.viewer import PictureView, looked_at
from tests.ui.pages.documents.panel.hands import Hands, a_file, sha256


def picture(wide: int = 40, high: int = 20) -> bytes:
    """A PNG of one colour, written by hand."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\0" + b"\x10\x60\x70" * wide) * high
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def plain_on_disk(folder: Path, content: bytes) -> list[str]:
    """The files below a folder that hold this content as it is."""
    return [
        path.name for path in folder.rglob("*") if path.is_file() and content in path.read_bytes()
    ]


def test_a_dropped_file_is_a_version_and_what_was_asked_for_is_here(
    hands: Hands, tmp_path: Path
) -> None:
    hands.go("4.4")
    assert hands.page.entry("4.4").ours is Ours.ASKED
    content = pdf_page("Referral form", "June")
    assert hands.drop(a_file(tmp_path, "form.pdf", content))
    [version] = hands.document.versions
    assert (version.file_name, version.size) == ("form.pdf", len(content))
    assert version.sha256 == sha256(content)
    assert hands.page.entry("4.4").ours is Ours.TO_CHECK
    assert "form.pdf" in hands.words()
    assert "in Today, 10:40, Inspection coordinator" in hands.words()


def test_a_part_that_came_leaves_it_asked_for(hands: Hands, tmp_path: Path) -> None:
    hands.go("4.7")
    part = hands.panel.of_document.versions.part
    assert part.isVisible()
    part.setChecked(True)
    hands.drop(a_file(tmp_path, "september.pdf", pdf_page("September", "")))
    assert hands.document.newest == 2
    assert hands.page.entry("4.7").ours is Ours.ASKED


def test_what_was_ticked_for_one_document_does_not_count_for_the_next(hands: Hands) -> None:
    hands.go("4.7")
    hands.panel.of_document.versions.part.setChecked(True)
    hands.page.refresh()
    hands.settle()
    assert hands.panel.of_document.versions.part.isChecked()
    hands.go("1.1")
    hands.go("4.7")
    assert not hands.panel.of_document.versions.part.isChecked()


def test_where_files_stay_where_they_lie_a_change_is_noticed(hands: Hands, tmp_path: Path) -> None:
    def leave(workspace: Workspace) -> Changes:
        kept = replace(council.load(workspace), keeps_files=Keeping.REFERENCED)
        return council.change(workspace, kept)

    hands.act(leave)
    hands.go("4.4")
    path = a_file(tmp_path, "form.pdf", pdf_page("Form", ""))
    hands.drop(path)
    assert hands.document.versions[0].place == str(path)
    assert "left where it lies" in hands.words()
    assert "File changed" not in hands.words()
    path.write_bytes(b"another one")
    hands.page.refresh()
    hands.settle()
    assert "File changed" in hands.words()
    assert "Add it again as a new version." in hands.words()
    path.unlink()
    hands.page.refresh()
    hands.settle()
    assert "File missing" in hands.words()


def test_files_are_pasted(hands: Hands, tmp_path: Path) -> None:
    hands.go("4.4")
    hands.paste(a_file(tmp_path, "form.pdf", pdf_page("Form", "")))
    assert hands.document.newest == 1


def test_pasting_words_says_what_to_do(hands: Hands) -> None:
    hands.go("4.4")
    QGuiApplication.clipboard().setText("form.pdf")
    QTest.keyClick(hands.panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    assert hands.outcome == NO_FILES
    assert hands.document.newest == 0


def test_pasting_into_a_note_is_typing(hands: Hands, tmp_path: Path) -> None:
    hands.go("4.4")
    note = hands.panel.of_document.notes.internal
    hands.paste(a_file(tmp_path, "form.pdf", b"%PDF-1.4"), on=note)
    assert hands.document.newest == 0


def test_files_are_chosen(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = a_file(tmp_path, "form.pdf", pdf_page("Form", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path)], ""))
    hands.go("4.4")
    hands.click("Add a file as a version…")
    assert hands.document.newest == 1


def test_of_several_files_it_asks_what_they_are(hands: Hands, tmp_path: Path) -> None:
    hands.go("4.7")
    paths = [a_file(tmp_path, f"{name}.pdf", name.encode()) for name in ("May", "June")]
    hands.drop(*paths)
    assert hands.document.newest == 1
    assert "2 files came: “May.pdf”, “June.pdf”. What are they?" in hands.words()
    hands.click("Cancel")
    assert "What are they" not in hands.words()
    hands.drop(*paths)
    hands.press("Versions, in this order")
    assert [each.file_name for each in hands.document.versions[1:]] == ["May.pdf", "June.pdf"]


def test_several_files_can_be_documents_of_their_own(hands: Hands, tmp_path: Path) -> None:
    hands.go("4.7")
    hands.drop(*[a_file(tmp_path, f"{name}.pdf", name.encode()) for name in ("May", "June")])
    hands.press("Documents of their own")
    added = hands.page.entry("4.7").documents
    assert {each.title for each in added} >= {"May", "June"}
    assert sorted(each.newest for each in added) == [1, 1, 1]
    assert {each.agency for each in added} == {"police"}


def test_a_file_above_the_limit_is_said_before_and_refused(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.go("4.4")
    assert "Up to 200 MB a file" in hands.words()
    monkeypatch.setattr(files, "MOST", 10)
    hands.drop(a_file(tmp_path, "long.pdf", b"%PDF-1.4 and more"))
    assert "is the most" in hands.outcome
    assert hands.document.newest == 0


def test_a_long_file_can_be_stopped_and_nothing_of_it_stays(
    hands: Hands, tmp_path: Path, own_folder: Path
) -> None:
    before = sorted(path.name for path in (own_folder / "files").iterdir())
    hands.go("4.4")
    hands.panel.of_document.arriving._watch._stop.set()
    hands.panel.of_document.arriving._watch.begin = lambda _what: None  # type: ignore[method-assign,assignment]
    hands.drop(a_file(tmp_path, "long.pdf", bytes(3 * 1024 * 1024)))
    assert hands.outcome == STOPPED
    assert hands.document.newest == 0
    assert sorted(path.name for path in (own_folder / "files").iterdir()) == before


def test_how_far_several_files_have_come_counts_all_of_them() -> None:
    shares: list[float] = []

    def watch(share: float) -> bool:
        shares.append(share)
        return share < 1.0

    told = Told(watch)
    told.expect([taking_in.Incoming("", "", open_nothing, size) for size in (30, 70)])
    for done, size in ((10, 30), (30, 30), (35, 70)):
        told.progress(done, size)
    assert shares == [0.1, 0.3, 0.65]
    with pytest.raises(Refused, match="Stopped"):
        told.progress(70, 70)


def open_nothing() -> BinaryIO:
    """Nothing is read here."""
    raise AssertionError


def test_a_pdf_is_looked_at_over_the_page_and_never_lies_on_the_disk(
    hands: Hands, tmp_path: Path
) -> None:
    hands.go("4.4")
    content = pdf_page("Referral form", "A sentence nobody else has")
    source = a_file(tmp_path, "form.pdf", content)
    hands.drop(source)
    source.unlink()
    hands.click("Open version 1")
    viewer = hands.viewer
    assert viewer is not None
    assert viewer.size() == hands.page.size()
    assert viewer.accessibleName().startswith("4.4 Child protection referral form, version 1")
    assert not hands.panel.isEnabled()
    assert plain_on_disk(tmp_path, b"A sentence nobody else has") == []
    QTest.keyClick(hands.page.window().focusWidget(), Qt.Key.Key_Escape)
    hands.settle()
    assert hands.viewer is None
    assert hands.panel.isEnabled()


def test_who_goes_to_another_document_leaves_the_one_looked_at(hands: Hands) -> None:
    hands.go("4.7")
    for _ in range(2):
        hands.panel.of_document.opened.emit(1)
        hands.settle()
    hands.page.refresh()
    hands.settle()
    assert not hands.panel.isEnabled()
    hands.go("1.1")
    assert hands.viewer is None
    assert hands.panel.isEnabled()


def test_in_a_pdf_ctrl_f_finds_its_words(hands: Hands) -> None:
    hands.go("4.7")
    elsewhere: list[bool] = []
    QShortcut(QKeySequence("Ctrl+F"), hands.page).activated.connect(lambda: elsewhere.append(True))
    hands.page.activateWindow()
    hands.click("Open version 1")
    focus = hands.page.window().focusWidget()
    QTest.keyClick(focus, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert elsewhere == []
    found = hands.page.window().focusWidget()
    assert isinstance(found, QLineEdit)
    assert found.accessibleName() == "Find in the paper"


def test_a_picture_is_looked_at(hands: Hands, tmp_path: Path) -> None:
    hands.go("4.4")
    hands.drop(a_file(tmp_path, "scan.png", picture()))
    hands.click("Open version 1")
    assert hands.viewer is not None
    [view] = hands.viewer.findChildren(PictureView)
    assert view.accessibleName() == "Picture, 40 by 20 dots"


def test_what_is_no_pdf_is_said(hands: Hands, tmp_path: Path) -> None:
    hands.go("4.4")
    hands.drop(a_file(tmp_path, "form.pdf", b"no such thing"))
    hands.click("Open version 1")
    assert hands.viewer is None
    assert "can’t be shown here" in hands.outcome


def test_a_damaged_pdf_is_said(hands: Hands, tmp_path: Path) -> None:
    hands.go("4.4")
    hands.drop(a_file(tmp_path, "form.pdf", pdf_page("Form", "")[:60]))
    hands.click("Open version 1")
    assert hands.viewer is None
    assert "can’t be shown here" in hands.outcome


def test_other_kinds_are_only_saved_as_a_copy(hands: Hands, tmp_path: Path) -> None:
    hands.go("4.4")
    hands.drop(a_file(tmp_path, "form.docx", b"PK"))
    with pytest.raises(StopIteration):
        hands.link("Open version 1")
    assert hands.link("Save a copy of version 1…").isVisible()


def test_a_copy_is_saved_where_a_person_says_and_listed_until_it_is_gone(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.go("4.7")
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    hands.click("Save a copy of version 1…")
    assert [each.name for each in folder.iterdir()] == ["4.7 Force governance minutes.pdf"]
    assert "Saved as “4.7 Force governance minutes.pdf”" in hands.outcome
    assert f"v1 in {folder}" in hands.words()
    hands.click("Say that the copy of version 1 is gone")
    assert "v1 in" not in hands.words()
    out: list[tuple[copies_out.StillOut, ...]] = []
    iid = hands.desk.inspection_id
    hands.desk.hub.read(lambda workspace: copies_out.still_out(workspace, iid), out.append)
    hands.settle()
    assert out == [()]


def test_a_copy_is_never_put_into_the_vault(hands: Hands, own_folder: Path) -> None:
    hands.go("4.7")
    hands.panel.of_document.save_copy(1, own_folder)
    hands.settle()
    assert "folder of the vault" in hands.outcome


def test_a_file_is_compared_with_the_versions(hands: Hands, tmp_path: Path) -> None:
    hands.go("4.4")
    first = a_file(tmp_path, "first.pdf", b"one")
    hands.drop(first)
    hands.drop(a_file(tmp_path, "second.pdf", b"two"))
    part = hands.panel.of_document
    part.compare(a_file(tmp_path, "came by mail.pdf", b"two"))
    hands.settle()
    assert hands.outcome == "“came by mail.pdf” is version 2."
    part.compare(a_file(tmp_path, "other.pdf", b"three"))
    hands.settle()
    assert hands.outcome == "“other.pdf” is not the same as any version here."
    hands.drop(first)
    part.compare(first)
    hands.settle()
    assert hands.outcome == "“first.pdf” is the same as versions 1 and 3."
    part.compare(tmp_path / "gone.pdf")
    hands.settle()
    assert "gone.pdf” is" not in hands.outcome
    assert hands.outcome


def test_what_the_inspectors_hold_and_what_we_hold(hands: Hands, tmp_path: Path) -> None:
    hands.go("1.5")
    hands.drop(a_file(tmp_path, "newer.pdf", pdf_page("Newer", "")))
    assert "Inspectors hold 1, we hold 2" in hands.words()
    ids = [hands.document.id]
    said = Said(reason="A spelling mistake only")
    iid = hands.desk.inspection_id
    hands.act(lambda workspace: documents.take_step(workspace, iid, Step.WAIVE, ids, said))
    assert "Inspectors hold 1, we hold 2: waived" in hands.words()


def test_three_versions_are_in_sight_and_all_when_asked_for(hands: Hands, tmp_path: Path) -> None:
    hands.go("4.4")
    for number in range(1, 6):
        hands.drop(a_file(tmp_path, f"form {number}.pdf", bytes([number])))
    assert "form 2.pdf" not in hands.words()
    assert "form 3.pdf" in hands.words()
    hands.click("Show all 5")
    assert "form 1.pdf" in hands.words()


def test_folders_are_not_taken(hands: Hands, tmp_path: Path) -> None:
    hands.go("4.4")
    assert not hands.drop(tmp_path)


@pytest.mark.parametrize(
    ("name", "shown"), [("a.PDF", True), ("b.jpeg", True), ("c.svg", False), ("d", False)]
)
def test_which_kinds_are_shown(name: str, shown: bool) -> None:
    assert can_be_shown(name) is shown


def test_what_bytes_are_is_seen_from_the_bytes() -> None:
    assert looked_at(b"%PDF-1.7 ...").pdf
    assert isinstance(looked_at(picture()).picture, QImage)
    assert looked_at(b"<svg xmlns='http://www.w3.org/2000/svg'/>").picture is None
    assert not looked_at(b"plain words").pdf


@pytest.mark.parametrize(
    ("size", "said"), [(1, "1 kB"), (3000, "3 kB"), (1_500_000, "1.4 MB"), (0, "1 kB")]
)
def test_sizes_in_words(size: int, said: str) -> None:
    assert sized(size) == said
