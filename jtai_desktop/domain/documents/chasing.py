"""The e-mail that chases: what one agency or person still owes, the late first, in plain words.

It leaves the program, so it holds titles, times and status alone: no notes, no names of children.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from jtai_desktop.domain.documents.cell_people import Known
from jtai_desktop.domain.documents.cell_texts import STATE_WORDS, late_of, moment_text, ours_of
from jtai_desktop.domain.documents.cells import Row, RowKey
from jtai_desktop.domain.documents.lateness import WITH_AGENCY, Late
from jtai_desktop.domain.wording import counted, stamp

HEADS = ("No.", "Title", "Due to us", "Due", "Status")
NOBODY = "–"
PRACTICE = "This belongs to a practice inspection."
ASKING = "Please send them, or tell us when we can expect them."
ASKING_ONE = "Please send it, or tell us when we can expect it."
ELSE = "If something does not exist or does not apply to you, please tell us why."
LATE_WORDS = {Late.NO: "", Late.TO_US: ", late to us", Late.LATE: ", late"}
# An e-mail program keeps what stands in each cell, and drops a style sheet. The number format
# keeps a cell that begins like a formula text where the table is pasted into a workbook.
_CELL = (
    "border:1px solid #788387;padding:4px 8px;text-align:left;vertical-align:top;"
    "mso-number-format:'\\@'"
)


@dataclass(frozen=True, slots=True)
class ChaseItem:
    """One document that is waited for, in the words of the e-mail."""

    row: RowKey
    called: str
    title: str
    ours: str
    due: str
    status: str
    late: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands under the headings."""
        return (self.called, self.title, self.ours or NOBODY, self.due or NOBODY, self.status)


@dataclass(frozen=True, slots=True)
class Letter:
    """What else the e-mail says: the role it greets, the inspection, who writes, as at when."""

    marking: str
    area: str
    inspection: str
    whom: str
    signed: str
    as_at: datetime
    practice: bool = False


def owed(
    rows: Iterable[Row], known: Known, wanted: Callable[[Row], bool] = lambda _: True
) -> tuple[ChaseItem, ...]:
    """What somebody else has to bring, the late first; asleep or with us is left out."""
    waited_for = [row for row in rows if ours_of(row) in WITH_AGENCY and wanted(row)]
    found = [_item(row, known) for row in waited_for]
    return tuple(sorted(found, key=lambda item: not item.late))


def agency_of(row: Row) -> str:
    """Who has to bring it."""
    return row.pair.document.agency if row.pair.document else row.entry.agency


def owner_of(row: Row) -> str:
    """Whose it is; nothing where nobody is named."""
    return row.pair.document.owner_id if row.pair.document else ""


def subject(letter: Letter, items: Sequence[ChaseItem]) -> str:
    """What the e-mail is called."""
    return f"{letter.area}: {counted(len(items), 'document')} we are waiting for"


def to_text(letter: Letter, items: Sequence[ChaseItem]) -> str:
    """The e-mail as plain text: one paragraph for each document, since nothing lines up in one."""
    lines = [*_before(letter, items), *(_paragraph(item) for item in items), *_after(letter)]
    return "\n\n".join(lines) + "\n"


def to_html(letter: Letter, items: Sequence[ChaseItem]) -> str:
    """The same with a table that has headings."""
    marking, *before = _before(letter, items) if letter.marking else ("", *_before(letter, items))
    first = f"<p><b>{escape(marking)}</b></p>" if marking else ""
    return "\n".join(
        (first, *map(_as_paragraph, before), _table(items), *map(_as_paragraph, _after(letter)))
    ).strip()


def _item(row: Row, known: Known) -> ChaseItem:
    item, (late, _) = row.entry.item, late_of(row, known)
    title = item.title or item.short
    if row.pair.document and len(row.entry.documents) > 1:
        title = f"{title}: {row.pair.document.title}"
    return ChaseItem(
        row=row.key,
        called=item.called,
        title=" ".join(title.split()),
        ours=moment_text(item.internal),
        due=moment_text(row.entry.due),
        status=f"{STATE_WORDS[ours_of(row)]}{LATE_WORDS[late]}",
        late=late is not Late.NO,
    )


def _before(letter: Letter, items: Sequence[ChaseItem]) -> tuple[str, ...]:
    late = sum(item.late for item in items)
    said = f" {late} of them {'is' if late == 1 else 'are'} late." if late else ""
    if len(items) == 1:
        said = " It is late." if late else ""
    opening = (
        f"For the inspection in {letter.area} ({letter.inspection}) we are waiting for"
        f" {counted(len(items), 'document')} from you.{said}"
        f" {ASKING_ONE if len(items) == 1 else ASKING}"
    )
    practice = PRACTICE if letter.practice else ""
    return tuple(filter(None, (letter.marking, practice, f"Dear {letter.whom},", opening)))


def _after(letter: Letter) -> tuple[str, ...]:
    return (ELSE, f"As at {stamp(letter.as_at)}.", f"Thank you,\n{letter.signed}")


def _paragraph(item: ChaseItem) -> str:
    said = zip(HEADS[2:], item.cells[2:], strict=True)
    facts = "; ".join(f"{head}: {text}" for head, text in said if text != NOBODY)
    return f"{item.called}  {item.title}\n{facts}"


def _as_paragraph(text: str) -> str:
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>"


def _table(items: Sequence[ChaseItem]) -> str:
    heads = "".join(f'<th scope="col" style="{_CELL}">{escape(head)}</th>' for head in HEADS)
    style = "border-collapse:collapse;margin:0 0 12px 0"
    return (
        f'<table border="1" cellspacing="0" style="{style}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(map(_tr, items))}</tbody></table>"
    )


def _tr(item: ChaseItem) -> str:
    *cells, status = map(escape, item.cells)
    shown = (*cells, f"<b>{status}</b>" if item.late else status)
    cell = f'<td style="{_CELL}">'
    return f"<tr>{''.join(f'{cell}{each}</td>' for each in shown)}</tr>"
