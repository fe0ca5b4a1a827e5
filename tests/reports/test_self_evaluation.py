"""The paper of the self-evaluation: what each reader finds, and where there is room to write."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.people import Agency
from jtai_desktop.domain.schedule import plan
from jtai_desktop.domain.self_evaluation.answer import JOINT, Answer, Brought, Part
from jtai_desktop.domain.self_evaluation.register import self_evaluation
from jtai_desktop.domain.self_evaluation.writing import agree, link, write
from jtai_desktop.domain.working_days import WorkingDays
from jtai_desktop.reports.blocks import Heading, Row, SectionRow, Sentence, Table
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.self_evaluation import HOW, self_evaluation_sheet, standing
from jtai_desktop.reports.variants import Variant
from tests.domain.rules import RULES
from tests.domain.self_evaluation.made import BY, answer, criterion, marker

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
ONE, TWO, THREE = criterion(), criterion(24, "Agencies share."), marker()
AGENCIES = (Agency("a", "police", "Police", "Police"), Agency("b", "council", "Council", "Council"))


def _material(*answers: Answer, variant: Variant = Variant.FULL) -> Material:
    return Material(
        area="Northmoor",
        theme="Theme",
        as_at=NOW,
        schedule=plan(RULES, NOW, WorkingDays()),
        agencies=AGENCIES,
        self_evaluation=self_evaluation([ONE, TWO, THREE], answers, agencies=("police", "council")),
        links={"document:d1": "1.4 Practice audits", "audit:a1": "Audit of October"},
        variant=variant,
    )


def _rows(material: Material) -> list[Row]:
    tables = [each for each in self_evaluation_sheet(material).blocks if isinstance(each, Table)]
    return [row for table in tables for row in table.rows if not isinstance(row, SectionRow)]


def _told(row: Row) -> list[list[str]]:
    return [[cell.text, *(each.text for each in cell.below)] for cell in row]


def _settled() -> Answer:
    texts = {Part.SETTLED: "The audit decided.", Part.NOTE: "Ask Child A"}
    found = write(link(answer(ONE), ONE, "document:d1", BY), ONE, texts, BY)
    return agree(link(found, ONE, "audit:a1", BY), ONE, (), BY)


@pytest.mark.parametrize("variant", list(Variant))
def test_without_an_answer_it_is_a_form_for_every_reader(variant: Variant) -> None:
    material = _material(variant=variant)
    sheet = self_evaluation_sheet(material)
    assert sheet.about == "A form to fill in"
    assert Sentence(HOW) in sheet.blocks
    assert [_told(row)[2:] for row in _rows(material)] == [[[""], [""], [""]]] * 3
    assert [each.aside for each in sheet.blocks if isinstance(each, Heading)] == [
        "2 criteria",
        "1 marker",
    ]


def test_the_joint_answer_stands_with_what_shows_it_and_where_it_is() -> None:
    (row, empty, _) = _rows(_material(_settled(), answer(ONE, "police", "Ours")))
    assert _told(row) == [
        ["23"],
        ["Staff are trained."],
        ["Most are.", "Settled: The audit decided."],
        ["Waits halved."],
        ["Together", "1.4 Practice audits", "Audit of October", "Agreed"],
    ]
    assert _told(empty)[2:] == [[""], [""], [""]]


def test_agencies_that_are_not_settled_stand_beside_one_another() -> None:
    own = (answer(THREE, "police", "Slow", ""), answer(THREE, "council", "Quick"))
    told = _told(_rows(_material(*own))[2])
    assert told[2] == ["Police: Slow", "Council: Quick"]
    assert told[3] == ["Council: Waits halved."]
    assert told[4] == ["Police, Council", "To settle"]


def test_inspectors_read_what_is_agreed_and_nothing_of_ours() -> None:
    brought = replace(answer(TWO), brought=Brought("Northmoor", date(2025, 3, 3)))
    material = _material(_settled(), brought, variant=Variant.INSPECTORS)
    agreed, draft, missing = _rows(material)
    assert _told(agreed)[2:] == [
        ["Most are."],
        ["Waits halved."],
        ["Together", "1.4 Practice audits", "Audit of October"],
    ]
    assert [_told(each)[2] for each in (draft, missing)] == [["To follow"], ["To follow"]]
    said = str(self_evaluation_sheet(material))
    for ours in ("Settled", "Ask Child A", "Brought", HOW):
        assert ours not in said


@pytest.mark.parametrize("variant", list(Variant))
def test_an_internal_note_stands_on_no_paper(variant: Variant) -> None:
    noted = write(answer(TWO, JOINT), TWO, {Part.NOTE: "Ask Child A"}, BY)
    assert "Ask Child A" not in str(self_evaluation_sheet(_material(noted, variant=variant)))


def test_how_far_it_is_is_said_for_each_reader() -> None:
    answers = (_settled(), answer(TWO))
    assert standing(_material(*answers)) == "1 of 3 agreed, 1 draft, 1 missing"
    assert standing(_material(*answers, variant=Variant.INSPECTORS)) == "1 of 3 agreed, 2 to follow"
