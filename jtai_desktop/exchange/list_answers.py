"""A report as it goes from the worker to the program: plain JSON, since the file may be hostile."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jtai_desktop.domain.lists.checking import Report
from jtai_desktop.domain.lists.comparing import Marks
from jtai_desktop.domain.lists.findings import (
    Account,
    Cell,
    Finding,
    How,
    LeftOut,
    Rule,
    Taken,
)
from jtai_desktop.domain.lists.scope import Kept
from jtai_desktop.domain.lists.shape import Column, Gravity, Kind, Rulebook
from jtai_desktop.exchange.list_reading import FileRead

Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the worker found: the files that it read, and the report."""

    files: tuple[FileRead, ...]
    report: Report


def told(answer: Answer) -> Told:
    """The answer as JSON can carry it."""
    report = answer.report
    return {
        "files": [[one.name, one.digest, one.sheets] for one in answer.files],
        "accounts": [_account(one) for one in report.accounts],
        "findings": [_finding(one) for one in report.findings],
        "left_out": [[one.file, one.sheet, one.sentence] for one in report.left_out],
        "not_checked": list(report.not_checked),
        "kept": [
            [one.list_number, one.reference, one.age, list(one.answers)] for one in report.kept
        ],
        "marks": [
            [number, base64.b64encode(marks.data).decode("ascii")] for number, marks in report.marks
        ],
    }


def heard(said: Told, book: Rulebook) -> Answer:
    """The answer again; ValueError, KeyError or TypeError if it is not as it should be."""
    report = Report(
        accounts=tuple(_account_of(one, book) for one in said["accounts"]),
        findings=tuple(_finding_of(one) for one in said["findings"]),
        left_out=tuple(LeftOut(*map(str, one)) for one in said["left_out"]),
        not_checked=tuple(map(str, said["not_checked"])),
        kept=tuple(_kept_of(*one) for one in said["kept"]),
        marks=tuple(
            (int(number), Marks(base64.b64decode(data, validate=True)))
            for number, data in said["marks"]
        ),
    )
    files = tuple(
        FileRead(str(name), str(digest), int(sheets)) for name, digest, sheets in said["files"]
    )
    return Answer(files, report)


def _account(one: Account) -> Told:
    numbers = [one.list_number, one.heading_row, one.read, one.accepted]
    return {
        "numbers": [*numbers, one.with_problems, one.blank],
        "texts": [one.title, one.file, one.sheet],
        "taken": [
            [taken.column.name, taken.position, taken.heading, taken.how] for taken in one.taken
        ],
    }


def _account_of(said: Told, book: Rulebook) -> Account:
    number, heading_row, read, accepted, with_problems, blank = map(int, said["numbers"])
    title, file, sheet = map(str, said["texts"])
    columns = {
        column.name: column
        for shape in book.lists
        if shape.number == number
        for column in shape.columns
    }
    return Account(
        list_number=number,
        title=title,
        file=file,
        sheet=sheet,
        heading_row=heading_row,
        read=read,
        accepted=accepted,
        with_problems=with_problems,
        blank=blank,
        taken=tuple(_taken(columns, *one) for one in said["taken"]),
    )


def _taken(columns: dict[str, Column], name: str, position: int, heading: str, how: str) -> Taken:
    column = columns.get(name) or Column(str(name), Kind.TEXT)
    return Taken(column, int(position), str(heading), How(how))


def _finding(one: Finding) -> Told:
    return {
        "rule": one.rule,
        "gravity": one.gravity,
        "list": one.list_number,
        "place": [one.file, one.sheet, one.position, one.heading],
        "wanted": one.wanted,
        "rows": [cell.row for cell in one.cells],
        "found": _found(one.cells),
    }


def _found(cells: Iterable[Cell]) -> list[str]:
    return [cell.found for cell in cells]


def _finding_of(said: Told) -> Finding:
    file, sheet, position, heading = said["place"]
    return Finding(
        rule=Rule(said["rule"]),
        gravity=Gravity(said["gravity"]),
        list_number=int(said["list"]),
        file=str(file),
        sheet=str(sheet),
        position=int(position),
        heading=str(heading),
        wanted=str(said["wanted"]),
        cells=tuple(
            Cell(int(row), str(found))
            for row, found in zip(said["rows"], said["found"], strict=True)
        ),
    )


def _kept_of(number: int, reference: str, age: int | None, answers: list[Any]) -> Kept:
    said = tuple((str(key), None if answer is None else bool(answer)) for key, answer in answers)
    return Kept(int(number), str(reference), None if age is None else int(age), said)
