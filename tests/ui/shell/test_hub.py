"""The hub: the order of work, refusals, our own faults, and closing while busy."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import delete, isValid

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import example_vaults
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.shell.hub import OUR_FAULT, Hub
from tests.ui.conftest import Settle, open_copy
from tests.ui.waiting import LONGEST_WAIT, wait_until, wait_until_idle

T = TypeVar("T")
SECRET = "Child A lives in Northmoor"
TOUCHED = Changes("Something", frozenset({(Kind.MILESTONE, "one")}))


def _nothing(_answer: object) -> None:
    """Take an answer and let it lie."""


def test_what_is_asked_is_done_in_the_order_asked(hub: Hub, settle: Settle) -> None:
    done: list[int] = []
    answered: list[int] = []
    for number in range(20):

        def job(_workspace: Workspace, number: int = number) -> int:
            done.append(number)
            return number

        hub.read(job, answered.append)
    settle()
    assert done == answered == list(range(20))


def test_an_answer_never_comes_within_the_call_that_asked(hub: Hub, settle: Settle) -> None:
    class Quick(Executor):
        """Is done before one can ask to hear of it."""

        def submit(self, job: Callable[..., T], /, *_args: object, **_kw: object) -> Future[T]:
            done: Future[T] = Future()
            done.set_result(job())
            return done

    hub._second, before = Quick(), hub._second  # type: ignore[assignment]
    answered: list[str] = []
    hub.beside(lambda: "done", answered.append, answered.append)
    assert answered == []
    settle()
    assert answered == ["done"]
    hub._second = before


def test_work_runs_on_one_thread_that_is_not_the_windows(hub: Hub, settle: Settle) -> None:
    threads: list[int] = []
    for _ in range(3):
        hub.read(lambda _workspace: threading.get_ident(), threads.append)
    settle()
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


def test_an_action_is_told_to_every_page_once(hub: Hub, settle: Settle) -> None:
    heard: list[Changes] = []
    hub.changed.connect(heard.append)
    hub.act(lambda _workspace: TOUCHED)
    hub.act(lambda _workspace: Changes())
    settle()
    assert heard == [TOUCHED]


def test_an_answer_to_a_part_that_is_gone_is_passed_over(hub: Hub, settle: Settle) -> None:
    label = QLabel()
    hub.read(lambda _workspace: "too late", label.setText)
    delete(label)
    settle()
    assert not isValid(label)


def test_a_refusal_is_told_and_changes_nothing(hub: Hub, settle: Settle) -> None:
    told: list[str] = []
    hub.refused.connect(told.append)
    hub.changed.connect(lambda _changes: pytest.fail("Nothing changed."))

    def refuse(_workspace: Workspace) -> Changes:
        raise Refused("That can’t be.")

    hub.act(refuse)
    own: list[str] = []
    hub.act(refuse, None, own.append)
    settle()
    assert told == ["That can’t be."]
    assert own == ["That can’t be."]


def test_our_own_fault_is_logged_without_values_and_told_once(
    hub: Hub, settle: Settle, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str] = []
    hub.refused.connect(told.append)

    def stumble(_workspace: Workspace) -> Changes:
        raise KeyError(SECRET)

    with caplog.at_level(logging.DEBUG):
        hub.act(stumble)
        settle()
    assert told == [OUR_FAULT.sentence]
    assert len(caplog.records) == 1
    assert "KeyError at " in caplog.text
    assert "stumble" in caplog.text
    assert SECRET not in caplog.text
    assert caplog.records[0].exc_info is None


def test_answers_go_to_nobody_once_the_screen_is_gone(hub: Hub, settle: Settle) -> None:
    hub.read(lambda _workspace: 1, lambda _answer: pytest.fail("The screen is gone."))
    hub.forget()
    arrived: list[int] = []
    hub.read(lambda _workspace: 2, arrived.append)
    settle()
    assert arrived == [2]
    assert not hub.busy


def test_closing_while_busy_finishes_what_was_asked_for(hub: Hub) -> None:
    waiting, done = threading.Event(), []

    def slow(workspace: Workspace) -> int:
        waiting.wait(LONGEST_WAIT)
        done.append(workspace.now)
        return 1

    hub.read(slow, _nothing)
    hub.read(slow, _nothing)
    threading.Timer(0.05, waiting.set).start()
    hub.close()
    assert len(done) == 2
    assert not hub.is_open
    wait_until_idle(hub)


def test_after_closing_everything_is_refused(hub: Hub, settle: Settle) -> None:
    hub.close()
    told: list[str] = []
    hub.refused.connect(told.append)
    hub.read(lambda _workspace: 1, lambda _answer: pytest.fail("It is locked."))
    settle()
    assert told == ["The vault is locked. Unlock it and try again."]


@pytest.mark.usefixtures("already_played")
def test_closing_while_the_example_is_being_opened_leaves_nothing_behind(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    made = Hub()
    made.open(
        lambda: example_vaults.open_throwaway()[0],
        lambda _workspace: pytest.fail("It was closed."),
        pytest.fail,
    )
    made.shut_down()
    qapp.processEvents()
    assert list(tmp_path.iterdir()) == []


def test_shutting_down_twice_does_no_harm(hub: Hub) -> None:
    hub.shut_down()
    hub.shut_down()
    assert not hub.is_open


@pytest.mark.usefixtures("already_played")
def test_another_vault_takes_the_place_of_the_one_that_is_open(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folders: list[Path] = []
    hub.read(lambda workspace: workspace.folder, folders.append)
    opened: list[Workspace] = []
    hub.open(lambda: example_vaults.open_throwaway()[0], opened.append, pytest.fail)
    # A second click while the first is under way.
    hub.open(lambda: pytest.fail("One is enough."), opened.append, pytest.fail)
    wait_until(lambda: bool(opened) and not hub.busy)
    again = open_copy(folders[0])
    again.close()
    assert len(opened) == 1
    hub.shut_down()
    assert not list(tmp_path.glob("jtai-example-*"))


def test_a_vault_that_does_not_open_leaves_the_other_one_open(hub: Hub, settle: Settle) -> None:
    def refuse() -> Workspace:
        raise Refused("No.")

    told: list[str] = []
    hub.open(refuse, _nothing, told.append)
    settle()
    assert told == ["No."]
    assert hub.is_open


@pytest.mark.parametrize(
    ("place", "sentence", "said"),
    [
        ("Age", "It lies between 0 and 25.", "Age: It lies between 0 and 25."),
        ("Close of business", "Too late.", "Close of business: Too late."),
        ("list 2.xlsx", "The file is closed.", "list 2.xlsx: The file is closed."),
        ("Age", "An age lies between 0 and 25.", "An age lies between 0 and 25."),
        ("vault", "The disk is full.", "The disk is full."),
        ("", "No.", "No."),
    ],
)
def test_the_place_is_said_where_the_sentence_does_not_name_it(
    hub: Hub, settle: Settle, place: str, sentence: str, said: str
) -> None:
    told, own = list[str](), list[str]()
    hub.refused.connect(told.append)

    def refuse(_workspace: Workspace) -> Changes:
        raise Refused(sentence, place=place)

    hub.act(refuse)
    hub.read(refuse, lambda _answer: None)
    hub.act(refuse, refused=own.append)
    settle()
    assert (told, own) == ([said, said], [sentence])


def test_between_two_turns_the_vault_is_free_for_others(hub: Hub, settle: Settle) -> None:
    order: list[str] = []
    may_go_on = threading.Event()

    def beside(found: str) -> str:
        may_go_on.wait(LONGEST_WAIT)
        return f"{found}, done beside"

    def act(_workspace: Workspace, outcome: str) -> Changes:
        order.append(outcome)
        return TOUCHED

    hub.act_after(lambda _workspace: "ready", beside, act, _nothing, pytest.fail)
    # Noted on the vault's own thread: in which order the answers come over is another matter.
    for _ in range(3):
        hub.read(lambda _workspace: order.append("read meanwhile"), _nothing)
    hub.read(lambda _workspace: may_go_on.set(), _nothing)
    settle()
    assert order == [*["read meanwhile"] * 3, "ready, done beside"]


def test_what_was_done_beside_a_vault_that_was_closed_is_refused(hub: Hub, settle: Settle) -> None:
    told: list[str] = []
    begun, may_go_on = threading.Event(), threading.Event()

    def beside(_found: object) -> None:
        begun.set()
        may_go_on.wait(LONGEST_WAIT)

    def act(_workspace: Workspace, _outcome: object) -> Changes:
        raise AssertionError

    hub.act_after(lambda _workspace: None, beside, act, _nothing, told.append)
    while not begun.is_set():
        QApplication.processEvents()
    hub.close()
    assert hub.is_leaving
    may_go_on.set()
    settle()
    assert told == ["The vault is locked. Unlock it and try again."]


def test_what_goes_beside_does_not_keep_the_vault_waiting(hub: Hub, settle: Settle) -> None:
    held, done = threading.Event(), list[str]()

    def lengthy() -> str:
        held.wait(LONGEST_WAIT)
        return "lengthy"

    hub.beside(lengthy, done.append, pytest.fail)
    hub.read(lambda _workspace: "read", done.append)
    hub.read(lambda _workspace: held.set(), _nothing)
    settle()
    assert done == ["read", "lengthy"]
    refusals: list[str] = []
    hub.beside(_refusing, done.append, refusals.append)
    settle()
    assert refusals == ["No."]


def _refusing() -> str:
    raise Refused("No.")
