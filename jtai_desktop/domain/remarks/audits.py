"""What looks wrong with case audits: returns that are late, and what an audit lacks."""

from jtai_desktop.domain.audits.register import Standing
from jtai_desktop.domain.day import Day
from jtai_desktop.domain.remarks.remark import Grade, Remark
from jtai_desktop.domain.wording import counted, listed

SHOWN = 3


def late_returns(day: Day) -> list[Remark]:
    """One line for each audit, however many returns are late; it leads to the first of them."""
    return [
        Remark(Grade.WARNING, _late(each), "audits", each.late[0].found.id, "Case audits")
        for each in day.audits.standing
        if each.late
    ]


def audits_lacking(day: Day) -> list[Remark]:
    """What an audit lacks, and what in it looks like a name: a line for each."""
    return [
        Remark(Grade.REMARK, sentence, "audits", each.audit.id, "Case audits")
        for each in day.audits.standing
        for sentence in (*_lacking(each), *(f"Case audit: {words}" for words in each.named))
    ]


def _late(standing: Standing) -> str:
    """Case audit: 1 return late, Hospital; several teams are counted, and no more than three."""
    late = standing.late
    if len(late) == 1:
        one = late[0]
        chased = f", {one.chased_said}" if one.chased_said else ""
        return f"Case audit, {one.called}: return {one.late_said}{chased}"
    teams = [f"{name} {number}" for name, number in standing.late_teams.items()]
    more = [counted(len(teams) - SHOWN, "other team")] if len(teams) > SHOWN else []
    return f"Case audit, {len(late)} returns late: {listed([*teams[:SHOWN], *more])}"


def _lacking(standing: Standing) -> list[str]:
    doubts = list(standing.doubts)
    return [f"Case audit, {standing.audit.theme}: {listed(doubts)}"] if doubts else []
