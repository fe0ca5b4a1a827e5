"""What the daily checklist calls itself."""

from dataclasses import replace

from tests.reports.example import example


def test_title_and_footer_for_everyone() -> None:
    paper = example()
    assert paper.title == "Daily checklist"
    assert paper.footer == "Daily checklist. Good for 10 November only."


def test_title_and_footer_for_one_agency() -> None:
    paper = replace(example(), agency="Police")
    assert paper.title == "Daily checklist: Police"
    assert paper.footer == "Daily checklist: Police. Good for 10 November only."


def test_inspection_is_named_by_area_and_theme() -> None:
    assert example().inspection == "Northmoor. Joint inspection: children’s mental health"
    assert replace(example(), theme="").inspection == "Northmoor"
