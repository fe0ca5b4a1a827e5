"""The command `checklist`: the paper, and every wrong input in one sentence."""

import errno
import os
from pathlib import Path

import pytest

from jtai_desktop.services import inspections, papers
from tests.cli.conftest import Run, refused
from tests.reports.example import body
from tests.services import scene

pytestmark = pytest.mark.usefixtures("known")


def _text(path: Path) -> str:
    return body(path.read_bytes())


def test_it_writes_the_paper_and_notes_it(run: Run, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "today.pdf"
    code, printed, complaint = run(
        "checklist", "--vault", vault, "--as", "Police lead", "--date", "2026-11-10", "--out", out
    )
    assert (code, complaint) == (0, "")
    workspace = scene.reopen(vault)
    entry = papers.logged(workspace, inspections.listed(workspace)[0].id)[0]
    workspace.close()
    assert printed == f"{out}: Daily checklist, 2 pages, seal {entry.seal}\n"
    assert entry.who == "Inspection coordinator for Police lead"
    assert "As at Tuesday 10 November 2026, 10:40" in _text(out)


def test_the_same_again_is_the_same_file(run: Run, vault: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert run("checklist", "--vault", vault, "--out", tmp_path / name)[0] == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_one_agency_another_day_another_time(run: Run, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    given = ("--date", "12 Nov 2026", "--agency", "police", "--as-at", "08:15", "--out", out)
    assert run("checklist", "--vault", vault, *given)[0] == 0
    assert "As at Thursday 12 November 2026, 08:15" in _text(out)
    assert "Police" in _text(out)
    later = "2026-11-13 07:00"
    assert run("checklist", "--vault", vault, "--as-at", later, "--out", out)[0] == 0
    assert "As at Friday 13 November 2026, 07:00" in _text(out)
    assert run("checklist", "--vault", vault, "--as-at", "9am", "--out", out)[0] == 0
    assert "As at Tuesday 10 November 2026, 09:00" in _text(out)


def test_a_sign_without_a_letter_is_named_on_stderr(run: Run, vault: Path, tmp_path: Path) -> None:
    workspace = scene.reopen(vault)
    inspections.rename(workspace, inspections.listed(workspace)[0].id, "Squid 🦑 moor")
    workspace.close()
    code, _, complaint = run("checklist", "--vault", vault, "--out", tmp_path / "a.pdf")
    assert code == 0
    assert complaint == "No letter of ours can print this sign: squid (U+1F991).\n"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("--date", "2026-02-30"), "“2026-02-30” is not in the calendar"),
        (("--date", "tomorrow"), "“tomorrow” can’t be read as a date"),
        (("--date", ""), "An empty field can’t be read as a date"),
        (("--date", "2026-11-10 09:00"), "is more than a date"),
        (("--date", "10 Nov 1066"), "not within the years"),
        (("--date", "2026-11-10\n\x1b[31m"), "“2026-11-10 [31m”"),
        (("--as-at", ""), "An empty field can’t be read"),
        (("--as-at", "25:00"), "can’t be read"),
        (("--as-at", "noon"), "can’t be read"),
        (("--agency", "police force"), "There is no agency “police force”. There are: council,"),
        (("--agency", "a\nb" + "x" * 5000), "There is no agency “a bxxx"),
        (("--as", "x" * 10_000), "--as has 10,000 characters; 80 is the most"),
        (("--inspection", "Southmoor"), "There are: “Northmoor” ("),
        (("--inspection", "x" * 10_000), "--inspection has 10,000 characters"),
        (("--colour", "red"), "Unrecognized arguments: --colour red"),
        (("surplus",), "Unrecognized arguments: surplus"),
    ],
)
def test_what_can_not_be_is_one_sentence(
    run: Run, vault: Path, tmp_path: Path, given: tuple[str, ...], words: str
) -> None:
    out = tmp_path / "a.pdf"
    refused(run("checklist", "--vault", vault, "--out", out, *given), words)
    assert not out.exists()


def test_out_and_vault_are_needed(run: Run, vault: Path) -> None:
    refused(run("checklist", "--vault", vault), "required: --out")
    refused(run("checklist", "--out", "a.pdf"), "required: --vault")
    refused(run("checklist", "--vault", vault, "--out"), "--out: expected one argument")


@pytest.mark.parametrize(
    ("out", "words"),
    [
        ("{tmp}", "is a folder. Give the name of a file"),
        ("", "is a folder. Give the name of a file"),
        ("/", "is a folder"),
        ("{tmp}/no/such/a.pdf", "There is no folder “"),
        ("{tmp}/no\nsuch/a.pdf", "There is no folder “"),
        ("{tmp}/vault/vault.db", "That is the folder of the vault"),
        ("{tmp}/vault/vault.db/a.pdf", "That is the folder of the vault"),
        ("{tmp}/file/a.pdf", "There is no folder “"),
        ("{tmp}/" + "x" * 300, "That file name is too long"),
        ("{tmp}/" + "x/" * 3000 + "a.pdf", "That file name is too long"),
        ("{tmp}/pipe", "“pipe” is not a file that can be written"),
    ],
)
def test_a_place_that_can_not_be_is_one_sentence(
    run: Run, vault: Path, tmp_path: Path, out: str, words: str
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    before = (vault / "vault.db").read_bytes()
    refused(run("checklist", "--vault", vault, "--out", out.format(tmp=tmp_path)), words)
    assert (vault / "vault.db").read_bytes() == before
    assert (tmp_path / "pipe").is_fifo()
    assert {path.name for path in tmp_path.iterdir()} == {"file", "pipe", "vault"}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "The disk is full, so “a.pdf” was not written"),
        (errno.EACCES, "“a.pdf” can’t be written there"),
        (errno.EROFS, "“a.pdf” can’t be written there"),
    ],
)
def test_a_full_disk_or_a_closed_folder_is_one_sentence(
    run: Run, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code), "a.pdf")

    monkeypatch.setattr(Path, "replace", _only_for_papers(Path.replace, fail))
    refused(run("checklist", "--vault", vault, "--out", tmp_path / "a.pdf"), words)
    assert {path.name for path in tmp_path.iterdir()} == {"vault"}


def _only_for_papers(real: object, fail: object) -> object:
    def replace(self: Path, target: Path) -> object:
        chosen = fail if Path(target).suffix == ".pdf" else real
        return chosen(self, target)  # type: ignore[operator]

    return replace


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_one_sentence(run: Run, vault: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    refused(run("checklist", "--vault", vault, "--out", closed / "a.pdf"), "can’t be written there")


def test_two_inspections_are_told_apart(run: Run, vault: Path, tmp_path: Path) -> None:
    workspace = scene.reopen(vault)
    begun = scene.begin(workspace, practice=True)
    scene.begin(workspace, "Łeba")
    workspace.close()
    asked = ("checklist", "--vault", vault, "--out", tmp_path / "a.pdf")
    refused(run(*asked), f"“Northmoor” ({begun[:8]}, practice)")
    refused(run(*asked, "--inspection", "northMOOR"), f"({begun[:8]}, practice)")
    assert run(*asked, "--inspection", begun[:8])[0] == 0
    assert "practice" in _text(tmp_path / "a.pdf").lower()
    assert run(*asked, "--inspection", " Łeba ")[0] == 0
    assert "Łeba" in _text(tmp_path / "a.pdf")


def test_a_vault_without_an_inspection_says_so(
    run: Run, empty_template: Path, tmp_path: Path
) -> None:
    folder = scene.copy(empty_template, tmp_path / "empty")
    refused(
        run("checklist", "--vault", folder, "--out", tmp_path / "a.pdf"),
        "There is no inspection in this vault yet",
    )
