"""Lines gathered into headings, points and paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.letters.blocks import Block, blocks_of
from jtai_desktop.domain.letters.lines import Line
from tests.domain.letters.lettering import HANG, MARGIN, SPACING, Lettering

LONG = "A line that goes on to the right edge of the page without a"


def _said(letter: Lettering) -> list[tuple[str, str]]:
    return [(str(block.form), _text(block)) for block in blocks_of(letter.lines)]


def _text(block: Block) -> str:
    return "|".join(" ".join(line.text for line in part) for part in block.parts)


def test_headings_points_and_paragraphs() -> None:
    letter = Lettering().heading("Strengths").point("One", "goes on.").text("After.")
    assert _said(letter) == [
        ("heading", "Strengths"),
        ("point", "One goes on."),
        ("paragraph", "After."),
    ]


def test_a_heading_of_two_lines_is_one_and_two_headings_are_two() -> None:
    letter = Lettering().heading("Joint targeted area inspection of Northmoor and", "Eastmoor")
    letter.heading("Key strengths", "Areas for improvement")
    assert [text for _, text in _said(letter)] == [
        "Joint targeted area inspection of Northmoor and Eastmoor",
        "Key strengths",
        "Areas for improvement",
    ]


def test_points_close_together_are_apart() -> None:
    letter = Lettering().point("One.")
    letter.y -= SPACING
    letter.point("Two.")
    assert [text for _, text in _said(letter)] == ["One.", "Two."]


def test_a_point_goes_on_overleaf() -> None:
    letter = Lettering().point(LONG, "word and so on to the next").overleaf()
    letter.text("page, where it ends.", left=MARGIN + HANG).point("Next.")
    assert [text for _, text in _said(letter)] == [
        f"{LONG} word and so on to the next page, where it ends.",
        "Next.",
    ]


def test_a_name_overleaf_begins_no_paragraph() -> None:
    letter = Lettering().point("A point about the", LONG).overleaf()
    letter.text("Northmoor team.", left=MARGIN + HANG).point("Next.")
    assert _said(letter)[0] == ("point", f"A point about the {LONG} Northmoor team.")


def test_a_short_line_ends_its_paragraph_without_a_full_stop() -> None:
    letter = Lettering().point(LONG, "and no stop").overleaf()
    letter.text("Something else.").point("Next.")
    assert [text for _, text in _said(letter)] == [
        f"{LONG} and no stop",
        "Something else.",
        "Next.",
    ]


def test_a_point_goes_on_overleaf_after_the_end_of_a_sentence() -> None:
    letter = Lettering().point(LONG, f"{LONG[:-5]} end.").overleaf()
    letter.text("And more of it.", left=MARGIN + HANG).point("Next.")
    assert _said(letter)[0] == ("point", f"{LONG} {LONG[:-5]} end. And more of it.")


def test_a_paragraph_overleaf_is_not_joined_to_the_last_point() -> None:
    letter = Lettering().point(LONG, "ends here.").overleaf().text("Something else.")
    assert [form for form, _ in _said(letter)] == ["point", "paragraph"]


def test_a_point_goes_on_where_the_whole_page_is_shifted() -> None:
    letter = Lettering().point(LONG, "without an end on").overleaf()
    letter.text("this page, but with one here.", left=MARGIN + 3)
    assert [form for form, _ in _said(letter)] == ["point"]


def test_points_below_a_point_belong_to_it() -> None:
    letter = Lettering().point("These:").point("first;", marker="–", left=MARGIN + HANG)
    letter.point("second.", marker="–", left=MARGIN + HANG).point("Next.")
    assert [text for _, text in _said(letter)] == ["These:|first;|second.", "Next."]


def test_a_second_paragraph_of_a_point_belongs_to_it() -> None:
    letter = Lettering().point("One.").text("More of one.", left=MARGIN + HANG).text("Else.")
    assert _said(letter) == [("point", "One.|More of one."), ("paragraph", "Else.")]


def test_a_point_may_run_back_to_the_margin() -> None:
    letter = Lettering().point(LONG)
    letter.y -= SPACING
    letter.text("word that begins the second line.").point("Next.")
    assert [form for form, _ in _said(letter)] == ["point", "point"]


def test_bold_words_inside_a_point_are_no_heading() -> None:
    letter = Lettering().point(LONG)
    letter.y -= SPACING
    letter.heading("a bold line of it", left=MARGIN + HANG)
    assert [form for form, _ in _said(letter)] == ["point"]


def test_a_frame_parts_what_stands_in_it_from_the_rest() -> None:
    letter = Lettering().text("Outside, without an end").overleaf()
    letter.text("inside", framed=True).text("Outside.")
    assert [text for _, text in _said(letter)] == ["Outside, without an end", "inside", "Outside."]


def test_a_wholly_bold_letter_is_not_one_heading() -> None:
    letter = Lettering().heading(*["Bold words without an end"] * 40)
    assert len(_said(letter)) == 10


LINES = st.lists(
    st.builds(
        Line,
        page=st.integers(1, 3),
        edge=st.sampled_from([54.0, 72.0, 90.0]),
        left=st.sampled_from([72.0, 90.0]),
        right=st.floats(100, 540),
        y=st.floats(50, 800),
        size=st.sampled_from([9.0, 12.0, 14.0]),
        text=st.sampled_from(["Strengths", "and so", "It ends.", "Next steps", "", "a multi-"]),
        bold=st.booleans(),
        marker=st.sampled_from(["", "", "■", "–", "1."]),
        framed=st.booleans(),
    ),
    max_size=40,
).map(lambda lines: sorted(lines, key=lambda line: (line.page, line.y)))


@given(LINES)
def test_every_line_is_in_one_block_and_in_order(lines: list[Line]) -> None:
    assert [line for block in blocks_of(lines) for line in block.lines] == lines
