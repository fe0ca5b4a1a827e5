"""What looks wrong with documents."""

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.remarks.remark import Grade, Remark


def doubts(day: Day) -> list[Remark]:
    """What looks wrong with documents."""
    return [
        Remark(Grade.WARNING, doubt.sentence, place, entry.item.id, f"{called} {code}")
        for entry in day.register.entries
        for doubt in entry.doubts
        for place, called, code in [_where(entry)]
    ]


def _where(entry: Entry) -> tuple[str, str, str]:
    child = entry.item.child
    return (
        ("children", "Children,", child.mark)
        if child
        else ("documents", "Documents", entry.item.code)
    )
