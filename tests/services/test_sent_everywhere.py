"""After any steps register, pack, workbook and command line agree on “sent”; no version changes."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jtai_desktop.cli import documents as command
from jtai_desktop.domain.documents.cell_texts import STATE_WORDS
from jtai_desktop.domain.documents.cells import CellKey
from jtai_desktop.domain.documents.document import Version
from jtai_desktop.domain.documents.lines import Point, SendingWay, Step
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.documents.taking import correctable
from jtai_desktop.domain.problems import Refused
from jtai_desktop.reports.blocks import SectionRow, Table
from jtai_desktop.reports.held import every_sending
from jtai_desktop.reports.register import register_sheet
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services import documents, overview, register, register_workbook, undoing
from jtai_desktop.services.documents import Said
from jtai_desktop.services.paper_material import material_of
from jtai_desktop.services.taking_in import Incoming
from jtai_desktop.services.workspace import Workspace
from tests.exchange.register.sent_round import SentRound
from tests.services import scene

CODES = ("4.1", "4.7", "2.3")
ADD, UNDO, SECOND, WAKE, ALL_THE_WAY = "add", "undo", "second", "wake", "all the way"
# Chance alone seldom walks the straight way.
OFTEN = (ADD, Step.CHECK, Step.SEND, UNDO, SECOND, WAKE, ALL_THE_WAY, ALL_THE_WAY)
# Which item, which of its documents, what is done, on whose behalf.
MOVES = st.tuples(
    st.sampled_from(CODES),
    st.integers(0, 2),
    st.sampled_from((*Step, *OFTEN * 3)),
    st.sampled_from(("", "Reader")),
)
Versions = dict[tuple[str, int], Version]


@pytest.fixture(scope="module")
def vault(
    bare_vault: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Workspace, str]]:
    """One vault for all examples: what was done before makes the steps only less usual."""
    folder = tmp_path_factory.mktemp("sent") / "vault"
    workspace = scene.reopen(scene.copy(bare_vault[0], folder))
    yield workspace, bare_vault[1]
    workspace.close()


def entry(workspace: Workspace, inspection: str, code: str) -> Entry:
    entries = overview.load(workspace, inspection).register().entries
    return next(each for each in entries if each.item.code == code)


def moved(workspace: Workspace, inspection: str, code: str, which: int, move: str) -> None:
    """Do one thing with a document of an item."""
    found = entry(workspace, inspection, code)
    document = found.documents[which % len(found.documents)]
    if move == ALL_THE_WAY:
        for behalf, each in (("", ADD), ("Reader", Step.CHECK), ("", Step.SEND)):
            workspace.on_behalf_of = behalf
            moved(workspace, inspection, code, which, each)
        return
    if move == ADD:
        file = Incoming(document.id, "minutes.txt", lambda: io.BytesIO(b"one"), 3)
        documents.take_in(workspace, inspection, [file])
    elif move == UNDO:
        undoing.undo(workspace, inspection)
    elif move == SECOND and len(found.documents) < 3:
        answers = document.answers
        register.add_document(workspace, inspection, f"{code} further", "police", answers)
    elif move == WAKE:
        register.ask_for(workspace, inspection, found.item, "Lead inspector")
    elif move in set(Step):
        lines = correctable(document)
        said = Said(
            reason="Because",
            text="Why?",
            way=SendingWay.PORTAL,
            points=tuple(Point),
            corrects=lines[0].id if lines else "",
        )
        documents.take_step(workspace, inspection, Step(move), [document.id], said)


def workbook_lines(workspace: Workspace, inspection: str) -> dict[str, list[tuple[str, int]]]:
    """Of each item the state and the version sent, for each of its documents."""
    view = overview.load(workspace, inspection)
    paper = register_workbook.made(workspace, view, None, lambda _: None)
    book = SentRound(paper.content)
    code, state, sent = map(book.column, (CellKey.CODE, CellKey.STATE, CellKey.SENT))
    found: dict[str, list[tuple[str, int]]] = {}
    for line in book.lines:
        found.setdefault(line[code], []).append((line[state], int(line[sent] or 0)))
    return found


def printed(workspace: Workspace, inspection: str) -> dict[str, dict[str, Any]]:
    view = overview.load(workspace, inspection)
    data = json.loads(json.dumps(command.as_data(view, view.register().entries)))
    return {each["code"]: each for each in data["items"]}


def pack_says(workspace: Workspace, inspection: str) -> tuple[dict[str, str], dict[str, int]]:
    """Of each item the state on paper; of each document the version that was sent last."""
    view = overview.load(workspace, inspection)
    material = material_of(view, view.now, Variant.FULL)
    (table, _) = register_sheet(material).blocks
    assert isinstance(table, Table)
    lines = (row for row in table.rows if not isinstance(row, SectionRow))
    states = {row[0].text: row[4].text for row in lines}
    return states, {
        each.document.id: each.sent.version for each in every_sending(material.register)
    }


def agree(workspace: Workspace, inspection: str) -> None:
    book, data = workbook_lines(workspace, inspection), printed(workspace, inspection)
    paper, held = pack_says(workspace, inspection)
    for each in overview.load(workspace, inspection).register().entries:
        code = each.item.code
        states, versions = zip(*book[code], strict=True)
        assert max(versions) == each.sent == (data[code]["version_sent"] or 0)
        assert data[code]["state"] == each.ours.value
        assert STATE_WORDS[each.ours] in states
        assert (paper[code] == "Sent") == (each.ours.value == "sent")
        assert max((held.get(one.id, 0) for one in each.documents), default=0) == each.sent
        sent_everywhere = all(state == "Sent" for state in states if state not in {"None", "N/A"})
        there = any(state not in {"None", "N/A"} for state in states)
        assert (sent_everywhere and there) == (each.ours.value == "sent")


def test_everything_says_the_same_of_sent(vault: tuple[Workspace, str]) -> None:
    @given(st.lists(MOVES, min_size=1, max_size=14))
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    def stepped(moves: list[tuple[str, int, str, str]]) -> None:
        walk(*vault, moves)
        agree(*vault)

    stepped()
    # Or nothing was shown: some version must have come into the inspectors’ hands.
    assert max(entry(*vault, code).sent for code in CODES) > 1


def walk(workspace: Workspace, inspection: str, moves: list[tuple[str, int, str, str]]) -> None:
    """Do it all, and look after each step that every version is what it was."""
    seen: Versions = {}
    for code, which, move, behalf in moves:
        workspace.on_behalf_of = behalf
        try:
            moved(workspace, inspection, code, which, move)
        except Refused:
            continue
        now = versions(workspace, inspection)
        # An undo takes a version back whole; none is ever another than it was.
        assert move == UNDO or all(now[key] == seen[key] for key in seen if key in now)
        seen = now if move == UNDO else seen | now


def versions(workspace: Workspace, inspection: str) -> Versions:
    return {
        (document.id, each.number): each
        for document in overview.load(workspace, inspection).documents
        for each in document.versions
    }
