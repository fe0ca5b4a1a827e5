"""A paper that takes long: a bar, a way to stop it, a window that goes on; documents bound in."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QProgressBar

from jtai_desktop.reports.progress import STOPPED, Heard
from jtai_desktop.services import paper_shelf, papers
from jtai_desktop.services.paper_binding import SENT
from jtai_desktop.services.paper_shelf import Prepared, Wish
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.papers import making
from jtai_desktop.ui.pages.papers.chosen import Bind, wish_of
from jtai_desktop.ui.pages.papers.page import PapersPage
from tests.ui.person import Person, spoken

LOG = "What left the program"
MIDDLE = "As its author made it"
Key = Qt.Key


@dataclass(slots=True)
class Slow:
    """Lets every paper wait until it is allowed to be made; counts those that were stopped."""

    allowed: Event = field(default_factory=Event)
    begun: int = 0
    stopped: int = 0

    def prepared(
        self, workspace: Workspace, inspection_id: str, key: str, wish: Wish, heard: Heard
    ) -> Prepared:
        made = PREPARED(workspace, inspection_id, key, wish, heard)
        return lambda told: self._made(made, told)

    def _made(self, made: Prepared, heard: Heard) -> Paper:
        self.begun += 1
        try:
            while not self.allowed.wait(0.01):
                heard("Drawing page 7 of 60", 0.25)
        except BaseException:
            self.stopped += 1
            raise
        return made(heard)


PREPARED = paper_shelf.prepared


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow()
    monkeypatch.setattr(paper_shelf, "prepared", made.prepared)
    monkeypatch.setattr(making, "PATIENCE", 20)
    yield made
    made.allowed.set()


@pytest.fixture
def waiting(slow: Slow, at_example: Person) -> Person:
    """On the page, with a paper that is being made for longer than one waits without a word."""
    at_example.inside.go("papers")
    at_example.wait(lambda: slow.begun == 1)
    page = _page(at_example)
    at_example.wait(lambda: bool(at_example.seen(QProgressBar)))
    at_example.wait(lambda: page._making._bar.value() == 250)
    return at_example


def _page(person: Person) -> PapersPage:
    page = person.inside.page
    assert isinstance(page, PapersPage)
    return page


def test_what_takes_long_says_how_far_it_is_and_the_window_goes_on(
    waiting: Person, slow: Slow
) -> None:
    assert "Drawing page 7 of 60 …" in waiting.words()
    [bar] = waiting.seen(QProgressBar)
    assert bar.accessibleName() == "Drawing page 7 of 60, 25%"
    assert not _page(waiting).leaving.save_button.isEnabled()
    # The vault answers meanwhile, and the window hears of it.
    answered: list[int] = []
    waiting.window.hub.read(lambda _workspace: 7, answered.append)
    waiting.wait(lambda: answered == [7])
    ticks: list[float] = []
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start()
    waiting.wait(lambda: len(ticks) > 5)
    timer.stop()
    slow.allowed.set()
    waiting.settle()
    assert _page(waiting).leaving.save_button.isEnabled()
    assert not waiting.seen(QProgressBar)


def test_stopping_it_says_so_and_leaves_nothing(waiting: Person, slow: Slow) -> None:
    before = spoken(waiting.table(LOG))
    waiting.click("Stop")
    waiting.settle()
    assert slow.stopped == 1
    assert STOPPED in waiting.words()
    page = _page(waiting)
    assert not page.leaving.print_button.isEnabled()
    assert page._preview.document.pageCount() == 0
    assert spoken(waiting.table(LOG)) == before
    slow.allowed.set()
    waiting.click("Make it")
    waiting.settle()
    assert page.leaving.print_button.isEnabled()
    assert STOPPED not in waiting.words()


def test_choosing_another_gives_up_the_one_before(waiting: Person, slow: Slow) -> None:
    page = _page(waiting)
    page.open_at("timetable")
    waiting.wait(lambda: slow.begun == 2)
    assert slow.stopped == 1
    slow.allowed.set()
    waiting.settle()
    assert page._facts is not None
    assert page._facts.paper is not None
    assert page._facts.paper.name == "Timetable"


def test_what_takes_long_is_not_made_anew_each_minute(waiting: Person, slow: Slow) -> None:
    page = _page(waiting)
    page.tick()
    slow.allowed.set()
    waiting.settle()
    assert page._took_long
    page.tick()
    waiting.settle()
    assert slow.begun == 1


def test_a_save_that_is_stopped_leaves_no_file_and_no_line(
    at_example: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_example.inside.go("papers")
    at_example.settle()
    before, page = spoken(at_example.table(LOG)), _page(at_example)
    save, target = papers.save, tmp_path / "paper.pdf"

    def stopped(*given: object) -> object:
        page._making.stop()
        return save(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(papers, "save", stopped)
    page.leaving.save_to(target)
    at_example.settle()
    assert not target.exists()
    assert at_example.inside._banner.accessibleName() == STOPPED
    assert spoken(at_example.table(LOG)) == before


# ------------------------------------------------------------------ documents bound in


def _choose(person: Person, text: str) -> None:
    box = next(e for e in person.seen(QComboBox) if e.accessibleName() == "Bind in documents")
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())
    person.settle()


def _shown(person: Person) -> str:
    document = _page(person)._preview.document
    return "\n".join(document.getAllText(at).text() for at in range(document.pageCount()))


def test_documents_can_be_bound_into_the_pack(at_example: Person) -> None:
    at_example.inside.go("papers", "pack")
    at_example.settle()
    _choose(at_example, "Those I name")
    assert MIDDLE not in _shown(at_example)
    at_example.type("Which of them", "1.1, c 1, 9.9")
    at_example.press(Key.Key_Return)
    assert "There is no item “9.9”" in at_example.problem("Which of them")
    at_example.type("Which of them", "1.1, c 1, 4.4")
    at_example.press(Key.Key_Return)
    assert at_example.problem("Which of them") == ""
    assert _shown(at_example).count(MIDDLE) == 2
    assert "Not bound in: 4.4 has no file yet." in at_example.words()
    chosen = _page(at_example)._facts
    assert chosen is not None
    assert wish_of(replace(chosen.chosen, bind=Bind.SENT), chosen.kind).bind == (SENT,)
    assert wish_of(replace(chosen.chosen, bind=Bind.NONE), chosen.kind).bind == ()
