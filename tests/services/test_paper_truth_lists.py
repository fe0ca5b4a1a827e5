"""Papers of the child-level lists: each list and problem once, in order, and no child’s value."""

import pytest

from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.lists.versions import Step
from jtai_desktop.domain.problems import Refused
from jtai_desktop.reports.list_problems import GRAVE
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services.overview import Overview
from jtai_desktop.services.paper_kinds import parts_for
from jtai_desktop.services.paper_shelf import Wish
from jtai_desktop.ui.theme.states import look_of
from tests.services.shelf import Shelf, in_order, squeezed


@pytest.fixture
def view(shelf: Shelf) -> Overview:
    return shelf.view


def test_every_problem_stands_under_its_list_once_and_in_order(
    shelf: Shelf, view: Overview
) -> None:
    told, wanted = squeezed(shelf.told("list-problems")), list[str]()
    for kept in view.lists():
        newest = kept.newest
        assert newest is not None
        wanted.append(squeezed(f"{kept.wanted.number}{kept.wanted.title}, version {newest.number}"))
        for each in newest.problems:
            rows = ",".join(map(str, each.rows))
            wanted.append(squeezed(f"{GRAVE[each.gravity].text}{each.alike}{each.letter}"))
            # The reader of the PDF goes by lines: of a cell of two it finds the first words here.
            wanted += [squeezed(" ".join(t.split()[:3])) for t in (each.heading, each.wanted)]
            wanted.append(rows)
    in_order(told, wanted)
    assert "Endofproblems" in told


def test_of_one_list_only_its_own_problems_are_printed(shelf: Shelf, view: Overview) -> None:
    told = shelf.told("list-problems", Wish(list="3"))
    assert "Referral, version 1" in told
    assert "Contacts, version" not in told
    with pytest.raises(Refused, match="There is no list “2”"):
        shelf.new("list-problems", Wish(list="2"))
    assert len([*view.lists()]) == len(view.pack.lists)


def test_every_list_says_version_rows_problems_and_who_signed(shelf: Shelf, view: Overview) -> None:
    told = squeezed(shelf.told("lists"))
    rows = []
    for kept in view.lists():
        newest = kept.newest
        assert newest is not None
        signed = newest.done(Step.SIGNED)
        assert signed is not None
        rows.append(squeezed(kept.wanted.name.split(" and ")[0]))
        assert squeezed(f"{newest.accepted:,} accepted") in told
        assert squeezed(f"Signed: {signed.who}") in told
    in_order(told, rows)
    assert "3warnings" in told
    assert squeezed(f"{view.lists().sent} of {len([*view.lists()])} sent") in told


def test_inspectors_read_only_what_they_hold(shelf: Shelf) -> None:
    told = shelf.told("lists", Wish(variant=Variant.INSPECTORS))
    assert "problems" not in told
    assert "Checked" not in told
    assert "Lists 6 to 8" not in told
    parts = {part.key for part in parts_for(Variant.INSPECTORS)}
    assert "lists" in parts
    assert "list-problems" not in parts
    assert "lists" not in {part.key for part in parts_for(Variant.AGENCY)}


def test_no_reference_of_a_child_is_on_a_paper_of_lists(shelf: Shelf, view: Overview) -> None:
    from jtai_desktop.services import kept_lists

    children = kept_lists.scope(shelf.workspace, view.inspection.id).children
    assert children
    for key in ("lists", "list-problems"):
        told = squeezed(shelf.told(key))
        assert not [each.reference for each in children if each.reference in told]


def test_how_grave_is_said_in_the_words_of_the_screen() -> None:
    assert {gravity: cell.text for gravity, cell in GRAVE.items()} == {
        gravity: look_of(gravity.value).word for gravity in Gravity
    }
