"""What looks wrong with the self-evaluation: an audit says otherwise, or answers lack something."""

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.remarks.remark import Grade, Remark
from jtai_desktop.domain.self_evaluation.nudges import NUDGE_WORDS, Nudge
from jtai_desktop.domain.wording import listed

PLACE, REMARKS = "self-evaluation", "remarks"
LINK = "Self-evaluation"


def contradicted(day: Day) -> list[Remark]:
    """Each point to which an audit found a weakness that the answer does not take up."""
    return [
        Remark(
            Grade.WARNING,
            f"{each.point.called}: an audit says otherwise",
            PLACE,
            each.point.key,
            LINK,
        )
        for each in day.self_evaluation.with_nudge(Nudge.CONTRADICTED)
    ]


def self_evaluation_lacking(day: Day) -> list[Remark]:
    """How many points have which nudge: one line for all."""
    counts = day.self_evaluation.nudges
    lacks = [
        f"{number} {NUDGE_WORDS[nudge]}"
        for nudge, number in counts.items()
        if nudge is not Nudge.CONTRADICTED
    ]
    if not lacks:
        return []
    return [Remark(Grade.REMARK, f"Self-evaluation: {listed(lacks)}", PLACE, REMARKS, LINK)]
