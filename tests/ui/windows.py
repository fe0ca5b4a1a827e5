"""Windows for tests: over the example, over a vault of one's own, and at the very first start."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jtai_desktop.domain.inspection import Beginning
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.passphrases import USUAL_PERSON
from jtai_desktop.services import inspections
from jtai_desktop.services.workspace import Workspace, random_id, standing_clock
from jtai_desktop.store.vault import Store
from tests.ui.conftest import KEY, open_copy
from tests.ui.person import Person

__all__ = ["at_example", "newcomer", "own_computer"]

NOTIFIED = datetime(2026, 11, 2, 9, 0, tzinfo=LONDON)
NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)


@pytest.fixture
def own_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer on which the program was never started."""
    data = tmp_path / "computer"
    monkeypatch.setenv("JTAI_DATA", str(data))
    return data


@pytest.fixture
def newcomer(qapp: QApplication, own_computer: Path) -> Iterator[Person]:
    """Somebody who starts the program for the first time."""
    qapp.processEvents()
    person = Person(own_computer / "vault")
    person.start()
    yield person
    person.leave()


@pytest.fixture
def at_example(
    qapp: QApplication, own_computer: Path, own_folder: Path, example_vault: tuple[Path, str]
) -> Iterator[Person]:
    """Somebody at the example, on Today."""
    qapp.processEvents()
    person = Person(own_computer / "vault")
    enter(person, own_folder, example_vault[1])
    yield person
    person.leave()


def enter(person: Person, folder: Path, inspection_id: str) -> None:
    """Open a vault by its key and go into an inspection."""
    person.come_to_the_front()
    opened: list[Workspace] = []
    person.window.hub.open(lambda: open_copy(folder), opened.append, pytest.fail)
    person.wait(lambda: bool(opened))
    person.window.show_inside(inspection_id)
    person.settle()


def make_vault(folder: Path, *areas: Beginning, now: datetime = NOW) -> list[str]:
    """A vault with these inspections, whose clock stands; their identities."""
    store = Store.create_with_key(
        folder, KEY, person=USUAL_PERSON, now=now, new_id=random_id, stands_at=now
    )
    workspace = Workspace(store, USUAL_PERSON, standing_clock(now))
    made = [inspections.begun(inspections.begin(workspace, each)) for each in areas]
    workspace.close()
    return made


def beginning(
    area: str = "Northmoor", notified: datetime = NOTIFIED, *, practice: bool = False
) -> Beginning:
    """An inspection to begin with."""
    return Beginning(area=area, notified=notified, pack_id="cmh-2019", practice=practice)
