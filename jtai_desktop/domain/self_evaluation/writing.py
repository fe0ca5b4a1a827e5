"""Changing an answer: its texts, its date, its links, draft or agreed; or why it can’t be."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from jtai_desktop.domain import texts
from jtai_desktop.domain.evaluations.writing import LONGEST, Signed
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.self_evaluation.answer import (
    AUDIT,
    DOCUMENT,
    OWN_PARTS,
    PART_WORDS,
    Answer,
    Part,
)
from jtai_desktop.domain.self_evaluation.point import Point

MOST_LINKS = 40
RETIRED = "is retired. Ask it again first."
AGREED_ALREADY = "It is agreed. Take it back to a draft first."


def write(before: Answer, point: Point, wanted: Mapping[Part, str], signed: Signed) -> Answer:
    """The answer with these texts. What was brought forward has then been looked at."""
    _refuse_fixed(before, point)
    allowed = tuple(Part) if before.is_joint else OWN_PARTS
    kept = dict(before.texts)
    for part, text in wanted.items():
        if part not in allowed:
            raise Refused("Only the joint answer says how it was settled.", place=point.called)
        place = f"{point.called}, {PART_WORDS[part]}"
        kept[part] = texts.note(text, place, longest=LONGEST)
    kept = {part: text for part, text in kept.items() if text}
    if kept == before.texts:
        return before
    evaluated = kept.get(Part.EVALUATION, "") != before.text(Part.EVALUATION)
    worded = point.title if evaluated or not before.worded else before.worded
    return _looked(replace(before, texts=kept, worded=worded, written=signed))


def date_evidence(
    before: Answer, point: Point, day: date | None, today: date, signed: Signed
) -> Answer:
    """The day that the evidence is of, or none."""
    _refuse_fixed(before, point)
    if day is not None and day > today:
        raise Refused("Evidence is not of a day to come.", place="Evidence of")
    return before if day == before.dated else _looked(replace(before, dated=day, written=signed))


def link(before: Answer, point: Point, target: str, signed: Signed) -> Answer:
    """The answer with one more document or audit that shows it."""
    _refuse_fixed(before, point)
    if not any(target.startswith(kind) and target != kind for kind in (DOCUMENT, AUDIT)):
        raise Refused("Only a document or an audit can be linked.", place=point.called)
    if target in before.links:
        return before
    if len(before.links) >= MOST_LINKS:
        raise Refused(f"An answer has at most {MOST_LINKS} links.", place=point.called)
    return _looked(replace(before, links=(*before.links, target), written=signed))


def unlink(before: Answer, point: Point, target: str, signed: Signed) -> Answer:
    """The answer without that link."""
    _refuse_fixed(before, point)
    left = tuple(each for each in before.links if each != target)
    return before if left == before.links else replace(before, links=left, written=signed)


def agree(before: Answer, point: Point, others: Iterable[Answer], signed: Signed) -> Answer:
    """Agreed. A joint answer then says how agencies settled, if two or more of them answered."""
    if before.agreed:
        return before
    if point.is_retired:
        raise Refused(f"{point.called} {RETIRED}", place=point.called)
    if not before.is_said:
        raise Refused(f"{point.called}: nothing is evaluated yet.", place=point.called)
    own = [each for each in others if not each.is_joint and each.is_said]
    if before.is_joint and len(own) > 1 and not before.text(Part.SETTLED):
        sentence = f"{point.called}: {len(own)} agencies answered. Say how it was settled."
        raise Refused(sentence, place=PART_WORDS[Part.SETTLED])
    return _looked(replace(before, agreed=signed))


def take_back(before: Answer, point: Point) -> Answer:
    """A draft again."""
    if not before.agreed:
        raise Refused(f"{point.called}: it is a draft already.", place=point.called)
    return replace(before, agreed=None)


def look_at(before: Answer, point: Point) -> Answer:
    """Somebody looked at what was brought forward."""
    if not before.to_look_at:
        raise Refused(f"{point.called}: there is nothing to look at any more.", place=point.called)
    return _looked(before)


def _looked(answer: Answer) -> Answer:
    if answer.brought is None or answer.brought.looked_at:
        return answer
    return replace(answer, brought=replace(answer.brought, looked_at=True))


def _refuse_fixed(before: Answer, point: Point) -> None:
    if before.agreed:
        raise Refused(f"{point.called}: {AGREED_ALREADY}", place=point.called)
    if point.is_retired:
        raise Refused(f"{point.called} {RETIRED}", place=point.called)
