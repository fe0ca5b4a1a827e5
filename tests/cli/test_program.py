"""The command line as a whole: help, wrong commands, and an output that nobody reads."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import jtai_desktop
from jtai_desktop.cli import program
from tests.cli.conftest import Run
from tests.services import scene

ROOT = Path(__file__).parents[2]


def test_help_lists_every_command(run: Run) -> None:
    code, printed, complaint = run("--help")
    assert (code, complaint) == (0, "")
    for command in ("schedule", "packs", "example", "checklist"):
        assert f"\n    {command} " in printed


def test_each_command_has_help(run: Run) -> None:
    for command in ("schedule", "packs", "example", "checklist"):
        code, printed, complaint = run(command, "--help")
        assert (code, complaint) == (0, "")
        assert printed.startswith(f"usage: main.py {command}")


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == (0, f"JTAI Desktop {jtai_desktop.__version__}\n", "")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("chekclist",), "invalid choice: 'chekclist'"),
        (("x" * 10_000,), "…"),
        (("",), "invalid choice"),
        (("a\nb\x1b[31m",), "nvalid choice"),
        (("--vault",), "--vault: expected one argument"),
        (("--vault", "a", "checklist"), "Unrecognized arguments: checklist"),
        (("--example=yes",), "ignored explicit argument 'yes'"),
        (("--unknown",), "This needs a command"),
    ],
)
def test_what_is_no_command_is_one_sentence(run: Run, given: tuple[str, ...], words: str) -> None:
    code, printed, complaint = run(*given)
    assert (code, printed, complaint.count("\n")) == (2, "", 1)
    assert words in complaint or "Unrecognized arguments" in complaint
    assert complaint.endswith("See main.py --help.\n")
    assert len(complaint) < 250


def test_an_output_of_another_alphabet_is_no_reason_to_fail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    assert program.run(["schedule", "--notified", "2026-11-02"]) == 0
    sys.stdout.flush()
    assert b"32?35" in written.getvalue()


def _ran(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", command.replace("PROGRAM", f"{sys.executable} main.py")],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_output_that_is_full_or_closed_is_no_traceback() -> None:
    full = _ran("PROGRAM packs >/dev/full")
    assert (full.returncode, full.stderr.count("\n")) == (2, 1)
    assert full.stderr.startswith("The disk is full")
    closed = _ran("PROGRAM packs >&- 2>&-; echo $?")
    assert closed.stdout == "0\n"


def test_nobody_reading_on_is_no_traceback() -> None:
    read = _ran("PROGRAM packs --json | head -c 1")
    assert (read.stdout, read.stderr) == ("[", "")


WATCH = """
import sys
PLACE = {place!r}
def watch(event, args):
    if event.startswith("socket."):
        with open(PLACE, "a") as file:
            file.write(event + "\\n")
sys.addaudithook(watch)
open(PLACE, "a").close()
"""


def test_no_socket_is_opened_and_no_secret_is_told(vault: Path, tmp_path: Path) -> None:
    place = tmp_path / "events"
    (tmp_path / "sitecustomize.py").write_text(WATCH.format(place=str(place)), encoding="utf-8")
    ran = _ran(
        f"PROGRAM checklist --vault '{vault}' --out '{tmp_path}/a.pdf'",
        PYTHONPATH=str(tmp_path),
        JTAI_PASSPHRASE=scene.PASSPHRASE,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert scene.PASSPHRASE not in ran.stdout
    # The file is there, so the watch was on; in the child that derives the key too.
    assert place.read_text(encoding="utf-8") == ""
