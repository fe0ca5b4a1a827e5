"""Blank templates: their own headings are found again, and a filled one is free of problems."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from jtai_desktop.domain.lists.findings import How, Rule
from jtai_desktop.domain.lists.shape import Rulebook
from jtai_desktop.exchange.list_checking import read_and_check
from jtai_desktop.exchange.list_requests import Request
from jtai_desktop.exchange.list_templates import note, template
from tests.exchange.lists.county import DAYS, book
from tests.exchange.lists.writing import saved


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return book()


def test_every_template_is_read_as_its_list(rules: Rulebook, tmp_path: Path) -> None:
    for shape in rules.lists:
        path = saved(template(shape, rules), tmp_path, f"{shape.number}.xlsx")
        report = read_and_check(Request((path,), "", DAYS), rules).report
        account = report.accounts[0]
        assert (account.list_number, account.read, account.heading_row) == (shape.number, 0, 2)
        assert [one.column for one in account.taken] == list(shape.columns)
        assert {one.how for one in account.taken} == {How.NAME}
        assert {one.rule for one in report.findings} == {Rule.NO_ROWS}


def test_templates_have_drop_downs_and_notes(rules: Rulebook) -> None:
    shape = rules.lists[-1]
    with zipfile.ZipFile(BytesIO(template(shape, rules))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        notes = package.read("xl/comments1.xml").decode()
    with_codes = sum(bool(column.codes) for column in shape.columns)
    assert sheet.count("<dataValidation ") == with_codes
    assert notes.count("<comment ") == len(shape.columns)


def test_notes_say_when_a_field_is_to_be_answered(rules: Rulebook) -> None:
    columns = {one.field: one for shape in rules.lists for one in shape.columns if one.field}
    assert "Answer it for every child of 10 to 15." in note(columns["concern"], rules)
    assert "Concern about the child’s mental health?” or “" in note(columns["yot-known"], rules)
    assert "Date of Authorisation” is filled" in note(columns["assessment-found"], rules)
    age = next(one for one in rules.lists[0].columns if one.name.startswith("Age"))
    assert "-1 for an unborn child." in note(age, rules)
    assert "May be blank." in note(age, rules)
