"""How pages were left, and the pack that an inspection keeps."""

from pathlib import Path

import pytest

from jtai_desktop import places
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import kept_packs, overview, papers, views
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import packs as stored
from tests.services import scene


def test_pages_are_found_as_they_were_left(bare_vault: tuple[Path, str], tmp_path: Path) -> None:
    folder, bare = scene.copy(bare_vault[0], tmp_path / "vault"), bare_vault[1]
    workspace = scene.reopen(folder)
    assert views.load(workspace, bare) == {}
    views.save(workspace, bare, {"today": {"scroll": 7}, "people": {"sort": ["role", True]}})
    views.save(workspace, bare, {"today": {"scroll": 9}})
    workspace.close()
    workspace = scene.reopen(folder)
    left = {"today": {"scroll": 9}, "people": {"sort": ["role", True]}}
    assert views.load(workspace, bare) == left
    assert views.load(workspace, "other") == {}
    assert len(scene.lines(workspace, bare)) == 1
    assert workspace.store.verify() == ()
    workspace.close()


def test_an_inspection_keeps_the_pack_it_began_with(
    bare_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JTAI_DATA", str(tmp_path / "data"))
    own = places.own_packs() / "own.toml"
    own.parent.mkdir(parents=True)
    shipped = (places.resources() / "guidance" / "cmh-2019.toml").read_text(encoding="utf-8")
    text = shipped.replace('id = "cmh-2019"', 'id = "own"', 1)
    own.write_text(text, encoding="utf-8")
    begun = scene.begin(bare_workspace, pack_id="own")
    changed = text.replace('theme = "Children’s mental health"', 'theme = "Another theme"', 1)
    assert changed != text
    own.write_text(changed, encoding="utf-8")
    with pytest.raises(Refused, match="new version number"):
        scene.begin(bare_workspace, pack_id="own")
    own.unlink()
    bare_workspace.packs.clear()
    assert overview.load(bare_workspace, begun).theme == "Children’s mental health"
    assert papers.checklist(bare_workspace, begun).pages


def test_a_kept_pack_that_can_not_be_read_is_one_sentence(
    bare_workspace: Workspace, bare: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspection = overview.load(bare_workspace, bare).inspection
    bare_workspace.packs.clear()
    monkeypatch.setattr(stored, "load", lambda *_: None)
    with pytest.raises(Refused, match="kept with this inspection can’t be read"):
        kept_packs.kept(bare_workspace, inspection)
