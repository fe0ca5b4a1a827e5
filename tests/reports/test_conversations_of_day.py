"""The conversations on the checklist of the example: those that stand; of others only the duty."""

import pytest

from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.services import conversations, overview, papers
from jtai_desktop.services.conversations import Said
from jtai_desktop.services.workspace import Workspace
from tests.services.conftest import (  # noqa: F401 - fixtures
    example_vault,
    inspection,
    workspace,
)


def _lines(workspace: Workspace, inspection: str, agency: str = "") -> list[str]:  # noqa: F811
    view = overview.load(workspace, inspection)
    paper = papers.checklist_paper(view, view.now.date(), view.now, agency)
    return [
        f"{line.lead} | {line.text} | {line.detail}"
        for section in paper.sections
        for line in getattr(section, "lines", ())
    ]


def test_the_duty_stands_there_and_no_decision(
    workspace: Workspace,  # noqa: F811
    inspection: str,  # noqa: F811
) -> None:
    lines = _lines(workspace, inspection)
    tell = [line for line in lines if "lead inspector of a decision" in line]
    assert tell == ["today | Tell the lead inspector of a decision, Child D | Participation lead"]
    assert not [line for line in lines if "declined" in line or "withdrawn" in line]
    assert any("3 of 8 confirmed" in line for line in lines)


def test_once_told_it_is_gone_and_an_agency_never_sees_it(
    workspace: Workspace,  # noqa: F811
    inspection: str,  # noqa: F811
) -> None:
    assert not [line for line in _lines(workspace, inspection, "police") if "decision" in line]
    (duty,) = overview.load(workspace, inspection).conversations.to_tell
    said = Said(who="Inspection coordinator", how="by phone")
    conversations.take_step(workspace, inspection, duty.person.id, Step.TELL, said)
    assert not [line for line in _lines(workspace, inspection) if "decision" in line]


@pytest.mark.parametrize("agency", ["council", "camhs"])
def test_no_agency_is_told_of_a_decision(
    workspace: Workspace,  # noqa: F811
    inspection: str,  # noqa: F811
    agency: str,
) -> None:
    assert not [line for line in _lines(workspace, inspection, agency) if "decision" in line]


def test_the_meetings_and_conversations_still_to_come_stand_there(
    workspace: Workspace,  # noqa: F811
    inspection: str,  # noqa: F811
) -> None:
    lines = _lines(workspace, inspection)
    assert "13:00–13:30 | Document check, Police and CCG | Room 2" in lines
    assert not [line for line in lines if "Partners’ daily call" in line]
    assert [line for line in _lines(workspace, inspection, "ccg") if "Document check" in line]
    assert not [line for line in _lines(workspace, inspection, "yot") if "Document check" in line]
    view = overview.load(workspace, inspection)
    day = view.day_on(next(iter(view.week.slots[-1:])).start.date())
    paper = papers.checklist_paper(view, day.date, view.now)
    texts = [line.text for section in paper.sections for line in getattr(section, "lines", ())]
    assert "Child F, planning or review meeting" in texts
    assert len(day.meetings) == 3
    talks = [text for text in texts if text.startswith("Conversation: ")]
    assert talks == ["Conversation: Child E, mother", "Conversation: Child B, father"]
    assert len(paper.holds) == 2
    assert not [text for text in texts if "carer" in text]  # who withdrew
    for_one = papers.checklist_paper(view, day.date, view.now, "camhs")
    assert not for_one.holds
