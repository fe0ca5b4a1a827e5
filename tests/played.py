"""The example as it was played once in this run, for whoever explores it in a test.

To play it takes seconds, and all that is then looked at is how it ends. That it is played rightly,
and thrown away, is tested in tests/services/test_example.py, test_vaults.py and, through the
window, in tests/ui/front/test_front.py.
"""

import shutil
from functools import partial
from pathlib import Path

import pytest

from jtai_desktop.places import KEY_FILE
from jtai_desktop.services import example, example_vaults
from jtai_desktop.services.workspace import Workspace

INSPECTION = "inspection"


def make(folder: Path) -> None:
    """Play the example into a folder, and note beside it which inspection it is."""
    from tests.services import scene

    made = scene.make_example(folder / "vault")
    (folder / INSPECTION).write_text(made, encoding="utf-8")


def made_in(folder: Path) -> tuple[Path, str]:
    """The vault in such a folder, and its inspection."""
    return folder / "vault", (folder / INSPECTION).read_text(encoding="utf-8")


def instead_of_playing(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """From now on “Explore the example” opens a copy of what was played into this folder."""
    patch.setattr(example_vaults, "_throwaway", partial(_copied, *made_in(folder)))


def _copied(vault: Path, inspection_id: str, folder: Path) -> tuple[Workspace, str]:
    from tests.services import scene

    without_keys = shutil.ignore_patterns(f"{KEY_FILE}*")
    shutil.copytree(vault, folder / "vault", ignore=without_keys)
    workspace = scene.open_copy(folder / "vault", example.stands_at())
    workspace.after_closing = partial(shutil.rmtree, folder, ignore_errors=True)
    return workspace, inspection_id
