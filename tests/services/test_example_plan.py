"""The plan of the example: every rating, an override, two versions, one finding unanswered."""

from jtai_desktop.domain.actions.doubts import About, doubts
from jtai_desktop.domain.actions.rating import Rating
from jtai_desktop.services import overview, plan_versions
from jtai_desktop.services.workspace import Workspace


def test_the_example_shows_everything_that_a_plan_can_have(
    workspace: Workspace, inspection: str
) -> None:
    view = overview.load(workspace, inspection)
    plan = view.action_plan()
    assert all(plan.counts[each] for each in Rating)
    assert [each.number for each in plan.versions] == [1, 2]
    assert [each.called for each in plan.unanswered] == ["Finding 8"]
    assert [each.action.number for each in plan.without_source] == ["7.3"]
    assert [each.action.number for each in plan.entries if each.stand.override] == ["5.1"]
    assert any(entry.corrects for each in plan.entries for entry in each.action.progress)
    turned = {e.action.number: turn for e, turn in plan.turned_this_week}
    assert set(turned) == {"1.1", "5.1", "7.1"}
    assert turned["7.1"].by is None
    assert not turned["1.1"].is_worse
    assert {About.UNANSWERED, About.NO_SOURCE, About.GROUP, About.VAGUE, About.NO_MEASURE} <= {
        each.about for each in doubts(plan)
    }
    titles = {each.id: each.title for each in view.documents}
    linked = {e.action.number: [titles[d] for d in e.action.evidence] for e in plan.entries}
    assert linked["1.1"] == ["Practice audits and plans"]
    assert plan_versions.since_issued(view)
