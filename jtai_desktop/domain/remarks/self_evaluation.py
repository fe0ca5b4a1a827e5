"""What looks wrong with the self-evaluation: an audit says otherwise, or answers lack something."""

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.remarks.remark import Grade, Remark
from jtai_desktop.domain.self_evaluation.nudges import Nudge

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
    """How many points something is to say of: one line for all."""
    found = day.self_evaluation
    number = sum(1 for each in found.entries if each.found)
    if not number:
        return []
    sentence = f"Self-evaluation: remarks on {number} of {len(found.entries)}"
    return [Remark(Grade.REMARK, sentence, PLACE, REMARKS, LINK)]
