"""A made-up vault with a large register: items, a document for each, five versions, a history."""

from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session

from jtai_desktop.domain.people import Contact
from jtai_desktop.services import overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import digest, people, values
from jtai_desktop.store.canonical import canonical
from jtai_desktop.store.models import (
    AnswerRow,
    Base,
    DocumentRow,
    ItemRow,
    LineRow,
    VersionRow,
    table_of,
)
from tests.services import scene

VERSIONS, PEOPLE = 5, 40
STEPS = ("asked", "received", "checked", "returned", "asked", "received")
Rows = list[dict[str, object]]


def make(folder: Path, items: int) -> str:
    """A vault with so many items beside those of the pack; gives its inspection."""
    inspection_id = scene.make_bare(folder)
    workspace = scene.reopen(folder)
    contacts = _people(workspace, inspection_id)
    agencies = [agency.key for agency in overview.load(workspace, inspection_id).agencies]
    with Session(workspace.store._engine) as session:
        for kind, rows in _documents(inspection_id, items, contacts, agencies).items():
            session.execute(insert(kind), [_whole(kind, row) for row in rows])
        session.flush()
        digest.rebuild(session, workspace.store._keys.digest)
        session.commit()
    workspace.close()
    return inspection_id


def _whole(kind: type[Base], row: dict[str, object]) -> dict[str, object]:
    """The row with nothing in each column that is not named here."""
    columns = (each for each in table_of(kind).columns if not each.nullable)
    nothing = {each.name: 0 if each.type.python_type is int else "" for each in columns}
    return nothing | row


def document_id(number: int) -> str:
    """The document of an item by its number."""
    return f"document-{number:06}"


def item_id(number: int) -> str:
    """An item by its number."""
    return f"item-{number:06}"


def _people(workspace: Workspace, inspection_id: str) -> list[str]:
    agencies = overview.load(workspace, inspection_id).agencies
    made = [
        Contact(f"contact-{number:03}", agencies[number % len(agencies)].id, f"Lead {number}")
        for number in range(PEOPLE)
    ]
    with workspace.action("people.added", "Many people", inspection_id) as work:
        for contact in made:
            people.add_contact(work.session, inspection_id, contact)
    return [contact.id for contact in made]


def _item(inspection_id: str, number: int) -> dict[str, object]:
    return {
        "id": item_id(number),
        "inspection_id": inspection_id,
        "source": "hand",
        "number": f"R{number + 1}",
        "title": f"Record {number} of the panel",
        "agency": "police",
        "asked_by": "CQC",
        "position": 1_000_000 + number,
        "due_day": "2026-11-12",
        "due_hour": "end-of-day",
        "version": 1,
    }


def _documents(
    inspection_id: str, items: int, contacts: list[str], agencies: list[str]
) -> dict[type[Base], Rows]:
    rows: dict[type[Base], Rows] = {
        ItemRow: [_item(inspection_id, number) for number in range(items)],
        **{kind: [] for kind in (DocumentRow, AnswerRow, VersionRow, LineRow)},
    }
    for number in range(items):
        one = document_id(number)
        rows[DocumentRow].append(
            {
                "id": one,
                "inspection_id": inspection_id,
                "title": f"Record {number} of the panel",
                "agency": agencies[number % len(agencies)],
                "owner_id": contacts[number % len(contacts)],
                "deputy_id": contacts[(number + 7) % len(contacts)],
                "dates": canonical([(date(2026, 10, 1) - timedelta(days=number % 90)).isoformat()]),
                "note_internal": f"Asked again, expected by {number % 12 + 8}:00.",
                "note_inspectors": "" if number % 3 else "Signed off by the chair.",
                "newest": VERSIONS,
                "taken": number % len(STEPS),
                "copied_version": 0,
                "version": 1,
            }
        )
        rows[AnswerRow].append(
            {"document_id": one, "item_id": item_id(number), "pages": "", "version": 1}
        )
        rows[VersionRow] += [_version(one, each) for each in range(1, VERSIONS + 1)]
        steps = STEPS[: number % len(STEPS)]
        rows[LineRow] += [_line(one, each, step) for each, step in enumerate(steps, 1)]
    return rows


def _version(document: str, number: int) -> dict[str, object]:
    return {
        "document_id": document,
        "number": number,
        "file_name": f"minutes-{number}.pdf",
        "size": 120_000 + number,
        "sha256": f"{number:064x}",
        "at": values.instant(scene.NOW - timedelta(days=10 - number)),
        "person": "Inspection coordinator",
        "place": "/shared/minutes.pdf",
        "version": 1,
    }


def _line(document: str, number: int, step: str) -> dict[str, object]:
    return {
        "document_id": document,
        "number": number,
        "step": step,
        "at": values.instant(scene.NOW - timedelta(days=8 - number)),
        "person": "Inspection coordinator",
        "behalf": "Quality lead",
        "of_version": VERSIONS if step in {"received", "checked", "returned"} else 0,
        "version": 1,
    }
