"""Saving one change through its service, beside a bare transaction with the same settings and rows.

The bare one writes the same rows of the same size (the record, its line of history, both chains,
the undo entry that comes and the one that goes, the digest) without looking, hashing or checking
anything.
"""

import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from jtai_desktop.services import milestones
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import opening, undoing
from tests.services import scene

MOST = 3.0
RUNS = 300
WARM = 40
MAC = "0123456789abcdef" * 4
CHANGES = (
    '[{"after":{"done_at":"2026-11-10T10:40:00+00:00","done_note":"Noted 100"},"before":'
    '{"done_at":"2026-11-10T10:40:00+00:00","done_note":"Noted 99"},"key":["0123456789abcdef0123'
    '456789abcdef","notification"],"table":"milestones"}]'
)


def main() -> list[str]:
    """Measure in turn, so that the machine's drift meets both alike."""
    with tempfile.TemporaryDirectory(prefix="jtai-bench-") as folder:
        place = Path(folder)
        inspection_id, other = scene.make_bare(place / "ours"), scene.make_bare(place / "bare")
        ours, bare = [], []
        workspace = _opened(place / "ours")
        connection = _connected(place / "bare")
        for run in range(RUNS + WARM):
            ours.append(_ours(workspace, inspection_id, run))
            bare.append(_bare(connection, other, run))
        workspace.store.close()
        connection.close()
    mine, theirs = sorted(ours[WARM:]), sorted(bare[WARM:])
    ratio = median(mine) / median(theirs)
    verdict = f"{'within' if ratio <= MOST else 'ABOVE'} {MOST:g}"
    return [
        f"one change through its service: {_told(mine)}",
        f"a bare transaction with the same rows: {_told(theirs)}",
        f"{ratio:.2f} times a bare one by the medians, {verdict}",
        f"{mine[0] / theirs[0]:.2f} times by the quickest of each",
    ]


def _told(seconds: list[float]) -> str:
    return f"{median(seconds) * 1000:.2f} ms, the quickest {seconds[0] * 1000:.2f} ms"


def _opened(folder: Path) -> Workspace:
    workspace = scene.reopen(folder)
    # The tests' scene does not wait for the disk; here the settings are those of the program.
    workspace.store.connection.raw.execute("PRAGMA synchronous = EXTRA")
    return workspace


def _connected(folder: Path) -> Any:  # noqa: ANN401 - the driver has no types
    workspace = scene.reopen(folder)
    key = bytes(workspace.store.connection.keys.database)
    workspace.store.close()
    return opening.connect(folder / "vault.db", key)


def _ours(workspace: Workspace, inspection_id: str, run: int) -> float:
    started = time.perf_counter()
    milestones.mark_done(workspace, inspection_id, "notification", note=f"Noted {run}")
    return time.perf_counter() - started


def _bare(connection: Any, inspection_id: str, run: int) -> float:  # noqa: ANN401
    number, at = run + 2, "2026-11-10T10:40:00+00:00"
    started = time.perf_counter()
    execute = connection.execute
    execute("BEGIN IMMEDIATE")
    execute(
        "UPDATE milestones SET done_at = ?, done_by = ?, done_note = ?, version = ?"
        " WHERE inspection_id = ? AND key = ?",
        (at, "Inspection coordinator", f"Noted {run}", number, inspection_id, "notification"),
    )
    execute(
        "INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(inspection_id, number, at, "Inspection coordinator", "", "milestone.done"),
            *("Notification: done", CHANGES, 1, None, MAC),
        ),
    )
    execute(
        "INSERT INTO vault_chain VALUES (?, ?, ?, ?, ?)", (number, inspection_id, number, MAC, MAC)
    )
    execute("INSERT INTO undo_entries VALUES (?, 'undo', ?, ?)", (inspection_id, number, number))
    execute(
        "DELETE FROM undo_entries WHERE inspection_id = ? AND side = 'undo' AND position = ?",
        (inspection_id, number - undoing.KEPT),
    )
    execute(
        "UPDATE chain_heads SET count = ?, head = ?, undo_top = ? WHERE inspection_id = ?",
        (number, MAC, number, inspection_id),
    )
    execute(
        "UPDATE state_digest SET rows = ?, digest = ?, seq = ?, head = ?, mac = ?",
        (number, MAC, number, MAC, MAC),
    )
    execute("COMMIT")
    return time.perf_counter() - started
