"""What looks wrong with the lists that inspectors asked for."""

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.remarks.remark import Grade, Remark
from jtai_desktop.domain.wording import span


def lists_behind(day: Day) -> list[Remark]:
    """Lists past their time of which nothing was sent, and those of which inspectors hold less."""
    late = [(each, f"{span(each.late_by)} late") for each in day.lists.late]
    behind = [(each, each.behind) for each in day.lists.behind]
    return [
        Remark(
            Grade.WARNING,
            f"List {each.wanted.number}: {words}",
            "lists",
            str(each.wanted.number),
            f"Lists, {each.wanted.number}",
        )
        for each, words in (*late, *behind)
    ]
