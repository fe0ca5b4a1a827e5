"""What holds for every test: settled surroundings, steady examples and no network."""

import gc
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import sharing, surroundings

surroundings.settle()

# Each takes more than some fifteen seconds, most in a few tests.
LONGEST = (
    "tests/faults/test_calls.py",
    "tests/faults/test_power.py",
    "tests/pictures/test_references.py",
    "tests/faults/test_kills.py",
    "tests/ui/test_room.py",
    "tests/faults/test_workbooks.py",
    "tests/test_no_network.py",
    "tests/ui/shell/test_window.py",
    "tests/ui/test_access.py",
    "tests/reports/pdf/test_blocks.py",
    "tests/services/test_paper_shelf.py",
)

# The same examples in every run; JTAI_TEST_EXAMPLES=2000 looks further, at random.
settings.register_profile("steady", derandomize=True, deadline=None, print_blob=True, database=None)
settings.register_profile(
    "searching",
    max_examples=int(os.environ.get("JTAI_TEST_EXAMPLES", "1000")),
    deadline=None,
    print_blob=True,
    database=None,
)
settings.load_profile("searching" if "JTAI_TEST_EXAMPLES" in os.environ else "steady")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest first: else one processor has them at the end, the others none.

    Those that take little follow in their usual order.
    """
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.nodeid.split("::")[0], len(places)))


def pytest_collection_finish() -> None:
    """What stands now stays: looking through it for waste again and again costs a tenth."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(autouse=True, scope="session")
def own_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let no test see the tester's own vault, packs or preferences."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JTAI_DATA", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Let no test reach another machine: the program never does."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            raise AssertionError("A test tried to use the network.")
        connect(self, address)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield


@pytest.fixture(scope="session")
def played_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the example was played, once for all tests of a run: see tests/played.py."""
    from tests import played

    return sharing.made_once(tmp_path_factory, "example", played.make)


@pytest.fixture(scope="session")
def made_example(played_folder: Path) -> tuple[Path, str]:
    """The example's folder and its inspection. Nobody opens this one: each test has a copy."""
    from tests import played

    return played.made_in(played_folder)
