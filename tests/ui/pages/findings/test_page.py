"""The page of findings: filters, the panel that keeps what is changed in place, the statement."""

from jtai_desktop.domain.findings.finding import Kind
from jtai_desktop.domain.remarks.remark import LETTER
from jtai_desktop.services import statements
from jtai_desktop.ui.pages.findings.sheets import LetterSheet, PasteSheet, TypeSheet
from jtai_desktop.ui.pages.findings.wanted import Quick, Wanted
from tests.ui.pages.findings.conftest import Seen


def test_findings_stand_under_their_headings_and_are_found(seen: Seen) -> None:
    part = seen.listing
    sections = [row.cells[0].text for row in part.table.rows if row.section]
    assert sections == [
        "Area for priority action (1)",
        "What needs to improve? (8)",
        "Strengths (5)",
        "Practice study: highly effective practice (1)",
    ]
    assert seen.page._header.accessibleName() == "Findings"
    part.bar.field.setText("MISSING episodes")
    assert len(seen.shown_ids()) == 1
    part.bar.want(Wanted(agency="yot"))
    part._show_rows()
    assert len(seen.shown_ids()) == 3
    part.bar.want(Wanted(quick=Quick.PRIORITY))
    part._show_rows()
    assert len(seen.shown_ids()) == 1
    part.bar.field.setText("nothing of the kind")
    assert part._middle.currentIndex() == 1
    part.open_at(seen.kept.findings[5].id)
    assert len(seen.shown_ids()) == 15
    assert part.panel._heading.text() == "Finding 6"
    assert part.panel._printed.text() == seen.kept.findings[5].printed
    assert not part.panel._printed.isHidden()


def test_what_is_changed_in_the_panel_is_kept_where_it_stands(seen: Seen) -> None:
    part, first = seen.listing, seen.kept.findings[0]
    part._mark(first.id)
    fields = part.panel.fields
    fields.text.setPlainText("Too few children are spoken with.")
    fields.text.ask()
    seen.settle()
    fields.heading.setText("Priority")
    fields.heading.editingFinished.emit()
    seen.settle()
    fields.kind.setCurrentIndex(fields.kind.findData(Kind.IMPROVEMENT.value))
    fields._set_kind()
    seen.settle()
    found = seen.kept.findings[0]
    assert (found.text, found.heading, found.kind) == (
        "Too few children are spoken with.",
        "Priority",
        Kind.IMPROVEMENT,
    )
    assert found.printed == first.printed
    assert not part.panel._printed.isHidden()
    fields.page.setText("x<b>")
    fields.page.editingFinished.emit()
    seen.settle()
    assert "is no number" in fields._rows["Page"].problem
    fields.page.setText("7")
    fields.page.editingFinished.emit()
    seen.settle()
    assert fields._rows["Page"].problem == ""
    assert seen.kept.findings[0].page == 7
    fields.text.setPlainText(" ")
    fields.text.ask()
    seen.settle()
    assert "Text is empty" in fields._problem.text()
    assert seen.kept.findings[0].text == "Too few children are spoken with."


def test_agencies_are_ticked_for_all_that_are_chosen(seen: Seen) -> None:
    part = seen.listing
    part.table.selectAll()
    part._tell_panel()
    assert part.panel.fields._about.text() == "Agencies of the 15 chosen"
    before = {each.id: set(each.agencies) for each in seen.kept.findings}
    part.panel.fields.agencies["yot"].click()
    seen.settle()
    after = {each.id: set(each.agencies) for each in seen.kept.findings}
    assert after == {key: found | {"yot"} for key, found in before.items()}
    part.panel.fields.agencies["yot"].click()
    seen.settle()
    assert not [each for each in seen.kept.findings if "yot" in each.agencies]


def test_a_finding_is_taken_out_with_a_reason_and_comes_back(seen: Seen) -> None:
    part, first = seen.listing, seen.kept.findings[0]
    part._mark(first.id)
    part.panel.unfold()
    part.panel.form.wanted.emit()
    seen.settle()
    assert part.panel.form._rows["Reason"].problem
    part.panel.form._reason.setText("No finding at all")
    part.panel.form.wanted.emit()
    seen.settle()
    assert first.id not in seen.shown_ids()
    part.bar.want(Wanted(quick=Quick.RETIRED))
    part._show_rows()
    assert seen.shown_ids() == [first.id]
    part._mark(first.id)
    part.panel.bring_back.click()
    seen.settle()
    assert seen.kept.findings[0].stands


def test_a_block_is_pasted_shown_and_kept(seen: Seen) -> None:
    seen.listing.paste.click()
    sheet = seen.page.findChild(PasteSheet)
    assert sheet is not None
    sheet.button.click()
    assert "nothing in it" in sheet._rows["Text"].problem
    sheet.text.setPlainText("Strengths\n• =SUM(A1)\n• <b>Bold</b> leaders")
    sheet.button.click()
    view = seen.page.taking.view
    assert view is not None
    assert view.progress.text() == "0 confirmed, 2 still open."
    for _ in range(2):
        view.confirm()
    view.keep.click()
    seen.settle()
    assert [each.text for each in seen.kept.findings[-2:]] == ["=SUM(A1)", "<b>Bold</b> leaders"]
    seen.qtbot.waitUntil(lambda: seen.news == "2 findings of a letter kept.", timeout=2000)


def test_a_letter_and_a_finding_are_typed(seen: Seen) -> None:
    seen.statement.add_letter.click()
    sheet = seen.page.findChild(LetterSheet)
    assert sheet is not None
    sheet.fields["letter_date"].setText("31 February 2027")
    sheet.button.click()
    assert "not in the calendar" in sheet._rows["Date of the letter"].problem
    sheet.fields["letter_date"].setText("8 January 2027")
    sheet.fields["principal_authority"].setText("Northmoor Council")
    sheet.button.click()
    seen.settle()
    seen.listing.type.click()
    typing = seen.page.findChild(TypeSheet)
    assert typing is not None
    assert typing.letter.currentText() == "Letter of Fri 8 Jan 2027"
    typing.button.click()
    seen.settle()
    assert "Text is empty" in typing._rows["Text"].problem
    typing.text.setPlainText("Plans are late.")
    typing.heading.setCurrentText("Leadership and management")
    typing.button.click()
    seen.settle()
    newest = seen.kept.findings[-1]
    assert (newest.text, newest.heading) == ("Plans are late.", "Leadership and management")
    assert not seen.listing.bar._letter.isHidden()


def test_steps_are_planned_changed_and_warned_of(seen: Seen) -> None:
    (letter,) = seen.kept.letters
    seen.desk.hub.act(lambda ws: statements.mark_sent(ws, seen.desk.inspection_id, letter.id, None))
    seen.settle()
    part = seen.statement
    late = part.letters.rows[0].cells[4].state
    assert late is not None
    assert late.word == "102 working days late"
    step = seen.kept.statements[0].steps[2].kept
    part.steps.row_activated.emit(step.id)
    part.form.hold.click()
    seen.settle()
    assert [words for _, words in seen.kept.statements[0].warnings] == [
        "Scrutiny: the day of the meeting has passed."
    ]
    warned = part.steps.rows[2].cells[4].state
    assert warned is not None
    assert warned.word == "1 warning"
    assert part._warnings.text() == "Scrutiny: the day of the meeting has passed."
    part.form.papers.setText("soon")
    part.form.wanted.emit()
    assert "is no number" in part.form._rows["Papers"].problem
    part.form.papers.setText("7")
    part.form.meets.setText("2 Jun 2026")
    part.form.wanted.emit()
    seen.settle()
    changed = seen.kept.statements[0].steps[2].kept.step
    assert (changed.papers, str(changed.meets)) == (7, "2026-06-02")
    part.add.click()
    part.form.name.setText("Health board")
    part.form.before.setText("30")
    part.form.wanted.emit()
    seen.settle()
    assert len(part.steps.rows) == 6
    part.steps.row_activated.emit(part.steps.rows[-1].key)
    part.form.remove.click()
    seen.settle()
    assert len(part.steps.rows) == 5


def test_receipt_and_facts_are_typed_in_the_panel(seen: Seen) -> None:
    part = seen.statement
    part.panel.unfold("received")
    form = part.panel.form
    assert form is not None
    assert form.field.text() == "Mon 9 Mar 2026"
    form.field.setText("5 March 2026")
    form.wanted.emit()
    seen.settle()
    assert "before the letter was written" in form._rows["Received"].problem
    form.field.setText("")
    form.wanted.emit()
    seen.settle()
    assert not part.panel.fold()
    assert seen.kept.statements[0].received.assumed
    assert "Receipt is assumed" in part._check.text()
    part.panel.unfold("statement_due")
    assert part.panel.form is not None
    part.panel.form.field.setText("never")
    part.panel.form.wanted.emit()
    seen.settle()
    assert part.panel.form._rows["Statement due"].problem
    assert part.step_back()
    assert part.panel.form is None


def test_one_is_led_to_a_letter_or_a_finding_and_comes_back(seen: Seen) -> None:
    (letter,) = seen.kept.letters
    seen.page.open_at(f"{LETTER}{letter.id}")
    assert seen.page.shown_key == "statement"
    state = seen.page.view_state()
    seen.page.open_at(seen.kept.findings[3].id)
    assert seen.page.shown_key == "list"
    assert seen.listing.chosen == seen.kept.findings[3].id
    seen.page.restore_view(state)
    assert seen.page.shown_key == "statement"
    seen.page.open_at("of nothing there")
    assert seen.page.shown_key == "list"
