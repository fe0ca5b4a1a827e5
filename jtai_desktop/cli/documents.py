"""The command `documents`: where every item stands, or what is outstanding and with whom.

`documents export` and `documents import` stand in `documents_workbook`, `documents chase` in
`documents_chase`, `documents request` in `documents_request`.
"""

import argparse
import json
from typing import TYPE_CHECKING

from jtai_desktop.cli import documents_chase, documents_request, documents_workbook
from jtai_desktop.cli.tables import aligned
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.documents.register import Entry
    from jtai_desktop.services.one_inspection import Overview

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

HEADS = ("No.", "Title", "Agency", "Owner", "Due", "Our status", "Inspectors", "Sent", "Here")


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `documents`."""
    parser = subparsers.add_parser("documents", help="where every document stands")
    add_vault(parser, outer=True)
    add = parser.add_argument
    add("--outstanding", action="store_true", help="only what is still to be sent")
    add("--agency", default="", metavar="KEY", help="only what one agency has to bring")
    add("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)
    inner = parser.add_subparsers(title="commands", metavar="")
    documents_workbook.add_parsers(inner, chosen)
    documents_chase.add_parser(inner)
    documents_request.add_parser(inner)


def run(args: argparse.Namespace) -> int:
    """Print the register, or the outstanding part of it."""
    from jtai_desktop.services import overview, papers

    with opened(args) as workspace:
        view = overview.load(workspace, inspection_of(workspace, args))
    if args.agency:
        papers.agency_of(view, args.agency)
    entries = chosen(view, outstanding=args.outstanding, agency=args.agency)
    if args.json:
        print(json.dumps(as_data(view, entries), indent=2))
    else:
        print("\n".join(_lines(view, entries)))
    return 0


def chosen(view: "Overview", *, outstanding: bool, agency: str) -> tuple["Entry", ...]:
    """The entries asked for, in the order of the register."""
    found = view.register()
    if agency:
        found = found.of_agency(agency)
    return found.open if outstanding else found.entries


def as_data(view: "Overview", entries: tuple["Entry", ...]) -> dict[str, object]:
    """The register as JSON has it."""
    from jtai_desktop.domain.documents.counting import counts

    every = counts(entries)
    return {
        "as_at": view.now.isoformat(timespec="minutes"),
        "sent": every.sent,
        "to_send": every.to_send,
        "on_request": every.on_request,
        "items": [_item(view, entry) for entry in entries],
    }


def _item(view: "Overview", entry: "Entry") -> dict[str, object]:
    close = view.council.close
    due, internal = entry.due, entry.item.internal
    return {
        "id": entry.item.id,
        "code": entry.item.code,
        "section": entry.item.section,
        "child": entry.item.child.label if entry.item.child else None,
        "title": entry.item.title,
        "state": entry.ours.value,
        "inspectors": entry.theirs.value,
        "agency": entry.agency,
        "owner": _role(view, entry.owner_id),
        "deputy": _role(view, entry.deputy_id),
        "due": due.iso(close) if due else None,
        "internal_due": internal.iso(close) if internal else None,
        "late": entry.late.value,
        "version_sent": entry.sent or None,
        "version_held": entry.here or None,
        "chased": entry.chased,
        "warnings": [doubt.sentence for doubt in entry.doubts],
    }


def _role(view: "Overview", contact_id: str) -> str:
    contact = view.contact(contact_id)
    return contact.role if contact else ""


def _lines(view: "Overview", entries: tuple["Entry", ...]) -> list[str]:
    from jtai_desktop.domain.documents.counting import counts

    rows = [_row(view, entry) for entry in entries]
    return [counts(entries).said, "", *aligned(HEADS, rows)]


def _row(view: "Overview", entry: "Entry") -> tuple[str, ...]:
    from jtai_desktop.domain.documents.lateness import said
    from jtai_desktop.domain.wording import moment_short

    due = moment_short(entry.first_due) if entry.first_due and entry.counts else "–"
    late = said(entry.late, entry.late_by)
    state = entry.ours.value.replace("-", " ")
    names = {agency.key: agency.short for agency in view.agencies}
    return (
        entry.item.code,
        entry.item.short,
        names.get(entry.agency, entry.agency),
        _role(view, entry.owner_id) or "–",
        due,
        f"{state}, {late}" if late else state,
        "–" if entry.theirs.value == "no-status" else entry.theirs.value.replace("-", " "),
        f"v{entry.sent}" if entry.sent else "–",
        f"v{entry.here}" if entry.here else "–",
    )
