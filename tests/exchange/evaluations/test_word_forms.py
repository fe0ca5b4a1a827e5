"""A form for Word out and back without a vault: what is read, and what is named by its place."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.evaluations.coming_back import FormBack, came_back
from jtai_desktop.domain.evaluations.evaluation import Key, Part
from jtai_desktop.domain.evaluations.form import seal_of, sheet_of
from jtai_desktop.domain.sheets import ExportHead
from jtai_desktop.exchange.evaluation_asking import heard
from jtai_desktop.exchange.evaluation_reading import read_forms
from jtai_desktop.exchange.evaluation_writing import Written
from jtai_desktop.exchange.register_worker import LIMITS
from jtai_desktop.exchange.word_form_parts import PLACEHOLDER
from jtai_desktop.exchange.word_form_writing import document
from tests.domain.evaluations import made
from tests.exchange.evaluations.filled_word import FilledDocument, W, element, run

CHILDREN = (Child("a", "NM-01", "Child A", 14), Child("b", "NM-02", "Child B", 12))
Change = Callable[[FilledDocument], None]


def form(agency: str = "police", first: str = "", vault: str = "vault") -> bytes:
    """The form of two children, the first with an answer."""
    sheets = []
    for child in CHILDREN:
        found = made.evaluation(agency, child=child.label)
        found = replace(found, id=f"{child.id}-{agency}")
        if first and child.id == "a":
            found = made.wrote(found, {Key(1, Part.EVALUATION): first})
        sheets.append(sheet_of(found, child, made.FRAME, "Police"))
    head = ExportHead(vault, "inspection", made.START, time(17))
    sealed = replace(head, seal=seal_of(head, sheets))
    about = [("As at", "Fri 6 Nov 2026, 14:00")]
    return document(Written(sealed, sheets, "OFFICIAL-SENSITIVE", "Form", about, practice=True))


def back(folder: Path, change: Change, content: bytes = b"") -> FormBack:
    filled = FilledDocument(content or form())
    change(filled)
    return read(folder, filled.docx())


def read(folder: Path, content: bytes) -> FormBack:
    path = folder / "form.docx"
    path.write_bytes(content)
    return came_back(heard(read_forms(path, LIMITS)))


@pytest.mark.parametrize(("agency", "parts"), [("police", 4), ("", 6)])
def test_what_was_not_touched_comes_back_unchanged(tmp_path: Path, agency: str, parts: int) -> None:
    found = read(tmp_path, form(agency, first="=HYPERLINK(1)\n\tSeen  <b>early</b> & “late”"))
    assert (found.texts, found.problems, found.remarks) == ([], [], [])
    head = 2 if agency == "" else 1
    assert found.unchanged == 2 * (head + 3 * parts)


def test_what_was_filled_in_is_found_by_its_place(tmp_path: Path) -> None:
    def fill(filled: FilledDocument) -> None:
        filled.put("Child B", "2", Part.IMPACT, "Safer at home\nand at school")
        filled.put("Child A", "0:individual-needs", Part.EVALUATION, "Hearing aid")
        filled.put("Child A", "1", Part.EVALUATION, "")
        filled.put("Child A", "3", Part.EVIDENCE, "4")

    found = back(tmp_path, fill, form(first="Seen early"))
    assert (found.problems, found.remarks) == ([], [])
    said = [(str(each.spot), each.key, each.exported, each.text) for each in found.texts]
    assert said == [
        ("Child A, the row “individual-needs”, “Evaluation”", made.NEEDS, "", "Hearing aid"),
        ("Child A, question 1, “Evaluation”", Key(1, "evaluation"), "Seen early", ""),
        ("Child A, question 3, “Evidence”", Key(3, "evidence"), "", "4"),
        (
            "Child B, question 2, “Impact”",
            Key(2, "impact"),
            "",
            "Safer at home\nand at school",
        ),
    ]


def test_word_s_own_signs_and_tracking_are_read_for_what_is_meant(tmp_path: Path) -> None:
    def paragraph(*inside: ET.Element, gone: bool = False) -> ET.Element:
        mark = element("pPr", element("rPr", element("del"))) if gone else element("pPr")
        return element("p", mark, *inside)

    def fill(filled: FilledDocument) -> None:
        box = filled.box("Child A", "1", Part.EVALUATION)
        link = element("hyperlink", run("at home"))
        shown = element("fldSimple", run(" on 3 May"), instr="DATE")
        field = element("r", element("instrText", text="SECRET"), element("noBreakHyphen"))
        other = element("r", element("commentReference", id="1"), element("sym", char="F0FC"))
        struck = element("del", element("r", element("delText", text="not")))
        inside = (
            paragraph(element("ins", run("Safer ")), struck, link),
            paragraph(run("One "), gone=True),
            paragraph(run("line"), shown, field, other),
            paragraph(element("moveFrom", run("moved")), element("moveTo", run("here"))),
        )
        filled.fill(box, inside)

    found = back(tmp_path, fill)
    assert [each.text for each in found.texts] == [
        "Safer at home\nOne line on 3 May\u2011\ufffd\nhere"
    ]
    assert [each.sentence for each in found.remarks] == ["Comments and footnotes were not taken."]


def test_a_box_may_stand_around_its_paragraph_or_its_cell(tmp_path: Path) -> None:
    """Word itself puts a box around the cell that it fills."""

    def lift(filled: FilledDocument) -> None:
        for place, levels in (("1", 1), ("2", 2)):
            filled.put("Child A", place, Part.VIEW, f"Heard {place}")
            box = filled.box("Child A", place, Part.VIEW)
            for _ in range(levels):
                inner = filled.above(box)
                outer = filled.above(inner)
                at, where = list(outer).index(inner), list(inner).index(box)
                inner[where : where + 1] = list(box[1])
                box[1][:] = [inner]
                outer[at] = box

    found = back(tmp_path, lift)
    assert found.problems == []
    assert [each.text for each in found.texts] == ["Heard 1", "Heard 2"]


@pytest.mark.parametrize("shown", [PLACEHOLDER, "Click or tap here to enter text.", "\u00a0" * 5])
def test_an_answer_that_was_emptied_shows_where_to_write_and_is_empty(
    tmp_path: Path, shown: str
) -> None:
    def empty(filled: FilledDocument) -> None:
        box = filled.box("Child A", "1", Part.EVALUATION)
        text = run(shown)
        text.insert(0, element("rPr", element("rStyle", val="PlaceholderText")))
        filled.fill(box, [text])
        box[0].insert(4, element("showingPlcHdr"))

    found = back(tmp_path, empty, form(first="Seen early"))
    assert [(each.exported, each.text) for each in found.texts] == [("Seen early", "")]
    assert found.problems == []


def test_what_was_typed_counts_though_the_box_still_says_that_it_is_empty(tmp_path: Path) -> None:
    def fill(filled: FilledDocument) -> None:
        box = filled.box("Child A", "1", Part.EVALUATION)
        filled.fill(box, [run("Seen early")])
        box[0].insert(4, element("showingPlcHdr"))

    assert [each.text for each in back(tmp_path, fill).texts] == ["Seen early"]


def lose_a_box(filled: FilledDocument) -> None:
    filled.take_out(filled.box("Child A", "1", Part.EVALUATION))


def strike_a_row(filled: FilledDocument) -> None:
    """Word’s tracking keeps a row that was deleted."""
    row = filled.table("Child A", "1").findall(f"{W}tr")[1]
    row[0].append(element("del", id="1", author="Police lead"))


def lose_rows(filled: FilledDocument) -> None:
    for place in ("2", "3"):
        filled.take_out(filled.table("Child A", place))


def copy_a_box(filled: FilledDocument) -> None:
    filled.copy_after(filled.box("Child B", "2", Part.VIEW))


def copy_a_row_over(filled: FilledDocument) -> None:
    filled.copy_after(filled.table("Child B", "2"))
    filled.body.insert(6, deepcopy(filled.table("Child B", "2")))


def copy_a_sheet(filled: FilledDocument) -> None:
    inside = list(filled.body)
    heads = [at for at, each in enumerate(inside) if each.find(f"{W}sdt") is not None]
    filled.body[-1:-1] = [deepcopy(each) for each in inside[heads[1] : -1]]


def type_over_the_child(filled: FilledDocument) -> None:
    filled.put("Child A", "0:child", Part.EVALUATION, "Child B, NM-02")


def copy_the_child(filled: FilledDocument) -> None:
    filled.copy_after(filled.box("Child A", "0:child", Part.EVALUATION))


def move_to_the_other_child(filled: FilledDocument) -> None:
    table = filled.table("Child B", "2")
    filled.take_out(table)
    filled.body.insert(list(filled.body).index(filled.table("Child A", "2")), table)


def lose_a_heading(filled: FilledDocument) -> None:
    filled.take_out(next(box for tag, box in filled.boxes() if tag.startswith("5:sheet")))


def alter_a_tag(filled: FilledDocument) -> None:
    tag = filled.box("Child B", "1", Part.IMPACT).find(f"{W}sdtPr/{W}tag")
    assert tag is not None
    number, part, stamp = str(tag.get(f"{W}val")).split(":")
    tag.set(f"{W}val", f"{int(number) + 1}:{part}:{stamp}")


def paste_from_another_export(filled: FilledDocument) -> None:
    other = FilledDocument(form(vault="another"))
    place = filled.table("Child A", "2")
    at = list(filled.body).index(place)
    filled.body[at] = other.table("Child A", "2")


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (lose_a_box, "Child A, question 1, “Evaluation”", "The answer box is gone"),
        (strike_a_row, "Child A, question 1, “Evaluation”", "The answer box is gone"),
        (lose_rows, "Child A", "Question 2 and question 3 are no longer in this sheet"),
        (copy_a_box, "Child B, question 2, “The child’s own view”", "is there twice"),
        (copy_a_row_over, "Child A, question 2", "This row is of Child B"),
        (copy_a_sheet, "Child B, the row “child”", "This row is there twice"),
        (type_over_the_child, "Child A, the row “child”", "form of Child A, NM-01"),
        (copy_the_child, "Child A, the row “child”", "there twice"),
        (move_to_the_other_child, "Child A, question 2", "of Child B, the rows above it are of"),
        (lose_a_heading, "Child A, the row “child”", "This row is of Child B"),
        (alter_a_tag, "Child B, question 1, “Impact”", "The answer box is gone"),
        (paste_from_another_export, "Child A, question 2", "hidden identity"),
    ],
)
def test_what_can_not_be_taken_is_named_by_place(
    tmp_path: Path, change: Change, place: str, words: str
) -> None:
    def fill(filled: FilledDocument) -> None:
        filled.put("Child B", "3", Part.IMPACT, "Safer")
        change(filled)

    found = back(tmp_path, fill, form(first="Seen early"))
    first = found.problems[0]
    assert str(first.spot).startswith(place)
    assert words in first.sentence
    assert "" not in [each.text for each in found.texts]


def test_text_outside_the_boxes_is_told_with_the_row_it_follows(tmp_path: Path) -> None:
    def scribble(filled: FilledDocument) -> None:
        box = filled.box("Child B", "2", Part.IMPACT)
        filled.above(box).append(run("beside it"))
        label = filled.table("Child B", "3").findall(f"{W}tr")[2][1]
        next(label.iter(f"{W}p")).append(run(" (see file)"))
        filled.body.insert(0, element("p", run("Dear all")))
        filled.fill(filled.box("Child A", "3", Part.VIEW), [element("r", element("drawing"))])

    found = back(tmp_path, scribble)
    assert (found.problems, found.texts) == ([], [])
    assert [(str(each.spot), each.found) for each in found.remarks] == [
        ("", "Dear all"),
        ("Child A, question 3", "a picture"),
        ("Child B, question 2", "beside it"),
        ("Child B, question 3", "Evidence (see file)"),
    ]
    assert all("was not taken" in each.sentence for each in found.remarks)


def test_a_control_of_ones_own_counts_and_a_text_box_does_not(tmp_path: Path) -> None:
    def fill(filled: FilledDocument) -> None:
        own = element(
            "sdt",
            element("sdtPr", element("tag", val="my own")),
            element("sdtContent", run("before Monday")),
        )
        shape = element("pict", element("txbxContent", element("p", run("In a frame"))))
        odd = element("r", element("sym", char="zz"), element("sym", char="00E9"))
        inside = [run("Seen "), own, odd, element("r", shape)]
        filled.fill(filled.box("Child A", "2", Part.VIEW), inside)

    found = back(tmp_path, fill)
    assert [each.text for each in found.texts] == ["Seen before Monday\ufffdé"]
    assert [each.found for each in found.remarks] == ["a picture", "In a frame"]
    assert found.problems == []


def test_a_child_that_was_taken_out_whole_is_told(tmp_path: Path) -> None:
    def lose(filled: FilledDocument) -> None:
        filled.put("Child A", "1", Part.EVALUATION, "Seen early")
        inside = list(filled.body)
        heads = [at for at, each in enumerate(inside) if each.find(f"{W}sdt") is not None]
        filled.body[heads[1] : -1] = []

    found = back(tmp_path, lose)
    assert (len(found.texts), found.problems) == (1, [])
    assert "The sheet of Child B is not in this file" in found.remarks[0].sentence


def test_rows_may_be_sorted_otherwise_within_their_sheet(tmp_path: Path) -> None:
    def move(filled: FilledDocument) -> None:
        filled.put("Child A", "3", Part.IMPACT, "Safer")
        table = filled.table("Child A", "3")
        filled.take_out(table)
        filled.body.insert(list(filled.body).index(filled.table("Child A", "1")), table)

    found = back(tmp_path, move)
    assert [(each.key, each.text) for each in found.texts] == [(Key(3, "impact"), "Safer")]
    assert found.problems == []


TYPED = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED, TYPED)
def test_whatever_is_typed_comes_back_as_it_would_be_kept(
    tmp_path: Path, there: str, typed: str
) -> None:
    there, typed = texts.note(there, ""), texts.note(typed, "")

    def fill(filled: FilledDocument) -> None:
        filled.put("Child B", "3", Part.VIEW, typed)

    found = back(tmp_path, fill, form(first=there))
    assert (found.problems, found.remarks) == ([], [])
    said = [texts.note(each.text, "") for each in found.texts]
    assert said == ([typed] if typed and typed != PLACEHOLDER else [])
