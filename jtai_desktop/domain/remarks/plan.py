"""What looks wrong with the plan: times to agree or before the beginning, unusual dates."""

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.remarks.remark import Grade, Remark
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.wording import moment_short


def to_agree(day: Day) -> list[Remark]:
    """Times that the guidance leaves to an agreement."""
    return [
        Remark(
            Grade.WARNING,
            f"{each.rule.short}, {moment_short(each.due)}: to agree",
            "timetable",
            each.key,
            "Timetable",
        )
        for each in day.to_agree
    ]


def too_early(day: Day) -> list[Remark]:
    """Times that were kept by hand while the inspection was dated anew."""
    first = day.schedule.notified.date()
    return [
        Remark(
            Grade.WARNING,
            f"{each.rule.short}: kept at {moment_short(each.due)}, before the notification",
            "timetable",
            each.key,
            "Timetable",
        )
        for each in day.schedule.milestones
        if each.fixed_by_hand and each.due.day < first
    ]


def unusual_dates(day: Day) -> list[Remark]:
    """What is unusual about the dates themselves, as long as the inspection is ahead."""
    open_ones: tuple[Planned, ...] = day.open
    if not open_ones:
        return []
    return [
        Remark(Grade.REMARK, sentence, "settings", "dates", "Dates")
        for sentence in day.schedule.warnings
    ]
