"""What looks wrong with the self-evaluation: audits one by one, what answers lack in one line."""

from dataclasses import replace
from datetime import date, datetime

from jtai_desktop.domain.day import day_of
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.remarks.of_day import remarks
from jtai_desktop.domain.remarks.remark import Grade
from jtai_desktop.domain.schedule import plan
from jtai_desktop.domain.self_evaluation.nudges import Against, Headline
from jtai_desktop.domain.self_evaluation.register import self_evaluation
from jtai_desktop.domain.working_days import WorkingDays
from tests.domain.rules import RULES
from tests.domain.self_evaluation.made import answer, criterion, marker

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
ONE, TWO = criterion(), marker()


def _said(*headlines: Headline) -> list[tuple[Grade, str, str]]:
    answers = [answer(ONE, impact=""), answer(TWO)]
    found = self_evaluation([ONE, TWO], answers, Against(date(2025, 11, 5), {}, headlines))
    day = day_of(plan(RULES, NOW, WorkingDays()), NOW)
    every = remarks(replace(day, self_evaluation=found))
    return [
        (each.grade, each.sentence, each.target)
        for each in every
        if each.place == "self-evaluation"
    ]


def test_what_answers_lack_is_one_line_for_all() -> None:
    sentence = "Self-evaluation: remarks on 2 of 2"
    assert _said() == [(Grade.REMARK, sentence, "remarks")]


def test_each_contradiction_has_a_line_of_its_own_that_leads_there() -> None:
    headline = Headline("audit:a", "Waits grew.", NOW.date(), frozenset({TWO.key}))
    first = _said(headline)[0]
    assert first == (Grade.WARNING, "Marker 9: an audit says otherwise", "marker:9")
