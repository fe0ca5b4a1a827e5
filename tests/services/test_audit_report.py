"""The report of a case audit: one page, all once and in order, cases counted, as Word too."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from jtai_desktop.domain.audits.audit import Case, CaseFact, Fact
from jtai_desktop.reports.audit_report import counted_features
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services import audits as doing
from jtai_desktop.services import paper_shelf, word_papers
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.paper_shelf import USUAL, Wish
from jtai_desktop.services.workspace import Workspace
from tests.services.shelf import Shelf


@pytest.fixture
def view(shelf: Shelf) -> Overview:
    """The example as it stands."""
    return shelf.view


def test_the_report_of_the_example_is_one_page(workspace: Workspace, inspection: str) -> None:
    for variant in (Variant.FULL, Variant.INSPECTORS):
        paper = paper_shelf.make(workspace, inspection, "audit-report", Wish(variant=variant))
        assert paper.pages == 1
        assert paper.missing == ()


def test_it_tells_process_cases_headlines_reflections_recommendations(
    shelf: Shelf, view: Overview
) -> None:
    told = " ".join(shelf.told("audit-report").split())
    places = [
        told.index(each)
        for each in (
            "Children’s mental health, March to August 2026",
            "4, agreed on Mon 28 Sep 2026",
            "Did the help make a difference?",
            "11 agencies and teams were asked; 36 of 38 returns came, 1 of them late",
            "4 with 20 attendees",
            "Young person aged 15: “I told school first.",
            "Independent scrutineer of the safeguarding partnership",
            "By age: 11 to 13: 1, 14 to 16: 2, 16 to 17: 1.",
            "waited for treatment 3, moved school 2, self-harm 2, autism 1",
            "Strength Once a strategy discussion was held",
            "To improve Nobody held the risk",
            "The partnership chose hard cases",
            "1 Name one worker",
            "3 Agree a place of safety",
        )
    ]
    assert places == sorted(places)
    for case in view.audited[0].cases:
        assert case.reference not in told
        assert case.features not in told


def test_it_is_written_for_word_with_headings_and_table_heads(
    workspace: Workspace, inspection: str
) -> None:
    content = word_papers.make(workspace, inspection, "audit-report", USUAL).content
    with ZipFile(BytesIO(content)) as package:
        told = package.read("word/document.xml").decode()
    assert told.count('w:val="Heading1"') == 5
    assert told.count("<w:tblHeader/>") == 3
    assert "waited for treatment 3" in told
    assert "Case 1" not in told


def test_the_report_is_of_the_audit_that_was_asked_for(
    bare_workspace: Workspace, bare: str
) -> None:
    ids = []
    for theme in ("Neglect", "Exploitation"):
        ids.append(doing.begun(doing.begin(bare_workspace, bare, {Fact.THEME: theme})))
        doing.add_case(bare_workspace, bare, ids[-1], {CaseFact.REFERENCE: "Case 1"})
    sheets = [
        paper_shelf.single(bare_workspace, bare, "audit-report", Wish(audit=each))[0].sheet.about
        for each in (*ids, "")
    ]
    assert sheets == ["Neglect", "Exploitation", "Exploitation"]


def test_without_an_audit_it_says_so(bare_workspace: Workspace, bare: str) -> None:
    paper = paper_shelf.make(bare_workspace, bare, "audit-report")
    assert paper.pages == 1


def test_features_are_counted_once_for_each_case() -> None:
    cases = (
        Case("1", "a", "", "In care; self-harm ; in  care"),
        Case("2", "b", "", "Self-harm;;"),
        Case("3", "c"),
    )
    assert counted_features(cases) == (("self-harm", 2), ("in care", 1))
    assert counted_features(()) == ()
