"""The rows of Today about documents, from the example."""

from dataclasses import replace

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.documents.register import Register
from jtai_desktop.domain.documents.track import Ours
from jtai_desktop.services import overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.today import document_rows, rows
from jtai_desktop.ui.theme.tokens import Role
from tests.services.conftest import (  # noqa: F401 - fixtures
    example_vault,
    inspection,
    workspace,
)


def day(workspace: Workspace, inspection: str) -> Day:  # noqa: F811
    return overview.load(workspace, inspection).day()


def test_late_ones_with_whom(workspace: Workspace, inspection: str) -> None:  # noqa: F811
    found = [
        [cell.plain for cell in row.cells]
        for row in document_rows.late_rows(day(workspace, inspection))
    ]
    assert found[0] == [
        "22 h 40 min late",
        "4.7 Force governance minutes, 2 of 3 sets",
        "Police",
        "due Mon 9, 12:00",
        "chased twice",
    ]
    assert [row[1] for row in found[3:]] == [
        "Child C Minutes of multi-agency meetings",
        "Child F Chronology of six months",
    ]
    words = document_rows.late_words(day(workspace, inspection))
    assert words == "late to us, not to the inspectors"


def test_due_today_by_next_step(workspace: Workspace, inspection: str) -> None:  # noqa: F811
    today = day(workspace, inspection)
    found = [
        (row.cells[0].plain, row.cells[1].plain) for row in document_rows.next_step_rows(today)
    ]
    assert found == [
        ("Ready", "14 5 documents, 9 case documents"),
        ("To check", "10 4 documents, 6 case documents"),
        ("Asked", "5 2 documents, 3 case documents"),
    ]
    assert rows.due_today_count(today) == 29
    assert rows.due_today_rows(today)[:3] == document_rows.next_step_rows(today)


def test_a_milestone_whose_documents_are_all_sent_can_be_marked_done(
    workspace: Workspace,  # noqa: F811
    inspection: str,  # noqa: F811
) -> None:
    today = day(workspace, inspection)
    sent = tuple(
        replace(entry, ours=Ours.SENT) if entry.item.milestone == "case-documents" else entry
        for entry in today.register.entries
    )
    all_sent = replace(today, register=Register(sent))
    assert "case-documents" not in [row.key for row in rows.due_today_rows(today)]
    assert "case-documents" in [row.key for row in rows.due_today_rows(all_sent)]


def test_milestones_say_how_far_they_are(
    workspace: Workspace,  # noqa: F811
    inspection: str,  # noqa: F811
) -> None:
    found = [row.cells[3] for row in rows.next_rows(day(workspace, inspection), 3)]
    assert [(cell.text, cell.meter) for cell in found] == [
        ("20 of 40 sent", (20, 40)),
        ("19 of 33 sent", (19, 33)),
        ("1 of 6 finished", (1, 6)),
    ]


def test_still_to_send_by_agency(workspace: Workspace, inspection: str) -> None:  # noqa: F811
    today = day(workspace, inspection)
    found = document_rows.to_send_rows(today)
    assert [row.cells[0].text for row in found] == [
        "Council",
        "Police",
        "CAMHS",
        "YOT",
        "Partnership",
        "CCG",
    ]
    assert found[1].cells[2].bar == ((3, Role.LATE), (1, Role.CTL), (4, Role.WITH_US))
    assert found[1].said.endswith("still to send, 3 late, 1 with the agency, 4 with us")
    assert document_rows.to_send_aside(today) == "34 of 73"
