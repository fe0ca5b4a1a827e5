"""An earlier inspection’s answers, brought forward."""

from dataclasses import replace
from datetime import date
from itertools import count

from jtai_desktop.domain.self_evaluation.answer import Answer, Brought, Part
from jtai_desktop.domain.self_evaluation.forward import Earlier, Forward, bring_forward
from jtai_desktop.domain.self_evaluation.point import Change, Point, Sort, own
from jtai_desktop.domain.self_evaluation.writing import agree, link, write
from tests.domain.self_evaluation.made import BY, answer, criterion, marker

THEN = date(2025, 3, 3)
ONE, TWO = criterion(), marker()


def _forward(
    answers: list[Answer], here: tuple[Point, ...] = (ONE, TWO), pack: str = "p", **known: object
) -> Forward:
    earlier = Earlier("Northmoor", THEN, "p", (ONE, TWO), tuple(answers))
    numbers = count(1)
    have = known.get("have", ())
    assert isinstance(have, tuple)
    return bring_forward(earlier, here, have, pack, lambda: f"new {next(numbers)}")


def test_an_answer_comes_as_a_draft_marked_without_links_and_notes() -> None:
    before = write(link(answer(ONE, "police"), ONE, "document:d1", BY), ONE, {Part.NOTE: "Hm"}, BY)
    (found,) = _forward([agree(before, ONE, (), BY)]).answers
    assert found.brought == Brought("Northmoor", THEN)
    assert (found.id, found.agreed, found.links, found.version) == ("new 1", None, (), 0)
    assert found.texts == {Part.EVALUATION: "Most are.", Part.IMPACT: "Waits halved."}
    assert found.written == before.written


def test_what_is_answered_here_stays_and_is_counted() -> None:
    result = _forward([answer(ONE), answer(TWO)], have=(answer(ONE, text="Now."),))
    assert [each.point for each in result.answers] == [TWO.key]
    assert result.here_already == 1


def test_an_answer_without_a_place_here_is_counted_not_lost_silently() -> None:
    gone = replace(TWO, retired="Twice")
    result = _forward([answer(ONE), answer(TWO)], here=(gone,))
    assert (result.answers, result.without_place) == ((), 2)


def test_in_another_pack_words_count_and_numbers_do_not() -> None:
    other = (criterion(40), marker(9, "Something else"))
    result = _forward([answer(ONE), answer(TWO)], here=other, pack="q")
    assert [each.point for each in result.answers] == ["criterion:40"]
    assert result.without_place == 1


def test_the_council_s_own_points_come_with_their_answers() -> None:
    ours = own(Change(Sort.MARKER, 60, "Waits are told", "Access"))
    unsaid = own(Change(Sort.MARKER, 61, "Nobody answered", "Access"))
    gone = replace(own(Change(Sort.MARKER, 62, "Given up", "Access")), retired="Twice")
    earlier = Earlier(
        "Northmoor", THEN, "p", (ONE, ours, unsaid, gone), (answer(ours), *map(_bare, (gone,)))
    )
    result = bring_forward(earlier, (ONE, TWO), (), "p", lambda: "new")
    assert [(each.key, each.title) for each in result.added] == [("marker:10", "Waits are told")]
    assert [each.point for each in result.answers] == ["marker:10"]
    assert result.without_place == 1
    known = (ONE, TWO, own(Change(Sort.MARKER, 70, "waits are told.", "Access")))
    again = bring_forward(earlier, known, (), "p", lambda: "new")
    assert (again.added, [each.point for each in again.answers]) == ((), ["marker:70"])


def _bare(point: Point) -> Answer:
    return Answer("gone", point.key, texts={Part.EVALUATION: "Said before it was retired"})


def test_an_empty_answer_is_not_brought() -> None:
    assert _forward([answer(ONE, text="")]).answers == ()
