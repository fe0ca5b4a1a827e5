"""Choosing on the shelf: each paper with its own choices, and what it shows of them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox

from jtai_desktop.reports.variants import Variant
from jtai_desktop.services import overview
from jtai_desktop.services.paper_kind import Choice
from jtai_desktop.services.paper_kinds import KINDS
from jtai_desktop.services.paper_shelf import Wish
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.papers.chosen import (
    NO_AGENCY,
    NO_CHILD,
    Chosen,
    fitting,
    hindrance,
    parts_of,
    wish_of,
)
from jtai_desktop.ui.pages.papers.facts import read_facts
from jtai_desktop.ui.pages.papers.page import PapersPage
from tests.services.conftest import (  # noqa: F401 - fixtures
    bare,
    bare_vault,
    bare_workspace,
)
from tests.ui.person import Person, plain

SHELF = "The papers"
Key = Qt.Key
FIELDS = {
    Choice.DAY: "For the day",
    Choice.VARIANT: "Who reads it",
    Choice.AGENCY: "For whom",
    Choice.ONE_AGENCY: "For whom",
    Choice.PERSON: "For which person",
    Choice.CHILD: "For which child",
    Choice.ONE_CHILD: "For which child",
    Choice.VERSION: "Version of the plan",
    Choice.COMPARED: "Compared with",
}


@pytest.fixture
def at_papers(at_example: Person) -> Person:
    at_example.inside.go("papers")
    at_example.settle()
    at_example.table(SHELF).setFocus()
    return at_example


def _page(person: Person) -> PapersPage:
    page = person.inside.page
    assert isinstance(page, PapersPage)
    return page


def _shown(person: Person) -> str:
    document = _page(person)._preview.document
    numbers = range(document.pageCount())
    return "\n".join(document.getAllText(number).text() for number in numbers)


def _go_to(person: Person, key: str) -> None:
    """With a click on its row."""
    table = person.table(SHELF)
    row = table.visualRect(table.model().index(list(KINDS).index(key), 0))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    person.settle()


def _box(person: Person, name: str) -> QComboBox:
    return next(each for each in person.seen(QComboBox) if each.accessibleName() == name)


def _choose(person: Person, name: str, text: str) -> None:
    box = _box(person, name)
    place = box.findText(text)
    assert place >= 0, [box.itemText(at) for at in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)
    person.settle()


def _ticked(person: Person) -> list[str]:
    return [box.text() for box in person.seen(QCheckBox) if box.isChecked()]


def test_each_paper_is_reached_by_keyboard_and_shows_only_its_choices(at_papers: Person) -> None:
    for key, kind in KINDS.items():
        assert at_papers.table(SHELF).current_key == key
        assert key in {"child-cover", "evaluations", "board"} or kind.name in _shown(at_papers)
        assert kind.about in at_papers.words()
        labels = {plain(text) for text in at_papers.words().split("\n")}
        wanted = {FIELDS[each] for each in kind.choices if each in FIELDS}
        assert labels & set(FIELDS.values()) == wanted
        assert bool(_ticked(at_papers)) is (Choice.PARTS in kind.choices)
        at_papers.press(Key.Key_Down)


def test_what_was_chosen_is_not_forgotten_on_the_way(at_papers: Person) -> None:
    _go_to(at_papers, "register")
    _choose(at_papers, "For whom", "Youth offending team")
    assert "For YOT. Not for inspectors." in _shown(at_papers)
    _go_to(at_papers, "child-cover")
    _choose(at_papers, "For which child", "Child D")
    assert "NM-04" in _shown(at_papers)
    _go_to(at_papers, "outstanding")
    assert "For YOT. Not for inspectors." in _shown(at_papers)
    assert _box(at_papers, "For whom").currentText() == "Youth offending team"


def test_a_variant_that_a_paper_lacks_is_passed_over(at_papers: Person) -> None:
    _go_to(at_papers, "register")
    _choose(at_papers, "Who reads it", "For inspectors")
    assert "For inspectors." in _shown(at_papers)
    _go_to(at_papers, "outstanding")
    assert "Not for inspectors." in _shown(at_papers)
    assert _box(at_papers, "Who reads it").currentText() == "For the partnership"


def test_conversations_are_of_every_child_or_of_one(at_papers: Person) -> None:
    _go_to(at_papers, "conversations")
    assert _box(at_papers, "For which child").currentText() == "Every child"
    assert "Child A" in _shown(at_papers)
    _choose(at_papers, "For which child", "Child C")
    assert "Conversations, Child C" in _shown(at_papers)
    assert "Child A" not in _shown(at_papers)


def test_a_request_is_never_for_everyone(at_papers: Person) -> None:
    _go_to(at_papers, "request")
    box = _box(at_papers, "For whom")
    assert box.itemText(0) == "Local authority"
    assert "Request sheet: Council" in _shown(at_papers)


def test_a_day_sheet_is_for_an_agency_or_one_of_its_people(at_papers: Person) -> None:
    _go_to(at_papers, "day-sheet")
    _choose(at_papers, "For whom", "Police force")
    assert "Day sheet: Police" in _shown(at_papers)
    _choose(at_papers, "For which person", "Force analyst")
    assert "Day sheet: Force analyst" in _shown(at_papers)
    _choose(at_papers, "For whom", "Youth offending team")
    assert _box(at_papers, "For which person").currentText() == "The whole agency"
    assert "Day sheet: YOT" in _shown(at_papers)
    _go_to(at_papers, "outstanding")
    assert "For YOT. Not for inspectors." in _shown(at_papers)
    _choose(at_papers, "For whom", "Everyone")
    assert _box(at_papers, "For which person").currentText() == "Everybody"


def test_parts_of_the_pack_are_ticked_with_the_mouse_and_keys(at_papers: Person) -> None:
    _go_to(at_papers, "pack")
    assert "Timetable" in _ticked(at_papers)
    assert "Chase sheets" not in _ticked(at_papers)
    for name in [each for each in _ticked(at_papers) if each != "Timetable"]:
        at_papers.click(name)
    assert _ticked(at_papers) == ["Timetable"]
    [last] = [box for box in at_papers.seen(QCheckBox) if box.isChecked()]
    assert not last.isEnabled()
    assert "Readiness pack: timetable" in _shown(at_papers)
    assert "Readiness pack: documents register" not in _shown(at_papers)
    at_papers.click("Chase sheets")
    assert last.isEnabled()
    assert "Readiness pack: chase sheet, Police" in _shown(at_papers)


def test_the_inspectors_pack_offers_no_chasing(at_papers: Person) -> None:
    _go_to(at_papers, "pack")
    _choose(at_papers, "Who reads it", "For inspectors")
    names = [box.text() for box in at_papers.seen(QCheckBox)]
    assert "Chase sheets" not in names
    assert "Outstanding" not in names
    assert "Not for inspectors" not in _shown(at_papers)


def test_the_paper_that_was_looked_at_comes_back(at_papers: Person) -> None:
    _go_to(at_papers, "held")
    kept = _page(at_papers).view_state()
    _go_to(at_papers, "checklist")
    _page(at_papers).restore_view(kept)
    _page(at_papers).refresh()
    at_papers.settle()
    assert at_papers.table(SHELF).current_key == "held"
    odd_ones: tuple[dict[str, object], ...] = ({"paper": "nothing"}, {"paper": 7}, {})
    for odd in odd_ones:
        _page(at_papers).restore_view(odd)
    assert at_papers.table(SHELF).current_key == "held"


# ------------------------------------------------------------------ without a window


def test_an_inspection_without_children_has_no_cover_to_print(
    bare_workspace: Workspace,  # noqa: F811
    bare: str,  # noqa: F811
) -> None:
    facts = read_facts(bare_workspace, bare, Chosen("child-cover"))
    assert (facts.paper, facts.why_not) == (None, NO_CHILD)
    assert hindrance(Chosen("chase"), KINDS["chase"]) == NO_AGENCY


def test_nothing_that_is_gone_is_asked_for(
    bare_workspace: Workspace,  # noqa: F811
    bare: str,  # noqa: F811
) -> None:
    view = overview.load(bare_workspace, bare)
    gone = Chosen("register", agency="navy", child="Child Z", variant=Variant.STAFF)
    assert fitting(gone, KINDS["register"], view) == Chosen("register", variant=Variant.STAFF)
    assert fitting(gone, KINDS["chase"], view).agency == view.agencies[0].key


def test_a_wish_holds_only_what_the_paper_has() -> None:
    chosen = Chosen("held", agency="yot", child="Child A", variant=Variant.INSPECTORS)
    assert wish_of(chosen, KINDS["held"]) == Wish(
        agency="yot", child="Child A", variant=Variant.INSPECTORS
    )
    assert wish_of(chosen, KINDS["register"]) == Wish(agency="yot", variant=Variant.INSPECTORS)
    assert wish_of(chosen, KINDS["checklist"]) == Wish(agency="yot")
    assert wish_of(chosen, KINDS["child-cover"]) == Wish(
        child="Child A", variant=Variant.INSPECTORS
    )
    inside = [part.key for part, ticked in parts_of(chosen) if ticked]
    assert inside == [
        "timetable", "agencies", "register", "child-index", "evaluations", "conversations", "week",
        "meetings", "held",
    ]  # fmt: skip


def test_buttons_rest_while_there_is_no_paper(at_papers: Person) -> None:
    page = _page(at_papers)
    assert page._facts is not None
    page.show_facts(replace(page._facts, prepared=None, paper=None, why_not=NO_CHILD))
    waiting: list[QAbstractButton] = [page.leaving.print_button, page.leaving.save_button]
    assert not any(button.isEnabled() for button in waiting)
    assert NO_CHILD in at_papers.words()
    assert page._preview.document.pageCount() == 0
    page.print_paper()
    page.refresh()
    at_papers.settle()
    assert all(button.isEnabled() for button in waiting)
