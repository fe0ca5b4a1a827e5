"""The commands `backup` and `restore`."""

from pathlib import Path

import pytest

from jtai_desktop.services import inspections
from jtai_desktop.store import backups, looking
from tests.cli.conftest import Run, refused
from tests.services import scene

pytestmark = pytest.mark.usefixtures("known")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault whose clock runs, with one inspection."""
    folder = tmp_path / "vault"
    scene.make_bare(folder)
    return folder


def area(vault: Path) -> str:
    """The area of its inspection."""
    workspace = scene.reopen(vault)
    found = inspections.listed(workspace)[0].area
    workspace.close()
    return found


def rename(vault: Path, name: str) -> None:
    """Another name for the area."""
    workspace = scene.reopen(vault)
    inspections.rename(workspace, inspections.listed(workspace)[0].id, name)
    workspace.close()


def test_backed_up_listed_and_restored(run: Run, vault: Path) -> None:
    code, printed, complaint = run("backup", "--vault", vault)
    assert (code, complaint) == (0, "")
    name = Path(printed.strip().split(": ")[1]).name
    code, printed, _ = run("restore", "--vault", vault, "--list")
    assert code == 0
    assert printed.startswith(name)
    assert "By hand" in printed
    rename(vault, "Southmoor")
    code, printed, complaint = run("restore", "--vault", vault, "--backup", name)
    assert (code, complaint) == (0, "")
    assert [line.split() for line in printed.splitlines() if line.startswith("Inspections")] == [
        ["Inspections", "Southmoor", "Northmoor"]
    ]
    assert "Restored the backup of" in printed
    assert area(vault) == "Northmoor"
    kept = printed.split("--backup ")[1].split()[0]
    assert run("restore", "--vault", vault, "--backup", kept)[0] == 0
    assert area(vault) == "Southmoor"


def test_to_a_stick_and_back(run: Run, vault: Path, tmp_path: Path) -> None:
    code, printed, _ = run("backup", "--vault", vault, "--to", tmp_path / "stick")
    assert code == 0
    path = Path(printed.strip().split(": ")[1])
    assert path.parent.parent == tmp_path / "stick"
    rename(vault, "Southmoor")
    assert run("restore", "--vault", vault, "--backup", path)[0] == 0
    assert area(vault) == "Northmoor"


def test_on_another_computer_the_stick_becomes_the_vault(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    run("backup", "--vault", vault, "--to", tmp_path / "stick")
    other = tmp_path / "other" / "vault"
    code, printed, complaint = run("restore", "--vault", other, "--backup", tmp_path / "stick")
    assert (code, complaint) == (0, "")
    assert "Restored the backup of" in printed
    assert area(other) == "Northmoor"
    refused(run("restore", "--vault", tmp_path / "x", "--backup", tmp_path / "other"), "no sound")
    assert not (tmp_path / "x").exists()


def test_a_lost_database_comes_back(run: Run, vault: Path) -> None:
    run("backup", "--vault", vault)
    name = backups.listed(vault)[0].name
    (vault / looking.DATABASE).unlink()
    refused(run("backup", "--vault", vault), "missing from its folder")
    code, printed, complaint = run("restore", "--vault", vault, "--backup", name)
    assert (code, complaint) == (0, "")
    assert "this back" not in printed
    assert area(vault) == "Northmoor"


def test_what_can_not_be_done_is_one_sentence(run: Run, vault: Path, tmp_path: Path) -> None:
    refused(run("restore", "--vault", vault, "--backup", "nowhere"), "no backup of that name")
    refused(run("restore", "--vault", vault), "required")
    (tmp_path / "file").touch()
    refused(run("backup", "--vault", vault, "--to", tmp_path / "file"), "not a folder")
    assert run("restore", "--vault", tmp_path, "--list")[1].startswith("There are no backups")


def test_the_first_command_of_a_day_makes_a_backup(run: Run, vault: Path, tmp_path: Path) -> None:
    assert run("checklist", "--vault", vault, "--out", tmp_path / "a.pdf")[0] == 0
    reasons = [one.reason.value for one in backups.listed(vault)]
    assert reasons == ["closing", "first-today"]
