"""The commands `papers`, `paper` and `pack`: the file, its line in the log, its passphrase."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from jtai_desktop.cli import paper_options, progress
from jtai_desktop.reports.progress import Heard
from jtai_desktop.services import inspections, papers
from jtai_desktop.services.paper_kinds import KINDS
from tests.cli.conftest import Run, refused
from tests.reports.example import body, texts
from tests.services import scene

pytestmark = pytest.mark.usefixtures("known")
SECRET = "amber kettle orbit thistle"


def test_papers_lists_every_paper(run: Run) -> None:
    code, printed, complaint = run("papers")
    assert (code, complaint) == (0, "")
    assert [line.split()[0] for line in printed.splitlines()] == list(KINDS)
    told = json.loads(run("papers", "--json")[1])
    assert [each["key"] for each in told] == list(KINDS)
    assert told[2]["variants"] == ["full", "inspectors", "staff"]


def test_the_pack_is_written_and_noted(run: Run, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    code, printed, complaint = run("pack", "--vault", vault, "--as", "Police lead", "--out", out)
    assert (code, complaint) == (0, "")
    workspace = scene.reopen(vault)
    logged = papers.logged(workspace, inspections.listed(workspace)[0].id)
    workspace.close()
    entry = next(each for each in logged if each.paper == "Readiness pack")
    assert printed == f"{out}: Readiness pack, {entry.pages} pages, seal {entry.seal}\n"
    assert (entry.variant, entry.who) == (
        "the partnership",
        "Inspection coordinator for Police lead",
    )
    assert f"Seal {entry.seal} Page 1 of {entry.pages}" in body(out.read_bytes())


def test_variant_parts_agency_and_time_are_heard(run: Run, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    given = (
        "--variant",
        "Inspectors",
        "--parts",
        " held, register ",
        "--as-at",
        "2026-11-11 08:00",
    )
    assert run("pack", "--vault", vault, *given, "--out", out)[0] == 0
    told = body(out.read_bytes())
    assert "For inspectors." in told
    assert "As at Wednesday 11 November 2026, 08:00" in told
    assert "Readiness pack: what the inspectors hold, page 1 of" in told
    assert "Readiness pack: timetable" not in told
    assert run("pack", "--vault", vault, "--agency", "yot", "--out", out)[0] == 0
    assert "For YOT. Not for inspectors." in body(out.read_bytes())


def test_the_self_evaluation_is_written_for_word_and_no_other_paper(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    out = tmp_path / "form.docx"
    code, printed, complaint = run("paper", "self-evaluation", "--vault", vault, "--out", out)
    assert (code, complaint) == (0, "")
    assert printed.startswith(f"{out}: Self-evaluation, ")
    assert out.read_bytes().startswith(b"PK")
    other = tmp_path / "register.docx"
    refused(run("paper", "register", "--vault", vault, "--out", other), "Only this is written for")
    assert not other.exists()


def test_the_line_of_a_paper_is_found_by_its_seal(run: Run, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "held.pdf"
    assert run("paper", "held", "--vault", vault, "--out", out)[0] == 0
    pages = texts(out.read_bytes())
    (seal,) = {page.partition("Seal ")[2][:12] for page in pages}
    code, printed, complaint = run("papers", "log", "--vault", vault, "--seal", f"Seal {seal}")
    assert (code, complaint) == (0, "")
    (line,) = printed.splitlines()[2:]
    assert "What the inspectors hold  the partnership  saved" in line
    assert line.endswith(seal)
    told = json.loads(run("papers", "log", "--vault", vault, "--json")[1])
    assert [each["seal"] for each in told].count(seal) == 1
    assert told[0]["paper"] == "What the inspectors hold"
    assert (told[0]["how"], told[0]["pages"]) == ("saved", len(pages))
    code, printed, _ = run("papers", "log", "--vault", vault, "--seal", "0000")
    assert (code, printed) == (1, "No paper that left has the seal “0000”.\n")


@pytest.mark.parametrize("key", KINDS)
def test_every_paper_can_be_written(run: Run, vault: Path, tmp_path: Path, key: str) -> None:
    out = tmp_path / "paper.pdf"
    given = ("--agency", "police") if key in {"request", "chase", "day-sheet"} else ()
    child = ("--child", "Child B") if key in {"child-cover", "evaluations"} else ()
    code, printed, complaint = run("paper", key, "--vault", vault, *given, *child, "--out", out)
    assert (code, complaint) == (0, "")
    assert printed.startswith(f"{out}: {KINDS[key].name}, ")
    assert out.read_bytes().startswith(b"%PDF-")


def test_the_checklist_is_the_same_by_either_name(run: Run, vault: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "a.pdf", tmp_path / "b.pdf"
    given = ("--vault", vault, "--date", "12 Nov 2026", "--as-at", "08:15", "--agency", "yot")
    assert run("checklist", *given, "--out", one)[0] == 0
    assert run("paper", "checklist", *given, "--out", other)[0] == 0
    assert one.read_bytes() == other.read_bytes()


def _opens(path: Path, passphrase: str) -> bool:
    try:
        with pikepdf.open(BytesIO(path.read_bytes()), password=passphrase) as pdf:
            return bool(pdf.encryption.R == 6)
    except pikepdf.PasswordError:
        return False


def test_a_protected_pack_asks_for_its_own_passphrase(
    run: Run, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, kept = tmp_path / "pack.pdf", tmp_path / "secret.txt"
    asked = ("paper", "chase", "--agency", "yot", "--vault", vault, "--out", out)
    refused(run(*asked, "--protect"), "A passphrase for the paper is needed: use --protect-file")
    assert not out.exists()
    monkeypatch.setenv("JTAI_PAPER_PASSPHRASE", SECRET)
    code, printed, complaint = run(*asked, "--protect")
    assert (code, complaint) == (0, "")
    assert SECRET not in printed
    assert [_opens(out, SECRET), _opens(out, ""), _opens(out, scene.PASSPHRASE)] == [
        True,
        False,
        False,
    ]
    kept.write_text(f"{SECRET} of a file\n", encoding="utf-8")
    assert run(*asked, "--protect-file", kept)[0] == 0
    assert _opens(out, f"{SECRET} of a file")
    monkeypatch.setenv("JTAI_PAPER_PASSPHRASE", "short")
    refused(run(*asked, "--protect"), "The passphrase has 5 characters. Use at least 10")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (
            ("pack", "--variant", "press"),
            "There is no variant “press”. There are: full, inspectors,",
        ),
        (("pack", "--parts", "nothing"), "There is no part “nothing”. There are: timetable,"),
        (("pack", "--agency", "navy"), "There is no agency “navy”"),
        (("pack", "--variant", "agency"), "Readiness pack: say for which agency"),
        (("pack", "--as-at", "noon"), "can’t be read"),
        (("pack", "surplus"), "Unrecognized arguments: surplus"),
        (("paper", "nothing"), "There is no paper “nothing”. There are: checklist, day-sheet,"),
        (("paper", "a\nb\x1b[31m" + "x" * 5000), "There is no paper “a b"),
        (("paper", "child-cover"), "Cover sheet of a child: say for which child"),
        (("paper", "child-cover", "--child", "Child Z"), "There is no child “Child Z”"),
        (("paper", "register", "--child", "Child A"), "there is none for one child"),
        (("paper", "timetable", "--date", "10 Nov 2026"), "there is none for one day"),
        (("paper", "chase", "--agency", "yot", "--variant", "inspectors"), "is not made for"),
        (("paper", "checklist", "--date", "tomorrow"), "can’t be read as a date"),
    ],
)
def test_what_can_not_be_is_one_sentence(
    run: Run, vault: Path, tmp_path: Path, given: tuple[str, ...], words: str
) -> None:
    out = tmp_path / "a.pdf"
    command, *others = given
    refused(run(command, *others, "--vault", vault, "--out", out), words)
    assert not out.exists()


def test_a_pack_does_not_take_the_place_of_the_vault(run: Run, vault: Path) -> None:
    before = (vault / "vault.db").read_bytes()
    refused(run("pack", "--vault", vault, "--out", vault / "vault.db"), "folder of the vault")
    assert (vault / "vault.db").read_bytes() == before


def test_documents_are_bound_in_and_what_could_not_be_is_told(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    out = tmp_path / "pack.pdf"
    given = ("--parts", "register", "--bind", "1.1, 4.4")
    code, printed, complaint = run("pack", "--vault", vault, *given, "--out", out)
    assert (code, complaint) == (0, "Not bound in: 4.4 has no file yet.\n")
    assert "As its author made it" in body(out.read_bytes())
    assert printed.startswith(f"{out}: Readiness pack, ")
    refused(
        run("pack", "--vault", vault, "--bind", "9.9", "--out", out), "no item “9.9” to bind in"
    )


@pytest.mark.parametrize("doing", ["Drawing page 2", "Writing the file"])
def test_ctrl_c_leaves_no_file_and_no_line(
    run: Run, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, doing: str
) -> None:
    @contextmanager
    def pressing() -> Iterator[Heard]:
        def heard(said: str, _share: float) -> None:
            if said.startswith(doing):
                raise KeyboardInterrupt

        yield heard

    monkeypatch.setattr(paper_options, "telling", pressing)
    folder = tmp_path / "out"
    folder.mkdir()
    code, printed, complaint = run("pack", "--vault", vault, "--out", folder / "pack.pdf")
    assert (code, printed, complaint) == (130, "", "Stopped.\n")
    assert list(folder.iterdir()) == []
    workspace = scene.reopen(vault)
    logged = papers.logged(workspace, inspections.listed(workspace)[0].id)
    workspace.close()
    assert not [each for each in logged if each.paper == "Readiness pack"]


def test_progress_is_told_on_one_line_only_to_somebody_who_looks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress.telling() as heard:
        heard("Drawing page 1 of 2", 0.5)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with progress.telling() as heard:
        heard("Drawing page 1 of 2", 0.5)
    said = capsys.readouterr().err
    assert " 50%  Drawing page 1 of 2. Ctrl+C stops it." in said
    assert "\n" not in said
