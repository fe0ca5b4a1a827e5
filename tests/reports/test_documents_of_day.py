"""The documents on the checklist of the example, beside the drawing of it."""

import pytest

from jtai_desktop.reports.checklist import AgencyMatrix, ChecklistLine, ChecklistSection
from jtai_desktop.services import overview, papers
from jtai_desktop.services.workspace import Workspace
from tests.services.conftest import (  # noqa: F401 - fixtures
    example_vault,
    inspection,
    workspace,
)

Sections = dict[str, ChecklistSection | AgencyMatrix]


@pytest.fixture
def sections(workspace: Workspace, inspection: str) -> Sections:  # noqa: F811
    return _sections(workspace, inspection, "")


def _sections(workspace: Workspace, inspection: str, agency: str) -> Sections:  # noqa: F811
    view = overview.load(workspace, inspection)
    paper = papers.checklist_paper(view, view.now.date(), view.now, agency)
    return {section.title: section for section in paper.sections}


def _lines(section: ChecklistSection | AgencyMatrix) -> tuple[ChecklistLine, ...]:
    assert isinstance(section, ChecklistSection)
    return section.lines


def test_how_far_the_documents_are(sections: Sections) -> None:
    lines = _lines(sections["Due today"])
    details = [line.detail for line in lines if line.lead != "today"]
    assert details == ["20 of 40 sent", "19 of 33 sent"]


def test_what_is_overdue(sections: Sections) -> None:
    found = [
        (line.lead, line.text, line.detail, line.right) for line in _lines(sections["Overdue"])
    ]
    assert found == [
        ("4.7", "Force governance minutes, 2 of 3 sets in", "Police", "chased 2×"),
        ("4.9", "Performance information", "Police", "chased 2×"),
        ("6.6", "Audits and action plans", "CCG", "chased 2×"),
        ("Child C, 7", "Minutes of multi-agency meetings", "YOT", "chased 1×"),
        ("Child F, 9", "Chronology of six months", "Police", "chased 1×"),
    ]
    assert sections["Overdue"].aside == "all five were due Monday 9, 12:00, our own time"


def test_still_to_send_by_agency(sections: Sections) -> None:
    matrix = sections["Still to send, by agency"]
    assert isinstance(matrix, AgencyMatrix)
    assert matrix.aside == "34 of 73. “A 7” is Child A, document kind 7"
    found = [(row.agency, row.count, row.cells) for row in matrix.rows]
    ready = ("1.6", "A 7", "B 9", "C 2", "E 7", "E 9")
    check = ("1.2", "1.4", "A 9", "E 4")
    assert found == [
        ("Council", "12", ((), ("B 3", "D 9"), check, ready)),
        ("Police", "8", (("4.7", "4.9", "F 9"), ("4.4",), ("4.3", "C 6", "C 9"), ("4.6",))),
        ("CAMHS", "6", ((), ("6.5",), ("B 7", "F 7"), ("A 5", "D 5", "E 5"))),
        ("YOT", "4", (("C 7",), ("F 8",), (), ("5.4", "C 8"))),
        ("Partnership", "2", ((), (), (), ("2.1", "3.2"))),
        ("CCG", "2", (("6.6",), (), ("6.3",), ())),
    ]


def test_one_agency_sees_its_own(workspace: Workspace, inspection: str) -> None:  # noqa: F811
    found = _sections(workspace, inspection, "yot")
    matrix = found["Still to send, by agency"]
    assert isinstance(matrix, AgencyMatrix)
    assert [row.agency for row in matrix.rows] == ["YOT"]
    assert [line.lead for line in _lines(found["Overdue"])] == ["Child C, 7"]
