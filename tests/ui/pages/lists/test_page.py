"""The page of the lists: what stands there, the steps, the problems, the scope, the templates."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from jtai_desktop.domain.lists.kept import State
from jtai_desktop.domain.lists.versions import Step
from jtai_desktop.ui.pages.lists.details import since_of
from jtai_desktop.ui.theme.states import look_of
from tests.ui.pages.lists.conftest import Seen
from tests.ui.pages.lists.made_files import written


def _row(seen: Seen, key: str) -> str:
    return next(row for row in seen.page.table.rows if row.key == key).spoken


def _take(seen: Seen, step: Step, filled: dict[str, str]) -> None:
    steps = seen.page.panel.steps
    assert steps.unfold(step)
    assert steps.form is not None
    for field in steps.form.findChildren(QLineEdit):
        place = next(key for key, row in steps.form._rows.items() if row.field is field)
        field.setText(filled.get(place, ""))
    steps.form.wanted.emit()
    seen.settle()
    seen.settle()


def _open_problem(seen: Seen) -> str:
    """What the form that is still open says of the reason."""
    form = seen.page.panel.steps.form
    return form._rows["Reason"].problem if form is not None else ""


def test_every_list_stands_there_with_its_state(seen: Seen) -> None:
    assert len(seen.page.table.rows) == 7
    assert "Sent" in _row(seen, "7")
    assert "413" in _row(seen, "6")
    assert "413 rows = 413 accepted + 0 with problems + 0 blank" in _row(seen, "6")


def test_every_state_has_word_and_icon() -> None:
    looks = {look_of(state.value) for state in State}
    assert len({look.word for look in looks}) == len({look.icon for look in looks}) == len(State)


def test_a_list_is_opened_by_its_number_also_before_it_is_read(seen: Seen) -> None:
    seen.page.open_at("8")
    assert (seen.page.chosen, seen.page.table.current_key) == ("8", "8")
    assert seen.page.problems.table.rows[0].cells[2].text == "Date Ceased to be Looked After"
    seen.page.open_at("scope")
    assert seen.page.shows_scope
    assert seen.page.scope.children_table.rows


def test_problems_are_filtered_and_copied(seen: Seen) -> None:
    seen.page.open_at("3")
    assert seen.page.problems.table.rows
    seen.page.problems.field.setText("no such word")
    assert not seen.page.problems.table.rows
    seen.page.problems.field.clear()
    seen.page.problems.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 1 + len(seen.page.problems.table.rows)
    assert lines[1].split("\t")[0] == "3"


def test_from_the_check_to_the_inspectors(seen: Seen, tmp_path: Path) -> None:
    seen.reads(written(tmp_path)).accept.click()
    seen.settle()
    seen.page.open_at("6")
    steps = seen.page.panel.steps
    assert steps.offered == (Step.CHECKED,)
    _take(seen, Step.CHECKED, {"Who": "Data team manager"})
    assert _open_problem(seen) == ""

    _take(seen, Step.WITHDRAWN, {})
    assert _open_problem(seen)
    assert seen.kept(6).state is State.CHECKED

    _take(seen, Step.SIGNED, {"Who": "Director"})
    assert _open_problem(seen)
    _take(seen, Step.SIGNED, {"Who": "Director", "Reason": "Mended at source"})
    _take(seen, Step.SENT, {})
    sent = seen.kept(6)
    assert (sent.state, sent.behind) == (State.SENT, "")
    assert not steps.isVisible()


def test_the_panel_says_what_changed(seen: Seen) -> None:
    facts = seen.page._facts
    assert facts is not None
    kept = facts.of("6")
    assert kept is not None
    said = {fact.label: fact.text for fact in since_of(facts.since[6], kept.newest)}
    assert said["Rows"] == "413, before 412"
    assert said["Mended"].startswith("2 problems\n")


def test_blank_templates_are_written_into_a_folder(seen: Seen, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    seen.page.write_templates(folder)
    seen.settle()
    assert len(list(folder.iterdir())) == len(seen.page.table.rows)
    seen.page.write_templates(folder)
    seen.settle()
    assert "is there already" in seen.page._banner.accessibleName()


def test_the_page_comes_back_as_it_was_left(seen: Seen) -> None:
    seen.page.open_at("4")
    state = seen.page.view_state()
    seen.page.open_at("6")
    seen.page.restore_view(state)
    assert seen.page.chosen == "4"
    seen.page.restore_view({"chosen": "99", "rows": 3, "scope": "odd"})
    assert seen.page.chosen == "4"


def test_its_paper_is_that_of_the_list_that_is_looked_at(seen: Seen) -> None:
    went: list[tuple[str, str]] = []
    seen.desk.go.connect(lambda place, target: went.append((place, target)))
    seen.page.open_at("3")
    seen.page.print_paper()
    seen.page.problems.print.click()
    assert went == [("papers", "list-problems:3")] * 2
