"""The example’s letter of an earlier inspection: taken in as if read, confirmed, long answered."""

from typing import Any

from jtai_desktop.domain.changes import Kind as Record
from jtai_desktop.domain.findings import draft as drafts
from jtai_desktop.domain.findings.draft import Draft, Item
from jtai_desktop.domain.findings.finding import Kind, Way
from jtai_desktop.domain.letters.statement import Step
from jtai_desktop.services import findings, overview, statements
from jtai_desktop.services.workspace import Workspace

Script = dict[str, Any]
KNOWN_BY = ("printed", "page", "paragraph")


def play(workspace: Workspace, inspection_id: str, data: Script) -> None:
    """The letter, its findings with their agencies, and the statement that was sent."""
    changes = findings.take_in(workspace, inspection_id, _draft(data))
    letter_id = findings.touched(changes, Record.LETTER)
    _name_agencies(workspace, inspection_id, data["findings"])
    statements.receive(workspace, inspection_id, letter_id, data["letter"]["received"])
    for step in data["before_sending"]:
        statements.add_step(workspace, inspection_id, letter_id, Step(**step))
    for kept in overview.load(workspace, inspection_id).statement_steps:
        statements.hold_step(workspace, inspection_id, kept.id, held=True)
    statements.mark_sent(workspace, inspection_id, letter_id, data["letter"]["sent"])


def _draft(data: Script) -> Draft:
    letter = data["letter"]
    facts = [_fact(each) for each in letter["facts"]]
    found = [_found(f"f{at}", each) for at, each in enumerate(data["findings"])]
    bare = Draft((*facts, *found), Way.READ, letter["file"], letter["sha256"], letter["pages"])
    for at, each in enumerate(data["findings"]):
        if "corrected" in each:
            bare = drafts.edited(bare, f"f{at}", each["corrected"])
    return drafts.confirmed(bare, [each.key for each in bare.items])


def _fact(data: Script) -> Item:
    where = {name: data[name] for name in KNOWN_BY}
    return Item(f"fact:{data['name']}", data["text"], name=data["name"], **where)


def _found(key: str, data: Script) -> Item:
    return Item(
        key,
        data["text"],
        kind=Kind(data["kind"]),
        heading=data["heading"],
        printed=data["text"],
        page=data["page"],
        paragraph=data["paragraph"],
    )


def _name_agencies(workspace: Workspace, inspection_id: str, told: list[Script]) -> None:
    """Findings about the same agencies at once."""
    kept = findings.kept(workspace, inspection_id)
    by_agencies: dict[tuple[str, ...], list[str]] = {}
    for finding, each in zip(kept, told, strict=True):
        by_agencies.setdefault(tuple(each["agencies"]), []).append(finding.id)
    for agencies, ids in by_agencies.items():
        findings.set_agencies(workspace, inspection_id, ids, agencies)
