"""What papers say of the versions of the lists, whatever their state."""

from dataclasses import replace
from datetime import timedelta

from jtai_desktop.domain.lists.kept import KeptLists, Wanted, kept_lists
from jtai_desktop.domain.lists.versions import Step
from jtai_desktop.domain.moments import end_of_day
from jtai_desktop.domain.people import Contact
from jtai_desktop.reports.blocks import Cell, Row, SectionRow, Sign, Table
from jtai_desktop.reports.gaps import gap_facts
from jtai_desktop.reports.list_versions import NONE_SENT, lists_sheet
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.variants import Variant
from tests.domain.meetings.made import SENT
from tests.reports.material import saying
from tests.reports.week_material import lists_saying

ROLE = "Data lead"


def _rows(material: Material) -> list[Row]:
    (table,) = [each for each in lists_sheet(material).blocks if isinstance(each, Table)]
    return [row for row in table.rows if not isinstance(row, SectionRow)]


def _material(**given: object) -> Material:
    whole = replace(saying("x"), lists=lists_saying(ROLE))
    return replace(whole, **given)  # type: ignore[arg-type]


def _lines(cell: Cell) -> list[str]:
    return [cell.text, *(each.text for each in cell.below)]


def test_a_newer_version_says_which_one_the_inspectors_hold() -> None:
    older, newer, not_there = _rows(_material())
    assert older[4] == Cell("Sent", Sign.SENT)
    assert _lines(newer[4]) == ["Signed", "Inspectors hold v1"]
    assert newer[4].below[0].sign is Sign.WARNING
    assert not_there[1] == Cell("Not there", Sign.NOT_ASKED)


def test_who_did_what_and_why_it_was_signed_with_errors() -> None:
    _, newer, _ = _rows(_material())
    assert newer[3].text == "3 errors"
    assert newer[3].strong
    assert _lines(newer[5]) == [
        f"Checked: {ROLE}, {ROLE}",
        f"Signed: {ROLE}, {ROLE}",
        f"Reason: {ROLE}",
        f"Reason: {ROLE}",
    ]
    who = Contact("o", "a", ROLE, initials="DL")
    _, by_initials, _ = _rows(_material(contacts=(who,), variant=Variant.STAFF))
    assert _lines(by_initials[5])[0].startswith("Checked: DL")


def test_inspectors_read_of_what_was_sent_alone() -> None:
    sent, nothing = _rows(_material(variant=Variant.INSPECTORS))
    assert [each.text for each in sent[:3]] == ["v1", "9", "a1" * 6]
    assert nothing[1] == Cell(NONE_SENT)
    assert "Reason" not in str(lists_sheet(_material(variant=Variant.INSPECTORS)))


def test_a_late_list_says_by_how_much() -> None:
    (older, newer) = next(iter(lists_saying(ROLE))).versions
    unsent = replace(older, lines=tuple(ln for ln in older.lines if ln.step is not Step.SENT))
    wanted = Wanted(6, "Children", "", end_of_day(SENT.date()))
    late = kept_lists((wanted,), (unsent, newer), SENT + timedelta(days=2))
    rows = _rows(_material(lists=late))
    assert rows[0][1].sign is Sign.LATE
    assert rows[0][1].text.endswith("late")
    assert rows[1][4] == Cell("Replaced", quiet=True)
    assert not rows[1][3].strong


def test_where_no_list_is_asked_for_the_paper_says_so() -> None:
    sheet = lists_sheet(_material(lists=KeptLists()))
    assert "No list is asked for here." in str(sheet)


def test_a_pack_names_the_lists_that_were_not_sent_once_any_is_there() -> None:
    assert "Not sent: 7." in [fact.text for fact in gap_facts(_material())]
    none = [fact.lead for fact in gap_facts(_material(lists=KeptLists())) if fact.text]
    assert "Lists" not in none
