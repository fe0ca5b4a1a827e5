"""The action plan on the page of findings: led to, printed, told of what others change."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jtai_desktop.services import actions, overview
from jtai_desktop.ui.kit.buttons import KitButton
from jtai_desktop.ui.pages.findings.page import FindingsPage
from jtai_desktop.ui.pages.findings.plan_part import PlanPart
from jtai_desktop.ui.plan.view import PlanView
from jtai_desktop.ui.shell.page import Desk

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settle: Settle) -> FindingsPage:
    """The page of findings over the example."""
    made = FindingsPage(desk)
    qtbot.addWidget(made)
    made.resize(1186, 640)
    made.show()
    settle()
    return made


def plan_of(page: FindingsPage) -> PlanView:
    """The plan that is shown."""
    assert isinstance(page.part, PlanPart)
    return page.part.view


def test_today_leads_to_an_action_and_to_what_looks_wrong(
    page: FindingsPage, desk: Desk, settle: Settle
) -> None:
    found: list[str] = []
    inspection_id = desk.inspection_id
    desk.hub.read(
        lambda workspace: next(
            e.id for e in overview.load(workspace, inspection_id).actions if e.number == "7.1"
        ),
        found.append,
    )
    settle()
    page.open_at(f"action:{found[0]}")
    settle()
    settle()
    assert plan_of(page).chosen == found[0]
    page.open_at("plan:wrong")
    assert len([row for row in plan_of(page).table.rows if not row.section]) == 7
    desk.hub.act(
        lambda workspace: actions.set_timescale(workspace, inspection_id, found[0], "asap")
    )
    settle()
    settle()
    assert "“asap” names no day" in plan_of(page).panel._wrong.text()
    assert "11 actions" in page.part.fact


def test_who_is_led_to_the_plan_as_a_whole_sees_its_gravest_action(
    page: FindingsPage, settle: Settle
) -> None:
    page.open_at("plan")
    settle()
    settle()
    view = plan_of(page)
    assert view.panel.key == view.chosen != ""
    assert view.table.current_key == view.chosen


def test_what_is_printed_is_the_plan_or_what_changed(
    page: FindingsPage, desk: Desk, settle: Settle
) -> None:
    went: list[tuple[str, str]] = []
    desk.go.connect(lambda place, what: went.append((place, what)))
    page.turn("plan")
    settle()
    settle()
    page.print_paper()
    plan_of(page).turn_over()
    settle()
    page.print_paper()
    changes = plan_of(page).changes
    changes.earlier.setCurrentIndex(1)
    changes.later.setCurrentIndex(1)
    for button in changes.findChildren(KitButton)[:2]:
        button.click()
    page.turn("list")
    page.print_paper()
    assert went == [
        ("papers", wanted)
        for wanted in (
            "action-plan", "plan-changes:2:", "plan-changes:1:2", "plan-issued:1", "checklist",
        )
    ]  # fmt: skip


def test_the_workbook_goes_out_and_back(page: FindingsPage, settle: Settle, tmp_path: Path) -> None:
    page.turn("plan")
    settle()
    settle()
    trip, file = plan_of(page).trip, tmp_path / "plan.xlsx"
    trip.export_to(file)
    settle()
    assert file.exists()
    view = trip.import_from(file)
    settle()
    assert "0 cells would change" in view.progress.text()
    assert not view.accept.isVisible()
