"""What looks wrong with the children selected, and schools that know of nothing yet."""

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.documents.children import how_many, name_like
from jtai_desktop.domain.remarks.remark import Grade, Remark
from jtai_desktop.domain.wording import listed


def selected(day: Day) -> list[Remark]:
    """How many children, names where none is needed, another selection than was confirmed."""
    sentences = [how_many(len(day.children)).removesuffix(".")]
    if day.selection.has_changed:
        sentences.append("The selection has changed since it was confirmed")
    sentences += [
        f"“{each}” looks like a name: a label such as Child A is enough"
        for each in _labels(day)
        if name_like(each)
    ]
    return [Remark(Grade.REMARK, each, "children", "", "Children") for each in sentences if each]


def _labels(day: Day) -> tuple[str, ...]:
    """All that children and their people are called, each once; in meetings as well."""
    found = [each.label for each in day.children] + [each.reference for each in day.children]
    found += [each.person.label for each in day.conversations.talks if each.person.selected]
    found += [each.child for each in day.week.standing]
    return tuple(dict.fromkeys(found))


def schools_not_told(day: Day) -> list[Remark]:
    """Schools that an education inspector will call, and that do not know of it."""
    untold = [each for each in day.children if each.school and each.school_told is None]
    if not untold:
        return []
    labels = listed([each.label for each in untold])
    sentence = f"School not yet told that an education inspector will call: {labels}"
    mark = untold[0].mark
    return [Remark(Grade.REMARK, sentence, "children", f"{mark} 1", f"Children, {mark}")]
