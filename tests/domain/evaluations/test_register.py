"""What is counted of evaluations: answered, finished, late, what lacks, what differs."""

from datetime import date, datetime, timedelta

from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.evaluations.evaluation import Evaluation, Key, Part, Stage
from jtai_desktop.domain.evaluations.register import (
    Evaluations,
    Lacks,
    Nudge,
    Times,
    evaluations,
)
from jtai_desktop.domain.moments import LONDON, Moment, at, end_of_day
from tests.domain.evaluations import made

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
DUE = end_of_day(date(2026, 11, 12))
INTERNAL = at(datetime(2026, 11, 9, 12, 0, tzinfo=LONDON))
KEY = "joint-evaluations"


def standing(*found: Evaluation, now: datetime = NOW, due: Moment | None = DUE) -> Evaluations:
    return evaluations(found, made.FRAME, Times(now, due), KEY)


def test_joint_ones_are_counted_and_own_ones_beside_them() -> None:
    found = standing(
        made.agreed(),
        made.moved(made.answered(made.evaluation("police"), 1), Stage.RETURNED),
        made.evaluation("camhs"),
        made.answered(made.evaluation(child="Child B"), 1, 3),
        made.evaluation(child="Child C", selected=False),
    )
    assert found.finished_of == "1 of 2 finished"
    assert found.own_back_of("Child A") == "1/2"
    assert found.own_back_of("Child B") == "0/0"
    joint = found.joint_of("Child B")
    assert joint is not None
    assert (joint.filled_of, joint.missing) == ("2 of 3", (2,))
    assert found.towards(KEY) == found.joint
    assert found.towards("case-documents") == ()
    assert found.agencies == ("police", "camhs")
    assert [each.evaluation.child for each in found.apart] == ["Child C"]
    assert found.entry(found.apart[0].evaluation.id) == found.apart[0]


def test_late_to_us_then_late_and_never_once_it_is_here() -> None:
    back = made.moved(made.answered(made.evaluation("police"), 1), Stage.RETURNED)
    here = made.evaluation("police", internal=INTERNAL, texts=back.texts, moves=back.moves)
    away = made.evaluation("camhs", internal=INTERNAL)
    joint = made.answered(made.evaluation(), 1)
    (one,) = standing(here, away, joint).late
    assert (one.evaluation.agency, one.late) == ("camhs", Late.TO_US)
    assert one.late_by == timedelta(hours=22, minutes=40)
    later = standing(here, away, joint, made.agreed(), now=NOW + timedelta(days=3)).late
    assert [(each.evaluation.agency, each.late) for each in later] == [
        ("camhs", Late.LATE),
        ("", Late.LATE),
    ]
    assert standing(away, joint, due=None, now=NOW + timedelta(days=9)).late[0].late is Late.TO_US


def test_who_was_taken_out_is_not_late() -> None:
    assert standing(made.evaluation(internal=INTERNAL, selected=False)).late == ()


def test_answers_are_nudged_for_impact_view_and_evidence() -> None:
    own = made.answered(made.evaluation("police"), 1, parts=(Part.IMPACT, Part.EVIDENCE))
    joint = made.answered(made.evaluation(), 2)
    found = standing(joint, own)
    assert found.entries[1].lacks == (Lacks(1, Nudge.VIEW),)
    assert found.lacks == {Nudge.IMPACT: 1, Nudge.VIEW: 2, Nudge.EVIDENCE: 1}
    assert standing(made.agreed()).lacks == {}
    assert standing(made.evaluation()).lacks == {}


def test_what_each_says_stands_side_by_side() -> None:
    joint = made.wrote(
        made.answered(made.evaluation(), 1),
        {Key(1, Part.DIFFERENCE): "Police see more risk"},
    )
    found = standing(joint, made.answered(made.evaluation("camhs"), 1), made.evaluation("police"))
    first, second, _ = found.beside("Child A")
    assert (first.joint, first.difference, first.settled) == (
        "evaluation 1",
        "Police see more risk",
        "",
    )
    assert [each.text for each in first.own] == ["evaluation 1", ""]
    assert [each.entry.evaluation.agency for each in first.silent] == ["police"]
    assert second.joint == ""
    assert found.entries[0].unsettled == (1,)


def test_of_one_agency_only_its_own_are_left() -> None:
    found = standing(made.evaluation(), made.evaluation("police"), made.evaluation("camhs"))
    assert [each.evaluation.agency for each in found.of_agency("police").entries] == ["police"]
