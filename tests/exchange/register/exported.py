"""A small exported workbook, made without a vault."""

from dataclasses import replace
from datetime import date

from jtai_desktop.domain.documents.cell_people import known
from jtai_desktop.domain.documents.cells import rows
from jtai_desktop.domain.documents.document import Answer
from jtai_desktop.domain.documents.items import Notes
from jtai_desktop.domain.documents.register import register
from jtai_desktop.domain.documents.round_trip import seal_of, texts_of
from jtai_desktop.domain.moments import end_of_day
from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.domain.sheets import ExportHead
from jtai_desktop.exchange import register_writing
from tests.domain.documents import made

AGENCIES = (Agency("a1", "police", "Northmoor Police", "Police"),)
CONTACTS = (Contact("c1", "a1", "Force governance"), Contact("c2", "a1", "Force analyst"))


def workbook(count: int, title: str = "Minutes") -> bytes:
    """An export of so many rows."""
    items = [
        made.item(f"4.{number}", position=number, internal=end_of_day(date(2026, 11, 9)))
        for number in range(1, count + 1)
    ]
    documents = [
        replace(
            made.sent() if number % 3 else made.document(),
            id=f"document {item.number}",
            title=title,
            owner_id="c1",
            dates=(date(2026, 10, number % 28 + 1),) * (number % 2),
            notes=Notes("Asked again", "Signed off"),
            answers=(Answer(item.id),),
        )
        for number, item in enumerate(items)
    ]
    names = known(made.NOW, AGENCIES, CONTACTS)
    told = [
        (row, texts_of(row, names))
        for row in rows(register(items, documents, made.MOMENTS).entries)
    ]
    head = ExportHead("vault", "inspection", made.NOW, made.CLOSE)
    sealed = replace(head, seal=seal_of(head, ((row.key, texts) for row, texts in told)))
    about = [("As at", "Tue 10 Nov 2026, 10:40")]
    written = register_writing.Written(
        sealed, told, names, "OFFICIAL-SENSITIVE", "Documents", about, practice=True
    )
    return register_writing.workbook(written)
