"""A paper with a conversation on it, a withdrawal, and the paper back: through services and log."""

import pytest

from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.printing import Way
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.remarks.of_day import remarks
from jtai_desktop.services import calling_back, conversations, overview, paper_shelf, papers
from jtai_desktop.services.calling_back import papers_to_call_back
from jtai_desktop.services.conversations import Said
from jtai_desktop.services.workspace import Workspace


def withdraw(workspace: Workspace, inspection: str, called: str) -> None:
    people = overview.load(workspace, inspection).people
    person = next(each.id for each in people if each.called == called)
    conversations.take_step(workspace, inspection, person, Step.WITHDRAW, Said(how="by phone"))


def test_the_example_has_one_paper_to_call_back(workspace: Workspace, inspection: str) -> None:
    (found,) = papers_to_call_back(workspace, inspection)
    assert [person.called for person in found.people] == ["Child F, carer"]
    sentences = [each.sentence for each in remarks(overview.load(workspace, inspection).day())]
    assert "Call back: Conversations, Mon 9, 14:40, Child F" in sentences
    done = calling_back.mark_called_back(workspace, inspection, found.paper.id, "destroyed")
    assert done.summary == "Conversations of Mon 9 Nov 2026, 14:40: called back"
    assert papers_to_call_back(workspace, inspection) == ()
    with pytest.raises(Refused, match="not among those to call back"):
        calling_back.mark_called_back(workspace, inspection, found.paper.id)
    assert workspace.store.verify() == ()


def test_who_was_not_on_a_paper_calls_none_back(workspace: Workspace, inspection: str) -> None:
    """The father of B agreed before the paper, the mother of E stands on it; C is on both."""
    (first,) = papers_to_call_back(workspace, inspection)
    calling_back.mark_called_back(workspace, inspection, first.paper.id)
    withdraw(workspace, inspection, "Child C, carer")
    assert papers_to_call_back(workspace, inspection) == ()
    letter = paper_shelf.make(workspace, inspection, "arrangements")
    papers.log(workspace, inspection, letter, Way.PRINTED)
    assert papers_to_call_back(workspace, inspection) == ()
    withdraw(workspace, inspection, "Child E, mother")
    (found,) = papers_to_call_back(workspace, inspection)
    assert found.paper.paper == letter.name
    assert found.children == ("Child E",)


def test_a_paper_without_conversations_is_never_called_back(
    workspace: Workspace, inspection: str
) -> None:
    plain = paper_shelf.make(workspace, inspection, "timetable")
    assert plain.holds == ()
