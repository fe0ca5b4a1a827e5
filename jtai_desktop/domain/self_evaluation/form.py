"""The form that an agency fills in offline: a sheet for the criteria, a sheet for the markers.

It goes out and comes back as the forms of the children’s evaluations do: an identity for each row,
and every text as it was exported.
"""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.evaluations.evaluation import Part as Column
from jtai_desktop.domain.evaluations.form import FormRow, FormSheet, FormWords, RowId
from jtai_desktop.domain.self_evaluation.answer import JOINT, PART_WORDS, Part
from jtai_desktop.domain.self_evaluation.point import SORT_WORDS, Sort
from jtai_desktop.domain.self_evaluation.register import Entry

FORMAT = "jtai-self-evaluation 1"
SHEETS: Final = MappingProxyType(
    {Sort.CRITERION: "Evaluation criteria", Sort.MARKER: "Good practice markers"}
)
# The columns go by the names that they have in the forms of evaluations.
COLUMNS: Final = MappingProxyType(
    {
        Part.EVALUATION: Column.EVALUATION,
        Part.IMPACT: Column.IMPACT,
        Part.SETTLED: Column.SETTLED,
    }
)
PART_OF: Final = MappingProxyType({column: part for part, column in COLUMNS.items()})
HEADINGS: Final = MappingProxyType(
    {column.value: PART_WORDS[part] for part, column in COLUMNS.items()}
)


def sheets_of(entries: Iterable[Entry], agency: str, name: str) -> tuple[FormSheet, ...]:
    """The sheets with what is written already; nothing of our own notes goes out."""
    parts = [part for part in COLUMNS if part is not Part.SETTLED or agency == JOINT]
    columns = tuple(COLUMNS[part] for part in parts)
    every = tuple(entries)
    return tuple(
        FormSheet(SHEETS[sort], f"{SHEETS[sort]}: {name}", columns, rows)
        for sort in Sort
        if (rows := tuple(_row(e, agency, parts) for e in every if e.point.sort is sort))
    )


def whose(sheet_id: str) -> tuple[Sort, str] | None:
    """Of which sort and agency a sheet is; nothing where it is none of ours."""
    sort, _, agency = sheet_id.partition(":")
    return (Sort(sort), agency) if sort in tuple(Sort) else None


def row_called(row: RowId) -> str:
    """What a row is called where it was taken out: marker 9."""
    sort = whose(row.evaluation_id)
    return f"{SORT_WORDS[sort[0]] if sort else 'row'} {row.place}"


WORDS = FormWords(HEADINGS, row_called)


def _row(entry: Entry, agency: str, parts: list[Part]) -> FormRow:
    point, answer = entry.point, entry.of(agency)
    group = "" if point.sort is Sort.CRITERION else f"{point.group}: "
    return FormRow(
        id=RowId(f"{point.sort}:{agency}", str(point.number)),
        number=str(point.number),
        question=f"{group}{point.title}",
        paragraph=f"¶{point.paragraph}" if point.paragraph else "",
        texts={COLUMNS[part].value: answer.text(part) if answer else "" for part in parts},
    )
