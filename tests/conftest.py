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
def made_example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The example's folder, made once for all tests of a run, and its inspection.

    Nobody opens this one: each test has a copy.
    """

    def make(folder: Path) -> None:
        from tests.services import scene

        made = scene.make_example(folder / "vault")
        (folder / "inspection").write_text(made, encoding="utf-8")

    made = sharing.made_once(tmp_path_factory, "example", make)
    return made / "vault", (made / "inspection").read_text(encoding="utf-8")
