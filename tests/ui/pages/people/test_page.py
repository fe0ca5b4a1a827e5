"""The page with the real hub: naming, changing, adding and removing by keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTableView

from jtai_desktop.domain.naming import Named
from jtai_desktop.services import overview, undoing
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.cell_field import CellField
from jtai_desktop.ui.kit.person_picker import PersonPicker
from jtai_desktop.ui.pages.people.agency_field import AgencyField
from jtai_desktop.ui.pages.people.page import PeoplePage
from tests.ui.conftest import Settle

Key = Qt.Key
LONG = "x" * 10_000


def _now(page: PeoplePage, settle: Settle) -> Overview:
    found: list[Overview] = []
    identity = page.desk.inspection_id
    page.desk.hub.read(lambda workspace: overview.load(workspace, identity), found.append)
    settle()
    return found[0]


def _named(page: PeoplePage, settle: Settle, key: str) -> Named:
    return next(each for each in _now(page, settle).named if each.key == key)


def _field(page: PeoplePage) -> CellField:
    field = page.contacts.field or page.owners.field
    assert field is not None
    return field


def _undo(page: PeoplePage, settle: Settle) -> None:
    identity = page.desk.inspection_id
    page.desk.hub.act(lambda workspace: undoing.undo(workspace, identity))
    settle()


@pytest.fixture
def at(page: PeoplePage) -> Callable[[str, str], None]:
    """Puts the ring on a person's cell, by role."""

    def go(role: str, column: str) -> None:
        row = next(row for row in page.contacts.rows if row.cells[0].text == role)
        page.contacts.go(row.key, column)

    return go


def test_typing_in_a_cell_names_a_deputy_and_goes_down(page: PeoplePage, settle: Settle) -> None:
    page.owners.go("milestone:joint-evaluations", "deputy")
    QTest.keyClicks(page.owners, "f")
    picker = _field(page)
    QTest.keyClicks(picker, "ront")
    QTest.keyClick(picker, Key.Key_Return)
    settle()
    deputy = _named(page, settle, "joint-evaluations").deputy
    assert deputy is not None
    assert deputy.role == "Front door lead"
    assert page.owners.place == ("milestone:engagement-confirmed", "deputy")
    assert page.owners.field is None


def test_every_owner_can_be_named_without_the_mouse(page: PeoplePage, settle: Settle) -> None:
    keys = [row.key for row in page.owners.rows if not row.section]
    page.owners.go(keys[0], "owner")
    for _ in keys:
        QTest.keyClick(page.owners, Key.Key_F2)
        picker = _field(page)
        QTest.keyClicks(picker, "fd")
        QTest.keyClick(picker, Key.Key_Return)
    settle()
    owners = {each.owner.role for each in _now(page, settle).named if each.owner}
    assert owners == {"Front door lead"}


def test_a_word_that_fits_nobody_is_said_and_kept(page: PeoplePage, settle: Settle) -> None:
    page.owners.go("section:5", "deputy")
    page.owners.want_edit()
    picker = _field(page)
    QTest.keyClicks(picker, "zebra")
    QTest.keyClick(picker, Key.Key_Return)
    assert "Nobody matches" in picker.problem
    assert picker.text() == "zebra"
    QTest.keyClick(picker, Key.Key_Escape)
    assert page.owners.field is None
    assert _named(page, settle, "5").deputy is None


def test_arrows_move_in_the_list(page: PeoplePage, settle: Settle) -> None:
    page.owners.go("section:5", "deputy")
    page.owners.want_edit()
    picker = _field(page)
    assert isinstance(picker, PersonPicker)
    for _ in range(2):
        QTest.keyClick(picker, Key.Key_Down)
    assert picker.marked == picker.offered[1].id
    assert "Data team manager" in picker.accessibleDescription()
    QTest.keyClick(picker, Key.Key_Tab)
    settle()
    deputy = _named(page, settle, "5").deputy
    assert deputy is not None
    assert deputy.role == "Data team manager"


def test_delete_names_nobody_and_ctrl_d_fills_down(page: PeoplePage, settle: Settle) -> None:
    page.owners.go("milestone:case-documents", "deputy")
    QTest.keyClick(page.owners, Key.Key_Delete)
    settle()
    assert _named(page, settle, "case-documents").deputy is None
    QTest.keyClick(page.owners, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle()
    deputy = _named(page, settle, "case-documents").deputy
    assert deputy is not None
    assert deputy.role == "Quality lead"


def test_a_phone_is_changed_in_its_cell(
    page: PeoplePage, settle: Settle, at: Callable[[str, str], None]
) -> None:
    at("Force analyst", "phone")
    QTest.keyClicks(page.contacts, "9")
    QTest.keyClicks(_field(page), "99")
    QTest.keyClick(_field(page), Key.Key_Return)
    settle()
    analyst = next(each for each in _now(page, settle).contacts if each.initials == "FA")
    assert analyst.phone == "999"
    _undo(page, settle)
    analyst = next(each for each in _now(page, settle).contacts if each.initials == "FA")
    assert analyst.phone == "01632 960 121"


def test_two_quick_edits_of_one_person_are_both_kept(
    page: PeoplePage, settle: Settle, at: Callable[[str, str], None]
) -> None:
    for column, text in (("initials", "ZZ"), ("phone", "111")):
        at("Force analyst", column)
        page.contacts.want_edit(text)
        QTest.keyClick(_field(page), Key.Key_Return)
    settle()
    analyst = next(each for each in _now(page, settle).contacts if each.role == "Force analyst")
    assert (analyst.initials, analyst.phone) == ("ZZ", "111")


@pytest.mark.parametrize(
    ("column", "typed", "sentence"),
    [
        ("role", "   ", "Role is empty"),
        ("role", LONG, "10,000 characters"),
        ("initials", "ABCDEFGHI", "8 is the most"),
        ("email", LONG, "120 is the most"),
    ],
)
def test_what_is_refused_stays_in_its_cell(
    page: PeoplePage, at: Callable[[str, str], None], column: str, typed: str, sentence: str
) -> None:
    at("Force analyst", column)
    page.contacts.want_edit()
    field = _field(page)
    field.setText(typed)
    QTest.keyClick(field, Key.Key_Return)
    assert sentence in field.problem
    assert field.text() == typed
    page.contacts.want_edit("other")
    assert _field(page) is field
    QTest.keyClick(field, Key.Key_Escape)
    assert page.contacts.field is None


def test_an_open_field_survives_that_the_page_reads_again(
    page: PeoplePage, settle: Settle, at: Callable[[str, str], None]
) -> None:
    at("Force analyst", "away")
    page.contacts.want_edit("next we")
    page.refresh()
    settle()
    assert _field(page).text() == "next we"
    assert page.contacts.field_place[1] == "away"


def test_odd_texts_are_kept_as_text(
    page: PeoplePage, settle: Settle, at: Callable[[str, str], None]
) -> None:
    at("Force analyst", "role")
    page.contacts.want_edit()
    field = _field(page)
    field.setText("<b>x</b>\t=cmd \u202eקצין\x07")
    QTest.keyClick(field, Key.Key_Return)
    settle()
    role = next(each.role for each in _now(page, settle).contacts if each.initials == "FA")
    assert role.startswith("<b>x</b> =cmd ")
    assert role.endswith("קצין")


def test_new_people_are_typed_one_after_the_other(page: PeoplePage, settle: Settle) -> None:
    page.contacts.go(page.contacts.rows[-1].key, "role")
    QTest.keyClick(page.contacts, Key.Key_Insert)
    for role in ("Named nurse", "Named doctor"):
        QTest.keyClicks(_field(page), role)
        QTest.keyClick(_field(page), Key.Key_Return)
        settle()
    QTest.keyClick(_field(page), Key.Key_Escape)
    assert page.contacts.field is None
    view = _now(page, settle)
    group = next(each.id for each in view.agencies if each.key == "ccg")
    roles = {each.role for each in view.contacts if each.agency_id == group}
    assert {"Named nurse", "Named doctor"} <= roles


def test_tab_goes_on_to_the_initials_of_the_new_person(page: PeoplePage, settle: Settle) -> None:
    page.contacts.add_person()
    QTest.keyClicks(_field(page), "Named nurse")
    QTest.keyClick(_field(page), Key.Key_Tab)
    settle()
    assert page.contacts.contact is not None
    assert page.contacts.contact.role == "Named nurse"
    assert page.contacts.place[1] == "initials"


def test_removing_a_person_can_be_taken_back(
    page: PeoplePage, settle: Settle, at: Callable[[str, str], None]
) -> None:
    at("Quality lead", "role")
    QTest.keyClick(page.contacts, Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert _named(page, settle, "case-documents").owner is None
    assert page.contacts.current_key
    _undo(page, settle)
    owner = _named(page, settle, "case-documents").owner
    assert owner is not None
    assert owner.role == "Quality lead"


def test_an_agency_with_people_is_not_removed(page: PeoplePage, settle: Settle) -> None:
    heard: list[str] = []
    page.desk.hub.refused.connect(heard.append)
    page.contacts.go(page.contacts.rows[0].key, "role")
    page.contacts.remove()
    settle()
    assert heard == ["Local authority still has people. Move or remove them first."]


def test_an_agency_is_renamed_in_its_row(page: PeoplePage, settle: Settle) -> None:
    page.contacts.go(page.contacts.rows[0].key, "role")
    page.contacts.want_edit()
    name = _field(page)
    name.setText("Northmoor Council")
    QTest.keyClick(name, Key.Key_Tab)
    short = page.contacts.findChildren(AgencyField)[0].short
    short.setText("y" * 30)
    QTest.keyClick(short, Key.Key_Return)
    assert "24 is the most" in short.problem
    short.setText("NC")
    QTest.keyClick(short, Key.Key_Return)
    settle()
    agency = _now(page, settle).agencies[0]
    assert (agency.name, agency.short) == ("Northmoor Council", "NC")


def test_agencies_are_added(page: PeoplePage, settle: Settle) -> None:
    page._fill_agencies()
    next(each for each in page._agencies.actions() if "Schools" in each.text()).trigger()
    settle()
    page.contacts.open_new_agency()
    QTest.keyClicks(_field(page), "Fire service")
    QTest.keyClick(_field(page), Key.Key_Return)
    settle()
    names = [(each.key, each.name) for each in _now(page, settle).agencies]
    assert names[-2] == ("schools", "Schools and colleges")
    assert names[-1][1] == "Fire service"


def test_a_person_moves_to_another_agency(
    page: PeoplePage, settle: Settle, at: Callable[[str, str], None]
) -> None:
    at("Force analyst", "role")
    view = _now(page, settle)
    page.contacts.move_to(view.agencies[0].id)
    settle()
    analyst = next(each for each in _now(page, settle).contacts if each.initials == "FA")
    assert analyst.agency_id == view.agencies[0].id


def test_find_filters_both_tables_while_typing(page: PeoplePage) -> None:
    page.search()
    QTest.keyClicks(page._find, "analyst")
    assert [row.key for row in page.owners.rows if not row.section] == ["section:4"]
    QTest.keyClicks(page._find, " zebra")
    assert not page._nothing.isHidden()
    QTest.keyClick(page._find, Key.Key_Escape)
    assert page._nothing.isHidden()
    assert len(page.owners.rows) == 17


def test_the_view_comes_back(page: PeoplePage, settle: Settle) -> None:
    page.owners.go("section:4", "deputy")
    state = page.view_state()
    again = PeoplePage(page.desk)
    again.restore_view(state)
    again.resize(1186, 669)
    again.show()
    settle()
    assert again.owners.place == ("section:4", "deputy")
    again.close()
    again.deleteLater()


def test_it_opens_at_a_row(page: PeoplePage) -> None:
    page.open_at("section:5")
    assert page.owners.current_key == "section:5"
    page.open_at("gaps")
    assert len([row for row in page.owners.rows if not row.section]) == 3


def test_every_control_has_a_name(page: PeoplePage) -> None:
    controls = [
        *page.findChildren(QAbstractButton),
        *page.findChildren(QLineEdit),
        *page.findChildren(QTableView),
    ]
    nameless = [
        each
        for each in controls
        if each.isVisible()
        and not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and (each.text() or each.toolTip()))
    ]
    assert [each.metaObject().className() for each in nameless] == []
