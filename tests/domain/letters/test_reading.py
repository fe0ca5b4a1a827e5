"""From lines to a letter: what becomes a finding, under which heading, and what is left."""

import pytest
from hypothesis import given

from jtai_desktop.domain.letters.letter import Letter, Why
from jtai_desktop.domain.letters.lines import Line, Pages
from jtai_desktop.domain.letters.reading import NO_TEXT, OTHER_KIND, read
from jtai_desktop.domain.problems import Refused
from tests.domain.letters.lettering import MARGIN, Lettering
from tests.domain.letters.test_blocks import LINES


def _letter(letter: Lettering) -> Letter:
    found = read(letter.pages)
    assert found.tally.lost == 0
    return found


def _findings(letter: Lettering) -> list[tuple[str, str, str]]:
    found = _letter(letter).findings
    return [(str(each.kind), each.passage.heading, each.passage.text) for each in found]


def _left(letter: Lettering) -> list[tuple[str, str, str]]:
    left = _letter(letter).unplaced
    return [(str(each.why), each.passage.heading, each.passage.text) for each in left]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Key strengths", "strength"),
        ("Strengths", "strength"),
        ("Areas for improvement", "improvement"),
        ("Area for further development", "improvement"),
        ("What needs to improve?", "improvement"),
        ("Areas for priority action", "priority"),
        ("Area for priority action 1: children’s safety", "priority"),
    ],
)
def test_the_heading_says_the_kind(heading: str, kind: str) -> None:
    letter = Lettering().opened().heading(heading).point("One.").point("Two.")
    assert _findings(letter) == [(kind, heading, "One."), (kind, heading, "Two.")]


def test_a_known_heading_need_not_be_bold() -> None:
    letter = Lettering().opened().text("Strengths").point("One.")
    assert _findings(letter) == [("strength", "Strengths", "One.")]


def test_headings_below_the_kind_are_the_headings_of_their_points() -> None:
    letter = Lettering().opened().heading("Key strengths").point("S.")
    letter.heading("Areas for improvement").heading("Leadership").point("A.")
    letter.heading("The ‘front door’").text("These were seen:").point("B.")
    letter.heading("Areas for priority action").point("C.")
    assert [heading for _, heading, _ in _findings(letter)] == [
        "Key strengths",
        "Leadership",
        "The ‘front door’",
        "Areas for priority action",
    ]
    assert _left(letter)[1:] == [
        ("text beside the findings", "The ‘front door’", "These were seen:")
    ]


def test_sections_with_strengths_of_their_own_are_the_headings() -> None:
    letter = Lettering().opened()
    for section in ("Front door", "Leadership"):
        letter.heading(section).text(f"About it: {section}.")
        letter.heading("Key strengths").point("S.").heading("Areas for improvement").point("I.")
    assert [(kind, heading) for kind, heading, _ in _findings(letter)] == [
        ("strength", "Front door"),
        ("improvement", "Front door"),
        ("strength", "Leadership"),
        ("improvement", "Leadership"),
    ]
    assert _left(letter)[2] == ("narrative", "Leadership", "About it: Leadership.")


def test_priority_actions_may_be_paragraphs() -> None:
    letter = Lettering().opened().heading("Areas for priority action")
    letter.text("One weakness.").text("Another weakness.").heading("Main findings").text("More.")
    assert [text for _, _, text in _findings(letter)] == ["One weakness.", "Another weakness."]


def test_text_beside_a_list_is_left_to_a_person() -> None:
    letter = Lettering().opened().heading("Strengths").text("Odd words.").point("One.")
    letter.text("After the list.")
    assert _left(letter)[1:] == [
        ("text beside the findings", "Strengths", "Odd words."),
        ("text beside the findings", "Strengths", "After the list."),
    ]


def test_a_list_in_the_narrative_is_no_list_of_findings() -> None:
    letter = Lettering().opened().text("An audit saw:").point("this;").point("that.")
    letter.heading("Strengths").point("One.")
    assert _findings(letter) == [("strength", "Strengths", "One.")]
    assert [why for why, _, _ in _left(letter)] == [Why.NARRATIVE] * 2 + [Why.LIST] * 2


def test_main_findings_end_the_lists() -> None:
    letter = Lettering().opened().heading("Strengths").point("One.")
    letter.heading("Main findings").text("A paragraph.").point("In passing.")
    assert len(_findings(letter)) == 1
    assert _left(letter)[1:] == [
        ("narrative", "Main findings", "A paragraph."),
        ("list outside the findings", "Main findings", "In passing."),
    ]


@pytest.mark.parametrize(("framed", "inset"), [(True, 0.0), (False, 5.4)])
def test_a_practice_study_ends_with_its_frame_or_indent(framed: bool, inset: float) -> None:
    left = MARGIN + inset
    letter = Lettering().opened().heading("Main findings").text("Before.")
    letter.heading("Practice study: highly effective practice", framed=framed, left=left)
    letter.text("One child.", framed=framed, left=left).text("Help.", framed=framed, left=left)
    letter.text("After.").heading("Next steps").text("Write.")
    heading = "Practice study: highly effective practice"
    assert _findings(letter) == [("practice", heading, "One child.\nHelp.")]
    assert ("narrative", "Main findings", "After.") in _left(letter)


def test_a_study_amid_a_list_leaves_the_list_open() -> None:
    letter = Lettering().opened().heading("Key strengths").point("One.")
    letter.heading("Case study: area for improvement", framed=True)
    letter.heading("Her home", framed=True).text("A child.", framed=True).point("Two.")
    kinds = [(kind, text) for kind, _, text in _findings(letter)]
    assert kinds == [("strength", "One."), ("practice", "Her home\nA child."), ("strength", "Two.")]


def test_points_below_points_are_kept_with_their_sign() -> None:
    letter = Lettering().opened().heading("Strengths").point("These:")
    letter.point("first;", marker="o", left=MARGIN + 18).point("second.", marker="o", left=90.0)
    assert _findings(letter) == [("strength", "Strengths", "These:\n– first;\n– second.")]


def test_page_and_paragraph_are_those_of_the_beginning() -> None:
    letter = Lettering().opened().heading("Strengths").point("One.").point("Two goes", "on and")
    letter.overleaf().text("on.", left=MARGIN + 18).point("Three.")
    places = [(each.passage.page, each.passage.paragraph) for each in _letter(letter).findings]
    assert places == [(1, 2), (1, 3), (2, 1)]


def test_letterhead_and_signatures_are_no_narrative() -> None:
    letter = Lettering().opened().heading("Strengths").point("One.")
    letter.text("Yours sincerely").heading("An inspector").text("Strengths")
    found = _letter(letter)
    assert (found.tally.letterhead, found.tally.closing) == (3, 3)
    assert len(found.findings) == 1


def test_an_empty_bullet_is_counted_but_no_finding() -> None:
    letter = Lettering().opened().heading("Strengths").point("").point("One.")
    assert len(_findings(letter)) == 1


@pytest.mark.parametrize(
    "subject", ["Joint area SEND inspection in Northmoor", "Inspection of Northmoor"]
)
def test_another_letter_is_refused(subject: str) -> None:
    with pytest.raises(Refused, match=OTHER_KIND):
        read(Lettering().opened(subject).heading("Strengths").point("One.").pages)


def test_a_paper_that_is_no_letter_is_refused() -> None:
    paper = Lettering().heading("Joint targeted area inspection of Northmoor: a plan").point("One.")
    with pytest.raises(Refused, match=OTHER_KIND):
        read(paper.pages)


def test_pages_without_text_are_refused() -> None:
    with pytest.raises(Refused, match=NO_TEXT.split(":")[0]):
        read(Pages(3, ()))


def test_a_page_without_text_is_left_to_a_person() -> None:
    letter = Lettering().opened().heading("Strengths").point("One.").overleaf().overleaf()
    letter.text("Yours sincerely")
    assert [(each.why, each.passage.page) for each in _letter(letter).unplaced[1:]] == [
        (Why.NO_TEXT, 2)
    ]


@given(LINES)
def test_whatever_stands_there_is_placed_once(lines: list[Line]) -> None:
    opening = Lettering().opened().pages.lines
    later = [line for line in lines if line.page > 1]
    letter = read(Pages(3, (*opening, *later)))
    assert letter.tally.lost == 0
    assert letter.tally.read == len(opening) + len(later)
