"""Sending a paper to a print queue as the PDF it is."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pypdfium2
import pytest

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange import print_queue
from jtai_desktop.exchange.print_queue import PrintJob, Sides, command, send
from jtai_desktop.reports.progress import Stopped
from tests.exchange import foreign_pdfs as foreign

JOB = PrintJob("Office", "Readiness pack")
# Where the queue of this name lays what it prints: a queue of cups-pdf.
QUEUE, FOLDER = "JTAI_TEST_QUEUE", "JTAI_TEST_QUEUE_FOLDER"

RECORDING = """\
import json, pathlib, sys
pathlib.Path({told!r}).write_text(json.dumps([sys.argv[1:], sys.stdin.buffer.read().hex()]))
"""


def _as_lp(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Puts a script in the place of the system’s command."""
    (folder / "lp.py").write_text(script)
    lp = folder / "lp"
    lp.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{folder / "lp.py"}" "$@"\n')
    lp.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def _options(job: PrintJob) -> list[str]:
    called = command(job)
    return [called[at + 1] for at, part in enumerate(called) if part == "-o"]


def test_everything_chosen_is_said_to_the_queue() -> None:
    assert command(JOB)[:7] == ["lp", "-d", "Office", "-n", "1", "-t", "Readiness pack"]
    assert command(JOB)[-2:] == ["--", "-"]
    assert _options(JOB) == ["media=A4", "sides=one-sided", "collate=true", "outputorder=normal"]
    other = PrintJob("Hall", "Paper", 2, 5, 3, Sides.LONG_EDGE, False, True, True)
    assert command(other)[3:5] == ["-n", "3"]
    assert _options(other) == [
        "media=A4", "sides=two-sided-long-edge", "collate=false", "outputorder=reverse",
        "page-ranges=2-5", "print-color-mode=monochrome",
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such queues.")
def test_the_very_bytes_go_over_a_pipe(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told = tmp_path / "told"
    _as_lp(monkeypatch, tmp_path, RECORDING.format(told=str(told)))
    assert print_queue.takes_pdf()
    content = foreign.pages("a page") * 400
    send(content, JOB)
    given, came = json.loads(told.read_text())
    assert given == command(JOB)[1:]
    assert bytes.fromhex(came) == content


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such queues.")
@pytest.mark.parametrize("script", ["raise SystemExit(1)", "import sys; sys.stdin.close(); 1 / 0"])
def test_what_the_queue_does_not_take_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str
) -> None:
    _as_lp(monkeypatch, tmp_path, script)
    with pytest.raises(Refused, match="did not take the paper"):
        send(b"x" * 1_000_000, JOB)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such queues.")
def test_a_silent_queue_is_given_up_and_stopping_ends_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _as_lp(monkeypatch, tmp_path, "import time; time.sleep(60)")
    with pytest.raises(Refused, match="does not answer"):
        send(b"x", JOB, seconds=0.2)

    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        send(b"x", JOB, stop)


def test_where_there_is_no_such_command_nothing_is_sent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not print_queue.takes_pdf()
    with pytest.raises(Refused, match="did not take the paper"):
        send(b"x", JOB)


# ------------------------------------------------------------------ a queue of this computer


def _queue() -> tuple[str, Path]:
    """A queue that prints to PDF; skipped, with the reason, where there is none."""
    if shutil.which("lpstat") is None:
        pytest.skip("CUPS is not installed; the README says how to try this.")
    name, folder = os.environ.get(QUEUE, ""), os.environ.get(FOLDER, "")
    if not name or not folder:
        pytest.skip(f"{QUEUE} and {FOLDER} name no queue that prints to PDF; see the README.")
    asked = subprocess.run(["lpstat", "-e"], capture_output=True, text=True, check=False)
    if name not in asked.stdout.split():
        pytest.skip(f"CUPS has no queue {name}; see the README.")
    return name, Path(folder)


def test_pages_arrive_at_a_real_queue_with_their_letters() -> None:
    name, folder = _queue()
    before = set(folder.glob("*.pdf"))
    words = ("first page", "second page", "third page")
    send(foreign.pages(*words), PrintJob(name, "JTAI test", first=2, last=3))
    until = time.monotonic() + 30
    while not (arrived := set(folder.glob("*.pdf")) - before) and time.monotonic() < until:
        time.sleep(0.2)
    time.sleep(0.5)  # it is there as soon as it is begun
    [file] = arrived
    pdf = pypdfium2.PdfDocument(file)
    told = [str(page.get_textpage().get_text_range()) for page in pdf]
    pdf.close()
    assert told == list(words[1:])
