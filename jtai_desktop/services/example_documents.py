"""The documents of the example: children, files, checks, sendings, played through the actions."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

from jtai_desktop.domain.conversations.person import Role
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import Notes
from jtai_desktop.domain.documents.lines import Point, Step
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.moments import Hour, Moment
from jtai_desktop.services import documents, overview, register
from jtai_desktop.services.documents import Said
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.register import NewChild
from jtai_desktop.services.taking_in import Incoming
from jtai_desktop.services.workspace import Workspace

Script = dict[str, Any]
Ids = dict[str, str]
Known = dict[str, Entry]
Play = Callable[[Script], None]


def begin(workspace: Workspace, inspection_id: str, data: Script, people: Ids) -> Play:
    """Say who owns what of the pack; gives what plays each further step."""
    known: Known = {}
    _describe(workspace, inspection_id, data, people, known)

    def play(step: Script) -> None:
        workspace.on_behalf_of = step.get("for", "")
        if "children" in step:
            for child in data["children"]:
                register.add_child(
                    workspace, inspection_id, NewChild(**child, people=(Role.CHILD,))
                )
            _describe(workspace, inspection_id, data, people, known)
        _play(workspace, inspection_id, step, known)
        workspace.on_behalf_of = ""

    return play


def _describe(
    workspace: Workspace, inspection_id: str, data: Script, people: Ids, known: Known
) -> None:
    """Owners, agencies, dates and notes of the documents that are not known yet."""
    entries = overview.load(workspace, inspection_id).register().entries
    new = {entry.item.code: entry for entry in entries if entry.item.code not in known}
    first = {code: entry.documents[0] for code, entry in new.items()}
    register.change(workspace, inspection_id, _described(first, data, people))
    known.update(new)


def _described(by_code: dict[str, Document], data: Script, people: Ids) -> list[Document]:
    agencies = {code: key for key, codes in data["agencies"].items() for code in codes}
    found = []
    for code, document in by_code.items():
        notes = Notes(data["internal"].get(code, ""), data["for_inspectors"].get(code, ""))
        owner = data["owners"].get(code)
        changed = replace(
            document,
            agency=agencies.get(code, document.agency),
            owner_id=people[owner] if owner else "",
            dates=tuple(data["dates"].get(code, ())),
            notes=notes,
        )
        found.append(changed)
    return found


def _play(workspace: Workspace, inspection_id: str, step: Script, known: Known) -> None:
    if "in" in step:
        files = [_file(code, known[code].documents[0], step) for code in step["in"]]
        documents.take_in(workspace, inspection_id, files)
    elif "internal" in step:
        items = [known[code].item for code in step["internal"]]
        register.set_internal(workspace, inspection_id, items, _moment(step["day"], step["time"]))
    elif "step" in step:
        _step(workspace, inspection_id, step, known)


def _file(code: str, document: Document, step: Script) -> Incoming:
    content = page(f"{code} {document.title}", f"As of {step['at']:%d %B}. Fictional: Northmoor.")
    return Incoming(
        document.id,
        f"{code} {document.title}.pdf",
        lambda: io.BytesIO(content),
        len(content),
        step.get("note", ""),
        step.get("part", False),
    )


def _step(workspace: Workspace, inspection_id: str, step: Script, known: Known) -> None:
    taken = Step(step["step"])
    said = Said(
        reason=step.get("reason", ""),
        text=step.get("question", ""),
        way=step.get("way", ""),
        due=_moment(step["day"], step["time"]) if "day" in step else None,
        points=tuple(Point) if taken is Step.CHECK else (),
    )
    chosen = [known[code].documents[0].id for code in step["codes"]]
    documents.take_step(workspace, inspection_id, taken, chosen, said)


def _moment(day: date, clock: time) -> Moment:
    return Moment(day, Hour.AT, clock)


def page(title: str, text: str) -> bytes:
    """A PDF of one page with two lines, small enough to write by hand."""
    lines = [_plain(title), _plain(text)]
    drawn = f"BT /F 16 Tf 60 760 Td ({lines[0]}) Tj 0 -28 Td /F 11 Tf ({lines[1]}) Tj ET"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    box, fonts = "/MediaBox [0 0 595 842]", f"<< /Font << /F {font} >> >>"
    parts = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R {box} /Contents 4 0 R /Resources {fonts} >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
    )
    return _file_of(parts)


def _file_of(parts: tuple[str, ...]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(parts) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + (end + trailer).encode()


def _plain(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("’", "'")


def document_ids(view: Overview) -> dict[str, str]:
    """The document that answers each item, by the code of the item."""
    codes = {item.id: item.code for item in view.items}
    return {codes[a.item_id]: d.id for d in view.documents for a in d.answers}
