"""What looks wrong with evaluations, and flags of children who may be at risk."""

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.documents.lateness import Late, said
from jtai_desktop.domain.evaluations.register import NUDGE_WORDS, Entry
from jtai_desktop.domain.remarks.remark import EVALUATION, FLAG, Grade, Remark
from jtai_desktop.domain.wording import listed


def flagged(day: Day) -> list[Remark]:
    """A child may be at risk: nothing comes before that."""
    return [
        Remark(
            Grade.ERROR,
            f"Act now, {flag.child}: {flag.text}",
            "children",
            f"{FLAG}{flag.id}",
            f"Children, {flag.mark}",
        )
        for flag in day.flags
    ]


def flags_unowned(day: Day) -> list[Remark]:
    """Whoever was to act was taken out of the people: nobody does, until it is given on."""
    return [
        Remark(
            Grade.ERROR,
            f"Act now, {flag.child}: nobody acts on it, its owner is no longer among the people",
            "children",
            f"{FLAG}{flag.id}",
            f"Children, {flag.mark}",
        )
        for flag in day.unowned
    ]


def late_evaluations(day: Day) -> list[Remark]:
    """What is late of each agency: one line, however many children it is about."""
    by_agency: dict[tuple[str, Late], list[Entry]] = {}
    for entry in day.evaluations.late:
        by_agency.setdefault((entry.evaluation.agency, entry.late), []).append(entry)
    return [_late_of(day, found) for found in by_agency.values()]


def _late_of(day: Day, found: list[Entry]) -> Remark:
    first, number = found[0].evaluation, len(found)
    whose = "joint" if first.is_joint else "own"
    agency = day.agency_short(first.agency)
    if number == 1:
        called = f"{first.called(agency)}{'' if first.is_joint else ': own evaluation'}"
        sentence = f"{called} {said(found[0].late, found[0].late_by)}"
    else:
        to_us = " to us" if found[0].late is Late.TO_US else ""
        marks = listed(sorted(each.evaluation.mark for each in found))
        by = f", {agency}" if agency else ""
        sentence = f"{number} {whose} evaluations late{to_us}{by}: {marks}"
    link = f"Children, {first.mark}"
    return Remark(Grade.WARNING, sentence, "children", f"{EVALUATION}{first.id}", link)


def answers_lacking(day: Day) -> list[Remark]:
    """How many answers lack impact, the child’s own view, evidence: one line for all."""
    lacks = [f"{number} {NUDGE_WORDS[nudge]}" for nudge, number in day.evaluations.lacks.items()]
    if not lacks:
        return []
    sentence = f"Answers in evaluations: {listed(lacks)}"
    return [Remark(Grade.REMARK, sentence, "children", "", "Children")]
