"""A word that stands in every text field, looked for in every file that the program leaves.

Looked for as it is, in UTF-16, in hexadecimal digits and in base 64; and with it the passphrase
and the data key. What a person saves as a paper is theirs and is not looked at.
"""

import base64
import io
import os
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from jtai_desktop.domain.inspection import Beginning
from jtai_desktop.domain.milestones import Agreed
from jtai_desktop.domain.moments import Hour, Moment
from jtai_desktop.domain.people import Contact
from jtai_desktop.domain.printing import Way
from jtai_desktop.services import (
    copies_out,
    council,
    documents,
    inspections,
    milestones,
    overview,
    own_columns,
    papers,
    people,
    preferences,
    undoing,
    views,
    working_as,
)
from jtai_desktop.services.taking_in import Incoming
from jtai_desktop.services.workspace import Workspace, random_id
from jtai_desktop.store.vault import Store
from tests.faults import canary_after, sample, steps
from tests.faults.flips import CHEAP
from tests.faults.forking import Say, fork, refuse_broken
from tests.faults.outcome import Outcome
from tests.faults.task import Task

FAULT = "plaintext canary looked for in every file"
CANARY = "QuarryCanary7391"
PASSPHRASE = "plover gravel onion 8264"
PAPERS = "papers"
CRASHES = 12


def run(task: Task) -> Iterator[Outcome]:
    """Live through a day of work, and look at each point of it."""
    home = task.scratch / "home"
    for name in ("temp", "data", PAPERS):
        (home / name).mkdir(parents=True)
    looked, violations = Counter[str](), []
    for moment in _day(home, long=task.long):
        if moment.startswith(canary_after.WRONG):
            violations.append(moment)
            continue
        files = list(_files(home))
        looked[moment] += len(files)
        violations += [f"{moment}: {found}" for path in files for found in _found_in(path, home)]
    planted, noticed = _control(task.scratch / "planted")
    yield Outcome(
        FAULT,
        sum(looked.values()),
        tuple(dict.fromkeys(violations)),
        dict(looked),
        "planted in a plain database and in each writing",
        planted,
        noticed,
        task.seconds,
    )


def _day(home: Path, *, long: bool) -> Iterator[str]:
    """The points at which to look; between them the program works in a child."""
    child = fork(lambda say: _work(say, home))
    while moment := child.line():
        refuse_broken([moment])
        yield moment
        (home / "looked").touch()
    child.heard()
    for number in range(CRASHES * (10 if long else 1)):
        _crash(home, 0.004 * (number % CRASHES))
        yield "after a crash"
    opened = _open(home)
    yield "open after the crashes"
    opened.close()
    for moment in canary_after.moments(home, _open, CANARY):
        yield moment
    yield "closed"


def _work(say: Say, home: Path) -> None:
    """Fill all there is to fill; wait at each point until it was looked."""
    _settle(home)

    def point(moment: str) -> None:
        say(moment)
        while not (home / "looked").exists():
            time.sleep(0.001)
        (home / "looked").unlink()

    store = Store.create(
        home / "vault", PASSPHRASE, person=sample.PERSON, now=steps.START,
        new_id=random_id, params=CHEAP,
    )  # fmt: skip
    workspace = Workspace(store, sample.PERSON, lambda: steps.START)
    point("made")
    here = _fill(workspace, home)
    point("filled")
    _print(workspace, here, home)
    point("printed")
    undoing.undo(workspace, here)
    undoing.undo(workspace, here)
    undoing.redo(workspace, here)
    _refused(workspace, here)
    point("undone and refused")
    workspace.close()
    point("closed")


def _settle(home: Path) -> None:
    """Temporary files, own data and all that is said go below the folder that is looked at."""
    os.environ.update(TMPDIR=str(home / "temp"), JTAI_DATA=str(home / "data"))
    tempfile.tempdir = None
    said = os.open(home / "said", os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    os.dup2(said, 1)
    os.dup2(said, 2)


def _fill(workspace: Workspace, home: Path) -> str:
    """The canary in every field that takes text."""
    working_as.act_for(workspace, CANARY)
    settings = replace(council.load(workspace), council=CANARY, marking=CANARY)
    council.change(workspace, settings)
    council.add_closure(workspace, council.closure_for(date(2027, 1, 8), CANARY))
    beginning = Beginning(CANARY, steps.NOTIFIED, "cmh-2019")
    here = inspections.begun(inspections.begin(workspace, beginning))
    inspections.rename(workspace, here, f"{CANARY} renamed")
    _fill_people(workspace, here)
    _fill_milestones(workspace, here)
    _fill_documents(workspace, here, home)
    views.save(workspace, here, {"today": {"selected": CANARY}})
    preferences.save(preferences.Preferences(last_inspection=here))
    return here


def _fill_people(workspace: Workspace, here: str) -> None:
    people.add_agency(workspace, here, CANARY, CANARY)
    agency = overview.load(workspace, here).agencies[-1]
    texts = {"phone": CANARY, "email": f"{CANARY}@northmoor.example", "away": CANARY}
    contact = Contact("", agency.id, CANARY, initials=CANARY[:8], **texts)
    added = people.added(people.add_contact(workspace, here, contact))
    for named in overview.load(workspace, here).named[:3]:
        people.name_owner(workspace, here, named, added)


def _fill_milestones(workspace: Workspace, here: str) -> None:
    milestones.mark_done(workspace, here, steps.MEETINGS, note=CANARY)
    moment = Moment(date(2026, 11, 6), Hour.END_OF_DAY)
    milestones.set_by_hand(workspace, here, "case-documents", moment, CANARY)
    agreed = Agreed(moment, CANARY, workspace.now, CANARY)
    milestones.record_agreement(workspace, here, "selection", agreed)


def _fill_documents(workspace: Workspace, here: str, home: Path) -> None:
    """In a file that is taken in, in its name, and in a copy that is saved as a paper is."""
    one = overview.load(workspace, here).documents[0]
    content = f"{CANARY} ".encode() * 1000
    file = Incoming(one.id, f"{CANARY}.txt", lambda: io.BytesIO(content), len(content), CANARY)
    documents.take_in(workspace, here, [file])
    copies_out.save_copy(workspace, here, one.id, 1, home / PAPERS)
    own_columns.name_column(workspace, here, 1, CANARY)
    own_columns.write(workspace, here, 1, {one.answers[0].item_id: CANARY})


def _print(workspace: Workspace, here: str, home: Path) -> None:
    paper = papers.checklist(workspace, here)
    papers.log(workspace, here, paper, Way.PRINTED)
    papers.save(workspace, here, paper, home / PAPERS / "checklist.pdf")


def _refused(workspace: Workspace, here: str) -> None:
    """An error must not carry the canary out either: it is printed, as an unforeseen one is."""
    import traceback

    for text in (f"{CANARY}\ud800", CANARY * 40):
        try:
            milestones.mark_done(workspace, here, "fieldwork", note=text)
        except Exception:  # noqa: BLE001 - refused or broken, it must keep quiet about the text
            traceback.print_exc()


def _crash(home: Path, delay: float) -> None:
    """`kill -9` while notes are saved one after the other."""

    def work(say: Say) -> None:
        _settle(home)
        workspace = _open(home)
        here = inspections.listed(workspace)[0].id
        say("open")
        for n in range(10_000):
            milestones.mark_done(workspace, here, steps.MEETINGS, note=f"{CANARY} {n}")

    child = fork(work)
    refuse_broken([child.line()])
    time.sleep(delay)
    child.kill()
    refuse_broken(child.heard())


def _open(home: Path) -> Workspace:
    store = Store.open(home / "vault", PASSPHRASE, now=steps.START)
    return Workspace(store, store.person, lambda: steps.START)


def _files(home: Path) -> Iterator[Path]:
    for path in sorted(home.rglob("*")):
        if path.is_file() and path.relative_to(home).parts[0] != PAPERS:
            yield path


def _found_in(path: Path, home: Path) -> Iterator[str]:
    content = path.read_bytes()
    name = path.relative_to(home)
    for secret, what in ((CANARY, "the canary"), (PASSPHRASE, "the passphrase")):
        for writing, looks in _writings(secret).items():
            if looks in content:
                yield f"{what} in {name}, {writing}"


def _writings(text: str) -> dict[str, bytes]:
    """The text in each way in which it could have been written down."""
    plain = text.encode()
    found = {
        "as it is": plain,
        "in UTF-16": text.encode("utf-16-le"),
        "in UTF-16, big end first": text.encode("utf-16-be"),
        "in hexadecimal": plain.hex().encode(),
        "in capital hexadecimal": plain.hex().upper().encode(),
    }
    for shift in range(3):
        # The letters at both ends depend on what stands beside the text.
        inner = base64.b64encode(b"\0" * shift + plain)[4 if shift else 0 : -4]
        found[f"in base 64, shifted by {shift}"] = inner
    return found


def _control(folder: Path) -> tuple[int, int]:
    """Plant it; each planting must be found."""
    folder.mkdir()
    connection = sqlite3.connect(folder / "plain.db")
    connection.execute("CREATE TABLE notes (note TEXT)")
    connection.execute("INSERT INTO notes VALUES (?)", (CANARY,))
    connection.commit()
    connection.close()
    for number, content in enumerate(_planted()):
        (folder / f"planted-{number}").write_bytes(content)
    files = list(_files(folder))
    return len(files), sum(any(_found_in(path, folder)) for path in files)


def _planted() -> Iterator[bytes]:
    text = f"note: {CANARY}."
    yield from (text.encode("utf-16-le"), text.encode("utf-16-be"), text.encode().hex().encode())
    yield from (base64.b64encode(b"x" * shift + text.encode()) for shift in range(3))
