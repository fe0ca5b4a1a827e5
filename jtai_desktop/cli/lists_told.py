"""How the command line tells what was found in lists: as lines to read, or as JSON."""

from collections.abc import Iterator
from typing import Any

from jtai_desktop.domain.lists.findings import Account, Finding, How
from jtai_desktop.domain.lists.scope import Count, Scope
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.wording import counted
from jtai_desktop.services.lists import Checked

FIRST = 3
WORDS = {Gravity.ERROR: "Error", Gravity.WARNING: "Warning", Gravity.REMARK: "Remark"}


def as_lines(checked: Checked, *, every_row: bool) -> list[str]:
    """The whole answer: the lists, the problems, what was left out and not checked."""
    report = checked.answer.report
    lines = [line for account in report.accounts for line in _account(account)]
    lines += [line for one in checked.findings for line in _finding(one, every_row=every_row)]
    lines += [f"{one.file}, {one.sheet}: {one.sentence}" for one in report.left_out]
    lines += [f"Not checked: {one}" for one in report.not_checked]
    lines.append(_summary(checked))
    return lines


def as_json(checked: Checked) -> dict[str, Any]:
    """The same for another program."""
    report = checked.answer.report
    return {
        "files": [{"file": one.name, "sha256": one.digest} for one in checked.answer.files],
        "lists": [_account_json(one) for one in report.accounts],
        "problems": [_finding_json(one) for one in checked.findings],
        "left_out": [
            {"file": one.file, "sheet": one.sheet, "why": one.sentence} for one in report.left_out
        ],
        "not_checked": list(report.not_checked),
    }


def scope_as_lines(scope: Scope, checked: Checked) -> list[str]:
    """Who is in scope, then the counts."""
    book = checked.book
    titles = {field.key: field.title for field in book.fields}
    ages = f"{book.age_from} to {book.age_to}"
    aged = counted(scope.of_age, "child", "children")
    lines = [f"{aged} of {ages} on the lists, {len(scope.children)} of them in scope."]
    if scope.age_unknown:
        lines.append(f"{counted(scope.age_unknown, 'child', 'children')} of unknown age left out.")
    lines += [_child(one.reference, one.age, one.lists) for one in scope.children]
    for one in scope.counts:
        lines.append(f"List {one.list_number}, {titles[one.field]} {_count(one)}")
    lines.append("Nobody is chosen here: the lead inspector selects.")
    return lines


def scope_as_json(scope: Scope) -> dict[str, Any]:
    """The same for another program."""
    return {
        "of_age": scope.of_age,
        "age_unknown": scope.age_unknown,
        "in_scope": [
            {"child": one.reference, "age": one.age, "lists": one.lists, "yes": one.yes}
            for one in scope.children
        ],
        "counts": [
            {
                "list": one.list_number,
                "field": one.field,
                "yes": one.yes,
                "no": one.no,
                "blank": one.blank,
            }
            for one in scope.counts
        ],
    }


def _account(one: Account) -> Iterator[str]:
    yield (
        f"List {one.list_number}, {one.title}: sheet “{one.sheet}” of {one.file}, headings in row "
        f"{one.heading_row}. {counted(one.read, 'row')} read = {one.accepted} accepted "
        f"+ {one.with_problems} with problems + {one.blank} blank."
    )
    for taken in one.taken:
        if taken.how is not How.NAME:
            yield f"  “{taken.heading}” taken for “{taken.column.name}”, {taken.how}."


def _finding(one: Finding, *, every_row: bool) -> Iterator[str]:
    yield f"{WORDS[one.gravity]}: {_place(one)}: wanted {one.wanted}.{_alike(one)}"
    cells = one.cells if every_row else one.cells[:FIRST]
    for cell in cells:
        yield f"  row {cell.row}: {f'“{cell.found}”' if cell.found else 'blank'}"
    if len(cells) < one.alike:
        yield f"  and {one.alike - len(cells)} more"


def _place(one: Finding) -> str:
    parts = [f"list {one.list_number}"] if one.list_number else []
    parts += [one.file]
    parts += [f"sheet “{one.sheet}”"] if one.sheet else []
    parts += [f"column {one.letter}"] if one.letter else []
    parts += [f"“{one.heading}”"] if one.heading else []
    return ", ".join(parts)


def _alike(one: Finding) -> str:
    return f" {counted(one.alike, 'row')}." if one.cells else ""


def _summary(checked: Checked) -> str:
    report = checked.answer.report
    if not report.accounts:
        return "None of the lists is in these files."
    counts = [counted(report.count(each), WORDS[each].lower()) for each in Gravity]
    return f"{', '.join(counts)}."


def _account_json(one: Account) -> dict[str, Any]:
    return {
        "list": one.list_number,
        "title": one.title,
        "file": one.file,
        "sheet": one.sheet,
        "heading_row": one.heading_row,
        "read": one.read,
        "accepted": one.accepted,
        "with_problems": one.with_problems,
        "blank": one.blank,
        "headings": [
            {"heading": each.heading, "column": each.column.name, "taken": each.how}
            for each in one.taken
        ],
    }


def _finding_json(one: Finding) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "gravity": one.gravity,
        "list": one.list_number or None,
        "file": one.file,
        "sheet": one.sheet,
        "column": one.letter,
        "heading": one.heading,
        "wanted": one.wanted,
        "alike": one.alike,
        "cells": [{"row": cell.row, "found": cell.found} for cell in one.cells],
    }


def _child(reference: str, age: int, lists: tuple[int, ...]) -> str:
    numbers = ", ".join(map(str, lists))
    return f"  {reference}, aged {age}, {'list' if len(lists) == 1 else 'lists'} {numbers}"


def _count(one: Count) -> str:
    return f"{one.yes} yes, {one.no} no, {one.blank} blank"
