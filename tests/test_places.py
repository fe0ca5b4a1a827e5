"""Where things lie: in a checkout, a wheel and a bundle; on each system; where told to."""

from pathlib import Path

import pytest

from jtai_desktop import places

ROOT = Path(__file__).parents[1]


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home of the test's own, and no folder given."""
    for name in ("JTAI_DATA", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


def test_a_checkout_has_them_beside_the_package() -> None:
    assert places.resources() == ROOT / "resources"
    assert places.migrations() == ROOT / "db" / "migrations"
    assert (places.resources() / "guidance" / "cmh-2019.toml").is_file()


def test_a_wheel_has_them_inside_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "jtai_desktop"
    (package / "_shipped" / "resources").mkdir(parents=True)
    (package / "_shipped" / "db" / "migrations").mkdir(parents=True)
    monkeypatch.setattr(places, "__file__", str(package / "places.py"))
    assert places.resources() == package / "_shipped" / "resources"
    assert places.migrations() == package / "_shipped" / "db" / "migrations"


def test_a_bundle_has_them_where_it_was_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert places.resources() == tmp_path / "resources"
    # What the bundle lacks is looked for further on.
    assert places.migrations() == ROOT / "db" / "migrations"


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux", ".local/share/JTAI Desktop"),
        ("darwin", "Library/Application Support/JTAI Desktop"),
        ("win32", "AppData/Local/JTAI Desktop"),
    ],
)
def test_each_system_has_its_place(
    at_home: Path, monkeypatch: pytest.MonkeyPatch, platform: str, expected: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert places.data() == at_home / expected
    assert places.vault() == at_home / expected / "vault"
    assert places.own_packs() == at_home / expected / "guidance"


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize(
    ("platform", "name"), [("linux", "XDG_DATA_HOME"), ("win32", "LOCALAPPDATA")]
)
def test_the_surroundings_can_name_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, name: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv(name, str(tmp_path / "there"))
    assert places.data() == tmp_path / "there" / "JTAI Desktop"


def test_a_person_can_name_it(
    at_home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JTAI_DATA", str(tmp_path / "stick"))
    assert places.data() == tmp_path / "stick"
    monkeypatch.setenv("JTAI_DATA", "")
    monkeypatch.setattr("sys.platform", "linux")
    assert places.data() == at_home / ".local" / "share" / "JTAI Desktop"


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        (None, False),
        ("vault.db", True),
        ("vault.keys", True),
        ("vault.keys.copy", True),
        ("letter.txt", False),
    ],
)
def test_what_is_left_of_a_vault_counts_as_one(
    tmp_path: Path, name: str | None, holds: bool
) -> None:
    if name:
        (tmp_path / name).write_bytes(b"")
    assert places.holds_vault(tmp_path) is holds
    assert not places.holds_vault(tmp_path / "nowhere")
