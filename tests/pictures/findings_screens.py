"""The screens of findings: the list, the statement and its steps, a letter read, a paste."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jtai_desktop.ui.pages.findings.page import FindingsPage
    from tests.pictures.taking import Camera

NEWER, NEW_YEAR = date(2026, 11, 6), date(2027, 1, 1)


def _go(camera: "Camera", target: str) -> None:
    from tests.pictures.screens import _inside

    _inside("findings", target)(camera)


def _findings(camera: "Camera") -> "FindingsPage":
    from jtai_desktop.ui.pages.findings.page import FindingsPage

    _go(camera, "list")
    camera.settle()
    assert camera.window.inside is not None
    page = camera.window.inside.page
    assert isinstance(page, FindingsPage)
    return page


def _steps_planned(camera: "Camera") -> None:
    """A statement with steps out of order, one of them being changed."""
    from jtai_desktop.domain.findings.statement import statement
    from jtai_desktop.domain.letters.statement import Step
    from jtai_desktop.ui.pages.findings.statement_part import StatementPart

    page = _findings(camera)
    page.turn("statement")
    part = page.part
    assert isinstance(part, StatementPart)
    facts = page._facts
    assert facts is not None
    view, (letter,) = facts.view, facts.found.letters
    written = replace(letter.facts, letter_date=NEWER, statement_due=None)
    newer = replace(letter, facts=written, received=None, sent=None, left=3, unplaced=12)
    planned = list(view.statement_steps)
    planned[2] = replace(planned[2], step=Step("Scrutiny", 19, 5), held=False)
    planned[3] = replace(planned[3], step=Step("Cabinet", 8, 6, NEW_YEAR), held=False)
    steps = [replace(each, held=False) for each in planned]
    shown = statement(newer, steps, view.letter_days, facts.today)
    found = replace(facts.found, letters=(newer,), statements=(shown,))
    page.show_facts(replace(facts, found=found))
    part.steps.choose(steps[3].id)
    part.steps.row_activated.emit(steps[3].id)


def _versions_compared(camera: "Camera") -> None:
    """What changed from the first version to the second."""
    from jtai_desktop.ui.pages.findings.plan_part import PlanPart

    page = _findings(camera)
    page.turn("plan")
    camera.settle()
    part = page.part
    assert isinstance(part, PlanPart)
    if not part.view.shows_changes:
        part.view.turn_over()
    changes = part.view.changes
    changes.later.setCurrentIndex(changes.later.findData("2"))
    changes.earlier.setCurrentIndex(changes.earlier.findData("1"))


def _letter_read(camera: "Camera") -> None:
    """A letter of our own making, gone through beside its pages."""
    from tests.ui.pages.findings.made_letter import in_this_process, written

    page = _findings(camera)
    with TemporaryDirectory() as folder, in_this_process():
        view = page.taking.read(written(Path(folder)))
        camera.wait_for(lambda: view.draft is not None)
        camera.wait_for(lambda: view.pages.page > 0)
        for _ in range(9):
            view.confirm()
        camera.wait_for(lambda: view.pages.page > 1)


def _block_pasted(camera: "Camera") -> None:
    """A block of bullets before it is shown as findings."""
    from jtai_desktop.ui.pages.findings.part import Ask
    from jtai_desktop.ui.pages.findings.sheets import PasteSheet

    page = _findings(camera)
    page.taking.begin(Ask.PASTE)
    sheet = page.findChild(PasteSheet)
    assert sheet is not None
    sheet.text.setPlainText(
        "What needs to improve?\n• Calls at night are not recorded.\n• Plans are shared late."
    )


FINDINGS: tuple[tuple[str, Callable[["Camera"], None]], ...] = (
    ("findings", lambda camera: _go(camera, "")),
    ("findings-plan", lambda camera: _go(camera, "plan")),
    ("findings-plan-late", lambda camera: _go(camera, "plan:late")),
    ("findings-versions", _versions_compared),
    ("findings-statement", lambda camera: _go(camera, "statement")),
    ("findings-steps", _steps_planned),
    ("findings-reading", _letter_read),
    ("findings-paste", _block_pasted),
)
