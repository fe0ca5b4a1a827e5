"""Without a display the example's papers are written all the same, and the folder is named."""

import os
from datetime import date
from pathlib import Path

import pytest

from jtai_desktop import app
from jtai_desktop.cli import no_display
from tests.cli.conftest import Run, refused
from tests.reports.example import body

NAME = "checklist-2026-11-10-everyone.pdf"
PACK = "pack-2026-11-10-full.pdf"


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No display, and a folder of the test's own to work in."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_does_the_job_and_tells_the_other_way(run: Run, bare_machine: Path) -> None:
    code, printed, complaint = run()
    assert (code, complaint) == (0, "")
    assert printed.splitlines() == [
        no_display.SENTENCE,
        f"The daily checklist of the example is in out/example/{NAME} (2 pages).",
        f"The readiness pack of the example is in out/example/{PACK} (39 pages).",
        no_display.OTHER_WAY,
    ]
    text = body((bare_machine / "out" / "example" / NAME).read_bytes())
    assert "As at Tuesday 10 November 2026, 10:40" in text
    assert date(2026, 11, 10).isoformat() in NAME
    assert "DRAFT" in body((bare_machine / "out" / "example" / PACK).read_bytes())


def test_asking_for_a_window_comes_to_the_same(run: Run, bare_machine: Path) -> None:
    assert run("--vault", bare_machine / "vault")[0] == 0
    assert (bare_machine / "out" / "example" / NAME).is_file()
    assert not (bare_machine / "vault").exists()


def test_where_nothing_can_be_written_it_says_so(run: Run, bare_machine: Path) -> None:
    (bare_machine / "out").write_text("a file", encoding="utf-8")
    code, _, complaint = run()
    assert code == 2
    assert complaint == (
        "The folder “out/example” can’t be made here. Start the program in another folder.\n"
    )


def test_a_folder_in_the_place_of_the_paper_is_told(run: Run, bare_machine: Path) -> None:
    (bare_machine / "out" / "example" / NAME).mkdir(parents=True)
    code, _, complaint = run()
    assert (code, complaint.count("\n")) == (2, 1)
    assert "is a folder" in complaint


@pytest.mark.parametrize(
    ("given", "window"),
    [
        ([], True),
        (["--example"], True),
        (["--vault", "x"], True),
        (["--vault=x"], True),
        (["packs"], False),
        (["--help"], False),
        (["--version"], False),
        (["checklist", "--vault", "x"], False),
    ],
)
def test_what_asks_for_a_window(given: list[str], window: bool) -> None:
    assert app._wants_window(given) is window


def test_the_surroundings_tell_whether_there_is_a_display(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not app._has_display()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.setenv(name, ":0")
        assert app._has_display()
        monkeypatch.setenv(name, "")
        assert not app._has_display()
    monkeypatch.setattr("sys.platform", "win32")
    assert app._has_display()
    assert os.environ["DISPLAY"] == ""


def test_a_wrong_option_of_the_window_is_one_sentence(run: Run) -> None:
    refused(run("--vault"), "--vault: expected one argument")
