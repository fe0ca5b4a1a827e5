"""Papers of the child-level lists: each version and problem once and in order, and for whom."""

import pytest

from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.lists.versions import ORDER, ListVersion, Step
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import clock, counted, day_short
from jtai_desktop.reports.list_problems import GRAVE
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.paper_kinds import parts_for
from jtai_desktop.services.paper_shelf import Wish
from jtai_desktop.ui.theme.states import look_of
from tests.reports.example import texts
from tests.services.shelf import Shelf, in_order, squeezed


@pytest.fixture(scope="module")
def view(shelf: Shelf) -> Overview:
    return shelf.view


def _row(version: ListVersion, newest: ListVersion | None) -> str:
    """As the screen has it: rows and what they are made of, problems, state, who did what."""
    counts = ((gravity, version.count(gravity)) for gravity in Gravity)
    problems = [counted(count, gravity.value) for gravity, count in counts if count]
    reached = (version.reached or Step.CHECKED).value.capitalize()
    state = reached if version.reached else "To check" if version is newest else "Replaced"
    done = [line for step in ORDER if (line := version.done(step))]
    ways = [f", {line.way}" if line.way else "" for line in done]
    parts = f"{version.accepted:,} + {version.with_problems:,} + {version.blank:,}"
    return squeezed(
        f"v{version.number}{day_short(version.when.date())}, {clock(version.when)}"
        f"{version.read:,}= {parts}{''.join(problems) or 'None'}{state}"
        + "".join(
            f"{line.step.value.capitalize()}: {line.who}{way}"
            for line, way in zip(done, ways, strict=True)
        )
    )


def test_each_version_of_each_list_stands_there_once_and_in_order(
    shelf: Shelf, view: Overview
) -> None:
    told = squeezed(shelf.told("lists"))
    wanted = []
    for each in view.lists():
        wanted.append(squeezed(f"{each.wanted.number}{each.wanted.title}due 5 Nov"))
        wanted += [_row(version, each.newest) for version in each.versions]
    assert len(wanted) == 7 + 8
    in_order(told, wanted)
    assert all(told.count(each) == 1 for each in wanted)
    assert squeezed(f"{view.lists().sent} of {len(view.lists().lists)} sent") in told


def test_inspectors_read_what_they_hold_without_problems_and_names(
    shelf: Shelf, view: Overview
) -> None:
    told = squeezed(shelf.told("lists", Wish(variant=Variant.INSPECTORS)))
    wanted = []
    for each in view.lists():
        wanted.append(squeezed(f"{each.wanted.number}{each.wanted.title}"))
        for version in each.versions:
            rows = version.read - version.blank
            line = f"v{version.number}{rows:,}{version.digest[:12]}"
            assert told.count(squeezed(line)) >= version.is_sent
            wanted += [squeezed(line)] if version.is_sent else []
    in_order(told, wanted)
    roles = [line.who for each in view.lists() for v in each.versions for line in v.lines]
    assert not [role for role in roles if squeezed(role) in told]
    for word in ("error", "warning", "remark", "Replaced", "Checked"):
        assert word not in told


def test_the_pack_has_the_lists_and_an_agencys_pack_has_not(shelf: Shelf, view: Overview) -> None:
    first = "Readiness pack: child-level lists, page 1 of"
    pages = texts(shelf.made("pack").content)
    assert sum(first in page for page in pages) == 1
    assert f"Lists {view.lists().sent} of 7 sent" in " ".join(pages[:2])
    of_agency = shelf.told("pack", Wish(agency="yot"))
    assert "child-level lists" not in of_agency
    assert "lists" not in of_agency.partition("Parts not chosen:")[2].partition(".")[0]


def test_the_problems_are_for_the_partnership_alone() -> None:
    inspectors = {part.key for part in parts_for(Variant.INSPECTORS)}
    assert "lists" in inspectors
    assert "list-problems" not in inspectors
    assert not {"lists", "list-problems"} & {part.key for part in parts_for(Variant.AGENCY)}


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
