"""The screens that are pictured, and how the window is brought to each of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from jtai_desktop.domain.inspection import Inspection
from jtai_desktop.domain.typed import read_when
from jtai_desktop.ui.front.choose import Choose
from tests.pictures.findings_screens import FINDINGS
from tests.pictures.front_screens import FRONT

if TYPE_CHECKING:
    from jtai_desktop.ui.pages.week.page import WeekPage
    from tests.pictures.taking import Camera


# Seconds: between a page drawn small and the same at its size nothing moves for a while.
STILL = 1.5


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen by name."""

    name: str
    prepare: Callable[["Camera"], None]


def _type(camera: "Camera", name: str, text: str) -> None:
    line = camera.find(QLineEdit, name)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.setText(text)


def _press(camera: "Camera", text: str) -> None:
    buttons = camera.window.findChildren(QPushButton)
    next(each for each in buttons if each.text() == text and each.isVisible()).click()


def _first(camera: "Camera") -> None:
    if camera.window.hub.is_open:
        camera.window.lock()
    else:
        camera.window.show_front()


def _plan(camera: "Camera") -> None:
    _first(camera)
    _type(camera, "Area of the inspection", "Northmoor")
    _type(camera, "When did the call come?", "Fri 3 May 2019, 14:30")


def _passphrase(camera: "Camera") -> None:
    _plan(camera)
    camera.settle()
    _press(camera, "Keep this plan")


def _choose(camera: "Camera") -> None:
    live = Inspection("1", "Northmoor", "cmh-2019", "1", read_when("2 Nov 2026, 09:00"))
    practice = Inspection(
        "2", "Rehearsal", "cmh-2019", "1", read_when("6 Jul 2026, 09:00"), practice=True
    )
    screen = Choose((live, practice))
    camera.window.put(screen)
    screen.setFocus()


def _inside(place: str, target: str = "") -> Callable[["Camera"], None]:
    def prepare(camera: "Camera") -> None:
        if camera.window.inside is None:
            camera.window.show_front(example=True)
            camera.wait_for(lambda: camera.window.inside is not None)
        assert camera.window.inside is not None
        camera.window.inside.go(place, target)
        camera.window.inside.page.setFocus()

    return prepare


def _dates(camera: "Camera") -> None:
    """Led to the dates from elsewhere: the ring is there."""
    _inside("settings")(camera)
    assert camera.window.inside is not None
    camera.window.inside.go("settings", "dates")


def _open_version(camera: "Camera") -> None:
    """A version of a document, looked at over the page."""
    from jtai_desktop.ui.pages.children.page import ChildrenPage

    _inside("children", "A 1")(camera)
    camera.settle()
    assert camera.window.inside is not None
    page = camera.window.inside.page
    assert isinstance(page, ChildrenPage)
    page.panel.of_document.opened.emit(1)


def _talk(called: str, step: str = "") -> Callable[["Camera"], None]:
    """A conversation in the panel of the children, with the form of a step."""

    def show(camera: "Camera") -> None:
        from jtai_desktop.domain.conversations.lines import Step
        from jtai_desktop.ui.pages.children.page import ChildrenPage

        _inside("children", "F 1")(camera)
        camera.settle()
        assert camera.window.inside is not None
        page = camera.window.inside.page
        assert isinstance(page, ChildrenPage)
        assert page._facts is not None
        person = next(each for each in page._facts.view.people if each.called == called)
        page.open_at(f"talk:{person.id}")
        camera.settle()
        if step:
            assert page.panel.child.talks.steps.unfold(Step(step))
            # The form reads before it gives the ring to its first field.
            camera.wait_for(lambda: isinstance(QApplication.focusWidget(), QLineEdit))

    return show


def _selection(camera: "Camera") -> None:
    """The line that confirms the selection and changes it."""
    from jtai_desktop.ui.pages.children.page import ChildrenPage

    _inside("children", "C 7")(camera)
    camera.settle()
    assert camera.window.inside is not None
    page = camera.window.inside.page
    assert isinstance(page, ChildrenPage)
    page._begin_choosing()


def _evaluation(agency: str = "", question: int = 9) -> Callable[["Camera"], None]:
    """The evaluation of a child at a question that agencies see differently."""

    def show(camera: "Camera") -> None:
        from jtai_desktop.ui.evaluations.view import EvaluationView
        from jtai_desktop.ui.pages.children.page import ChildrenPage

        _inside("children", "C 7")(camera)
        camera.settle()
        assert camera.window.inside is not None
        page = camera.window.inside.page
        assert isinstance(page, ChildrenPage)
        assert page._facts is not None
        every = page._facts.view.evaluated
        found = next(e for e in every if e.child == "Child C" and e.agency == agency)
        page.open_at(f"evaluation:{found.id}")
        page.findChildren(EvaluationView)[0].show_question(question)

    return show


def _form(camera: "Camera") -> None:
    """What a returned form would change: new, changed, changed on both sides, a remark."""
    from jtai_desktop.domain.evaluations.evaluation import Key, Part
    from jtai_desktop.domain.sheets import Spot, Trouble
    from jtai_desktop.services.evaluation_forms import Fate, Preview, TextChange
    from jtai_desktop.ui.evaluations.form_preview import FormPreview
    from jtai_desktop.ui.evaluations.view import EvaluationView
    from jtai_desktop.ui.pages.documents.panel.viewer import Viewer

    _evaluation()(camera)
    camera.settle()
    view = camera.window.findChildren(EvaluationView)[0]
    sheet, called = FormPreview(), "Child C, Police"
    Viewer(view, "Take in a returned form", "evaluation-police.xlsx", sheet)
    texts = (
        (Fate.CONFLICT, Part.IMPACT, "Less missing", "Missing less often", "One episode a month"),
        (Fate.NEW, Part.EVIDENCE, "", "", "Log of October"),
        (Fate.CHANGED, Part.EVALUATION, "Timely", "Timely", "Timely, but for one night"),
    )
    changes = tuple(
        TextChange(
            fate=fate,
            spot=Spot("Child C", 12, "E", part.value),
            evaluation_id="1",
            called=called,
            key=Key(9, part),
            place=f"Question 9, {part.value}",
            exported=was,
            here=here,
            wanted=wanted,
        )
        for fate, part, was, here, wanted in texts
    )
    remark = Trouble(Spot("Child D"), "", "", "The sheet of Child D is not in this file.")
    as_at = read_when("9 Nov 2026, 15:00")
    sheet.show_preview(Preview("form.xlsx", "", as_at, changes, 36, remarks=(remark,)))


def _flagged(camera: "Camera") -> None:
    """The panel of a child about whom somebody has to act, with its evaluations."""
    from jtai_desktop.ui.pages.children.page import ChildrenPage

    _inside("children", "F 9")(camera)
    camera.settle()
    assert camera.window.inside is not None
    page = camera.window.inside.page
    assert isinstance(page, ChildrenPage)
    assert page._facts is not None
    view = page._facts.view
    (flag,) = view.flags
    raised = replace(flag, confirmed=None, closed=None)
    page.show_facts(replace(page._facts, view=replace(view, flags=(raised,))))
    page.open_at(f"flag:{flag.id}")


def _paper(target: str = "") -> Callable[["Camera"], None]:
    """The preview draws its page in a thread of its own, first small, then at its size."""

    def show(camera: "Camera") -> None:
        _inside("papers", target)(camera)
        camera.settle(STILL)

    return show


def _act_now(camera: "Camera") -> None:
    """Today with a flag on which nobody has acted, which the example does not have."""
    from jtai_desktop.ui.pages.today.page import TodayPage

    _inside("today")(camera)
    camera.settle()
    assert camera.window.inside is not None
    page = camera.window.inside.page
    assert isinstance(page, TodayPage)
    assert page._facts is not None
    facts = page._facts
    (flag,) = facts.view.flags
    open_ones = (replace(flag, confirmed=None, closed=None), replace(flag, id="2", closed=None))
    page.show_facts(replace(facts, day=replace(facts.day, flags=open_ones)))


def _request(camera: "Camera") -> None:
    """The register with the form of a request open, and the item’s own notes unfolded."""
    from jtai_desktop.ui.pages.documents.page import DocumentsPage

    _inside("documents", "4.7")(camera)
    camera.settle()
    assert camera.window.inside is not None
    page = camera.window.inside.page
    assert isinstance(page, DocumentsPage)
    page._add_request()
    page.panel.item_notes._unfold()
    page.panel.bring_into_sight(page.panel.item_notes.notes)


def _entry(camera: "Camera") -> None:
    """A meeting that clashes, in its form, with an end that can’t be."""
    from jtai_desktop.ui.pages.week.meeting_form import open_meeting

    page = _week(camera)
    assert page.facts is not None
    meeting = next(each for each in page.facts.week.meetings if each.kind == "care-review")
    form = open_meeting(page, meeting.id)
    camera.settle()
    form.fields.line("End").setText("09:00")
    form.fields.edited.emit("End")


def _pasted(camera: "Camera") -> None:
    """A table with cells that are wrong."""
    from jtai_desktop.ui.pages.week.pasting import open_pasting

    open_pasting(_week(camera)).pasted.setPlainText(
        "Meeting type\tChild\tDate\tTime\tVenue\tAgencies\n"
        "ICPC\tChild B\tTue 17 Nov\t15:00–16:00\tCivic Centre, room 4\tCouncil, Police\n"
        "LAC review\tChild D\tWed 17 Nov\t10:00–11:00\tCivic Centre, room 2\tCAMHS\n"
        "Strategy\tChild B\tThu 19 Nov\t14:00–13:00\tPolice station\tPolice, Fire\n"
    )


def _week(camera: "Camera") -> "WeekPage":
    from jtai_desktop.ui.pages.week.page import WeekPage

    _inside("week")(camera)
    camera.settle()
    assert camera.window.inside is not None
    page = camera.window.inside.page
    assert isinstance(page, WeekPage)
    return page


def _lists_reading(camera: "Camera") -> None:
    """Two lists that were read, one of them with headings of its own, before they are kept."""
    from jtai_desktop.ui.pages.lists.page import ListsPage
    from tests.ui.pages.lists.made_files import in_this_process, written

    _inside("lists", "6")(camera)
    camera.settle()
    assert camera.window.inside is not None
    page = camera.window.inside.page
    assert isinstance(page, ListsPage)
    with TemporaryDirectory() as folder, in_this_process():
        view = page.read_files([written(Path(folder))])
        assert view is not None
        camera.wait_for(lambda: view.checked is not None)


SCREENS: tuple[Screen, ...] = (
    Screen("first", _first),
    Screen("plan", _plan),
    Screen("passphrase", _passphrase),
    *(Screen(name, prepare) for name, prepare in FRONT),
    Screen("choose", _choose),
    Screen("today", _inside("today")),
    Screen("today-act-now", _act_now),
    Screen("timetable", _inside("timetable")),
    Screen("timetable-panel", _inside("timetable", "joint-evaluations")),
    Screen("documents", _inside("documents", "4.7")),
    Screen("documents-request", _request),
    Screen("children", _inside("children", "C 7")),
    Screen("children-open", _open_version),
    Screen("children-requests", _inside("children", "cqc")),
    Screen("children-talk", _talk("Child F, carer")),
    Screen("children-talk-plan", _talk("Child E, child", "planned")),
    Screen("children-selection", _selection),
    Screen("children-act-now", _flagged),
    Screen("evaluation", _evaluation()),
    Screen("evaluation-form", _form),
    Screen("week", _inside("week")),
    Screen("week-list", _inside("week", "list")),
    Screen("week-entry", _entry),
    Screen("week-paste", _pasted),
    Screen("people", _inside("people")),
    Screen("lists", _inside("lists", "6")),
    Screen("audits", _inside("audits")),
    Screen("audits-headlines", _inside("audits", "headline")),
    Screen("audits-forums", _inside("audits", "forum")),
    Screen("audits-scrutiny", _inside("audits", "audit")),
    Screen("lists-scope", _inside("lists", "scope")),
    Screen("lists-reading", _lists_reading),
    Screen("self-evaluation", _inside("self-evaluation", "criterion:24")),
    Screen("self-evaluation-remarks", _inside("self-evaluation", "remarks")),
    *(Screen(name, prepare) for name, prepare in FINDINGS),
    Screen("papers", _paper()),
    Screen("papers-pack", _paper("pack")),
    Screen("papers-plan-changes", _paper("plan-changes:1:2")),
    Screen("settings", _inside("settings")),
    Screen("settings-dates", _dates),
    Screen("vault", _inside("vault")),
    Screen("help", _inside("help", "timetable")),
)
