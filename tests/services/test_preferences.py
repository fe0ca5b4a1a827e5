"""Preferences: kept beside the vault, and never a reason not to start."""

import json
from dataclasses import asdict, fields
from pathlib import Path

import pytest

from jtai_desktop.services import preferences
from jtai_desktop.services.preferences import Preferences
from jtai_desktop.ui.theme.tokens import Theme

USUAL = Preferences()


@pytest.fixture(autouse=True)
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Preferences of the test's own, in a folder that is not there yet."""
    monkeypatch.setenv("JTAI_DATA", str(tmp_path / "new" / "data"))
    return preferences.preferences_file()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_they_are_the_usual_ones_at_first() -> None:
    assert preferences.load() == USUAL


def test_they_are_kept(own_file: Path) -> None:
    liked = Preferences("contrast", 130, maximised=False, last_inspection="abc")
    assert preferences.save(liked)
    assert preferences.load() == liked
    assert [path.name for path in own_file.parent.iterdir()] == ["preferences.json"]


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "7", "\x00", '"text"', "[" * 100_000, '{"theme": {}}',
        '{"theme": 7, "text_size": "130", "maximised": 1, "last_inspection": null}',
        '{"theme": "purple", "text_size": 101}', '{"text_size": true}', '{"text_size": 1e400}',
        '{"text_size": 130.0}', '{"unknown": 1}',
    ],
)  # fmt: skip
def test_spoilt_ones_are_the_usual_ones(own_file: Path, text: str) -> None:
    _write(own_file, text)
    assert preferences.load() == USUAL


def test_a_file_that_is_no_text_is_the_usual_ones(own_file: Path) -> None:
    own_file.parent.mkdir(parents=True)
    own_file.write_bytes(b"\xff\xfe\x00")
    assert preferences.load() == USUAL


def test_what_is_sound_of_them_counts(own_file: Path) -> None:
    _write(own_file, json.dumps({**asdict(USUAL), "theme": "dark", "text_size": 400}))
    assert preferences.load() == Preferences(theme="dark")


def test_each_theme_of_the_window_can_be_kept() -> None:
    assert set(preferences.THEMES) == {str(theme) for theme in Theme}


def test_where_they_can_not_be_kept_nothing_happens(own_file: Path) -> None:
    own_file.mkdir(parents=True)
    assert not preferences.save(USUAL)
    assert preferences.load() == USUAL


def test_they_hold_nothing_of_the_work(own_file: Path) -> None:
    preferences.save(USUAL)
    kept = json.loads(own_file.read_text(encoding="utf-8"))
    assert set(kept) == {each.name for each in fields(Preferences)}
    assert {type(value) for value in kept.values()} <= {str, int, bool}
