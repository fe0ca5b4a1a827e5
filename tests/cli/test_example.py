"""The command `example`: a vault with Northmoor, and nothing half made."""

from pathlib import Path

import pytest

from jtai_desktop.services import inspections, vaults
from jtai_desktop.store import keys, making
from jtai_desktop.store.costs import Params
from tests.cli.conftest import Run, refused
from tests.services import scene

pytestmark = pytest.mark.usefixtures("known", "cheap")


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that cost next to nothing."""
    key_file = making.key_file

    def made(
        vault_id: str, key: bytearray, passphrase: str, person: str, _: Params
    ) -> keys.KeyFile:
        return key_file(vault_id, key, passphrase, person, scene.CHEAP)

    monkeypatch.setattr(making, "key_file", made)


def test_it_makes_the_example_that_the_passphrase_opens(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "vault"
    code, printed, complaint = run("example", "--vault", folder)
    assert (code, complaint) == (0, "")
    assert printed == f"The example is in {folder}. Open it with: main.py --vault {folder}\n"
    workspace = vaults.open_(folder, scene.PASSPHRASE)
    assert workspace.now == scene.NOW
    assert [each.area for each in inspections.listed(workspace)] == ["Northmoor"]
    workspace.close()


@pytest.mark.parametrize("word", ["short", "aaaaaaaaaaaaaaaa", "          "])
def test_a_weak_passphrase_makes_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setenv("JTAI_PASSPHRASE", word)
    refused(run("example", "--vault", tmp_path / "vault"), "Use ")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_in_use_is_left_alone(run: Run, vault: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    refused(run("example", "--vault", vault), "There is already a vault in that folder")
    refused(run("example", "--vault", tmp_path), "That folder already holds files")
    refused(run("example", "--vault", tmp_path / "letter.txt"), "That is a file, not a folder")
    refused(run("example", "--vault", tmp_path / "letter.txt" / "a"), "Part of that path is a file")
    refused(run("example", "--vault", tmp_path / ("x" * 300)), "That path is too long")
    refused(run("example"), "required: --vault")
    assert {path.name for path in tmp_path.iterdir()} == {"vault", "letter.txt"}
