"""Rows of documents as records; a row may be one that a session watches, or one just read."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from jtai_desktop.domain.documents.document import Answer, Document, Version
from jtai_desktop.domain.documents.items import Notes
from jtai_desktop.domain.documents.lines import Line, Point, Step, Who
from jtai_desktop.store import values


def document_of(
    row: Any,  # noqa: ANN401 - of either kind
    answers: Iterable[Any],
    versions: Iterable[Any] = (),
    lines: Iterable[Any] = (),
) -> Document:
    """A document with the parts that are given, each in its order."""
    return Document(
        id=row.id,
        title=row.title,
        agency=row.agency,
        owner_id=row.owner_id or "",
        deputy_id=row.deputy_id or "",
        dates=tuple(date.fromisoformat(day) for day in json.loads(row.dates)),
        notes=Notes(row.note_internal, row.note_inspectors),
        answers=tuple(sorted(map(_answer, answers), key=lambda one: one.item_id)),
        versions=tuple(sorted(map(_version, versions), key=lambda one: one.number)),
        lines=tuple(_line(each) for each in sorted(lines, key=lambda one: int(one.number))),
        copied=row.copied_version,
        version=row.version,
    )


def _answer(row: Any) -> Answer:  # noqa: ANN401
    return Answer(row.item_id, row.pages)


def _version(row: Any) -> Version:  # noqa: ANN401
    return Version(
        number=row.number,
        file_name=row.file_name,
        size=row.size,
        sha256=row.sha256,
        when=values.instant_of(row.at),
        by=Who(row.person, row.behalf),
        note=row.note,
        kept=row.kept or "",
        place=row.place,
    )


def _line(row: Any) -> Line:  # noqa: ANN401
    return Line(
        id=str(row.number),
        step=Step(row.step),
        when=values.instant_of(row.at),
        by=Who(row.person, row.behalf),
        version=row.of_version,
        sha256=row.sha256,
        reason=row.reason,
        text=row.text,
        way=row.way,
        whom=row.whom,
        about=row.about,
        due=values.moment_or_none(row.due_day, row.due_hour, row.due_time),
        points=tuple(Point(point) for point in row.points.split()),
        corrects=row.corrects,
    )
