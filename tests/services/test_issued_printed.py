"""An issued version on paper: as it stood, whenever it is printed; and what changed since."""

import pytest

from jtai_desktop.domain.actions.changing import Texts
from jtai_desktop.domain.problems import Refused
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services import actions, overview, paper_shelf, word_papers
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.paper_shelf import Wish
from jtai_desktop.services.workspace import Workspace
from tests.reports.example import body
from tests.services.shelf import squeezed

ISSUED, CHANGES = "plan-issued", "plan-changes"


def _told(workspace: Workspace, inspection: str, key: str, wish: Wish) -> str:
    return squeezed(body(paper_shelf.make(workspace, inspection, key, wish).content))


def _reworded(workspace: Workspace, inspection: str) -> Overview:
    view = overview.load(workspace, inspection)
    (entry,) = (each for each in view.action_plan().entries if each.action.number == "2.1")
    actions.write(workspace, inspection, entry.action.id, Texts(text="Reworded today"))
    return overview.load(workspace, inspection)


def test_a_version_is_the_same_paper_whenever_it_is_printed(
    workspace: Workspace, inspection: str
) -> None:
    wish = Wish(version="1")
    before = paper_shelf.make(workspace, inspection, ISSUED, wish)
    view = _reworded(workspace, inspection)
    after = paper_shelf.make(workspace, inspection, ISSUED, wish)
    assert (after.seal, after.file_name) == (before.seal, before.file_name)
    assert before.as_at == view.plan_versions[0].when
    told = body(after.content)
    assert "Reworded today" not in told
    assert "Reworded today" in body(paper_shelf.make(workspace, inspection, "action-plan").content)


def test_the_version_says_what_was_frozen_and_by_whom(
    workspace: Workspace, inspection: str
) -> None:
    view = overview.load(workspace, inspection)
    for version in view.plan_versions:
        told = _told(workspace, inspection, ISSUED, Wish(version=str(version.number)))
        assert squeezed(f"Its actions have the seal {version.seal}") in told
        assert squeezed(f"Issued by {version.by.signed}") in told
        assert all(squeezed(board) in told for board in version.boards)
    told = _told(workspace, inspection, ISSUED, Wish(version="2"))
    assert squeezed("The practice manager left") in told
    for_them = Wish(version="2", variant=Variant.INSPECTORS)
    told = _told(workspace, inspection, ISSUED, for_them)
    assert squeezed("The practice manager left") not in told
    assert squeezed("Set by hand. Computed: On track") in told


def test_what_changed_is_printed_between_any_two(workspace: Workspace, inspection: str) -> None:
    told = _told(workspace, inspection, CHANGES, Wish(version="1", compared="2"))
    assert squeezed("4 actions changed.") in told
    assert squeezed("Timescale End October 2026 End November 2026") in told
    turned = Wish(version="2", compared="1")
    assert _told(workspace, inspection, CHANGES, turned) == told

    view = _reworded(workspace, inspection)
    told = _told(workspace, inspection, CHANGES, Wish(version="2"))
    assert squeezed("2.1 Reworded today") in told
    assert squeezed("compared with the plan as it stands") in told
    (same, *_) = view.plan_versions
    told = _told(workspace, inspection, CHANGES, Wish(version="1", compared=str(same.number)))
    assert squeezed("Nothing differs between the two.") in told


def test_what_came_and_what_went_is_said_of_each_action(
    workspace: Workspace, inspection: str
) -> None:
    view = overview.load(workspace, inspection)
    (gone,) = (each for each in view.action_plan().entries if each.action.number == "7.2")
    actions.take_out(workspace, inspection, gone.action.id, "It is part of 7.1 now")
    told = _told(workspace, inspection, CHANGES, Wish(version="2"))
    assert squeezed("1 action no longer in the plan") in told
    assert squeezed("7.2 Raise awareness of exploitation. No longer in the plan") in told


def test_both_are_written_for_word(workspace: Workspace, inspection: str) -> None:
    for key in (ISSUED, CHANGES):
        paper = word_papers.make(workspace, inspection, key, Wish(version="1"))
        assert paper.file_name.startswith(key)
        assert paper.content.startswith(b"PK")


def test_where_none_was_issued_the_paper_says_so(bare_workspace: Workspace, bare: str) -> None:
    for key in (ISSUED, CHANGES):
        told = _told(bare_workspace, bare, key, Wish())
        assert squeezed("No version of the plan has been issued yet.") in told
    with pytest.raises(Refused, match="There are: none yet"):
        paper_shelf.make(bare_workspace, bare, ISSUED, Wish(version="1"))
