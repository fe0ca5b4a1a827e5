"""The program opens no internet socket: watched while the window and the vault are used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Told of every socket that Python makes; what Qt made would stand among the open ones at the end.
WATCH = """
import os, socket, sys
seen = []
def watch(event, given):
    if event == "socket.__new__" and given[1] in (socket.AF_INET, socket.AF_INET6):
        seen.append(event)
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        seen.append(event)
sys.addaudithook(watch)

def sockets():
    held = {os.readlink(f"/proc/self/fd/{n}") for n in os.listdir("/proc/self/fd")
            if os.path.islink(f"/proc/self/fd/{n}")}
    found = []
    for name in ("tcp", "tcp6", "udp", "udp6"):
        for line in open(f"/proc/self/net/{name}").read().splitlines()[1:]:
            if f"socket:[{line.split()[9]}]" in held:
                found.append(name)
    return found
"""
USE = """
import tempfile
from pathlib import Path
from tests import surroundings
surroundings.settle()
folder = Path(tempfile.mkdtemp())
os.environ["JTAI_DATA"] = str(folder)
from PySide6.QtWidgets import QApplication
app = QApplication([])
from tests.pictures.taking import Camera
from tests.services import scene
from jtai_desktop.services import backups, erasing, inspections, papers, restoring
camera = Camera(app, (1366, 697), folder)
camera.window.show_front(example=True)
camera.wait_for(lambda: camera.window.inside is not None)
for place in ("today", "timetable", "people", "papers", "settings", "vault", "help"):
    camera.window.inside.go(place)
    camera.wait_for(lambda: not camera.window.hub.busy)
inspection_id = scene.make_example(folder / "vault")
workspace = scene.reopen(folder / "vault")
papers.checklist(workspace, inspection_id)
backups.back_up(workspace)
restoring.restore(workspace, backups.listed(workspace)[0].name)
erasing.erase(workspace, inspection_id)
workspace.close()
print("SEEN", seen, sockets())
camera.put_away()
"""
CONTROL = """
made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
made.bind(("127.0.0.1", 0))
print("SEEN", seen, sockets())
"""

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/net").exists(), reason="open sockets are looked up in /proc"
)


def _said(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", WATCH + script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return next(line for line in done.stdout.splitlines() if line.startswith("SEEN"))


def test_no_socket_is_opened_in_the_window_nor_for_the_vault() -> None:
    assert _said(USE) == "SEEN [] []"


def test_a_socket_would_be_seen() -> None:
    assert _said(CONTROL) == "SEEN ['socket.__new__'] ['udp']"
