"""What is missing from a pack or left out of it, in words; and why it is still a draft."""

from collections.abc import Iterable, Sequence

from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.documents.lines import Line, Step
from jtai_desktop.domain.documents.register import Entry, Register
from jtai_desktop.domain.documents.track import Ours, passed
from jtai_desktop.domain.evaluations.register import Entry as Evaluated
from jtai_desktop.domain.meetings.concerns import Concern
from jtai_desktop.domain.meetings.warned import Warned
from jtai_desktop.domain.self_evaluation.register import Stand
from jtai_desktop.domain.wording import counted, day_short, listed
from jtai_desktop.reports.binding import NOTHING, Binding
from jtai_desktop.reports.blocks import Fact, Sign
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.self_evaluation import standing
from jtai_desktop.reports.states import LATE
from jtai_desktop.reports.talk_cells import DUTY
from jtai_desktop.reports.variants import Variant


def draft_reasons(material: Material) -> tuple[str, ...]:
    """The conditions that are not met; none where the pack is final."""
    register = material.register
    if not register.entries:
        return ("no document is asked for yet", *_open_elsewhere(material))
    unchecked = len(_unchecked(register))
    doubtful = sum(1 for entry in register.entries if entry.doubts)
    asked = (
        (len(register.open), "still to be sent"),
        (unchecked, "not checked"),
        (doubtful, "with a warning that nobody accepted"),
    )
    said = tuple(f"{counted(number, 'document')} {words}" for number, words in asked if number)
    return (*said, *_open_elsewhere(material))


def gap_facts(
    material: Material, not_chosen: Sequence[str] = (), binding: Binding = NOTHING
) -> tuple[Fact, ...]:
    """One row for each kind of gap that there is."""
    register = material.register
    reasons = draft_reasons(material)
    rows = (
        Fact("Why still a draft", _sentence(listed(reasons)), sign=Sign.WARNING),
        *_missing(register),
        Fact("Not checked", _not_checked(register), sign=Sign.TO_CHECK),
        Fact("Ready, not sent", _codes(_ready(register)), sign=Sign.READY),
        Fact("Overridden", _overridden(material), sign=Sign.OVERRIDDEN),
        Fact("With a warning", _warnings(material), sign=Sign.WARNING),
        Fact("Evaluations", _evaluations(material), sign=Sign.DRAFTING),
        Fact("Lists", _lists(material), sign=Sign.NOT_ASKED),
        Fact("To tell", _to_tell(material), sign=Sign.WARNING),
        Fact("Not bound in", binding.not_said, sign=Sign.WARNING),
        Fact("Bound in", binding.said, sign=Sign.READY),
        Fact("Left out", _left_out(material, not_chosen), sign=Sign.LEFT_OUT),
        Fact("Self-evaluation", _self_evaluation(material), sign=Sign.DRAFTING),
    )
    return tuple(row for row in rows if row.text)


def _self_evaluation(material: Material) -> str:
    """How far it is; nothing once all of it is agreed."""
    found = material.self_evaluation
    if found.counts[Stand.AGREED] == len(found.entries):
        return ""
    return _sentence(standing(material) if found.is_begun else "nothing is answered yet")


def internal_notes(register: Register) -> int:
    """How many notes stay in the register."""
    documents = {each.id: each for entry in register.entries for each in entry.documents}
    notes = [entry.item.notes.internal for entry in register.entries]
    notes += [each.notes.internal for each in documents.values()]
    return sum(1 for note in notes if note)


def _open_elsewhere(material: Material) -> list[str]:
    """What is open of evaluations, lists, meetings and conversations; nobody is named."""
    week, talks, lists = material.week, material.conversations, material.lists
    joint = material.evaluations
    numbers = (
        (len(joint.joint) - len(joint.finished), "joint evaluation", "not finished"),
        (len(lists.lists) - lists.sent if lists.is_begun else 0, "list", "not sent"),
        (len(week.changes), "meeting", "changed since the return was sent"),
        (len(talks.agreed) - len(talks.confirmed), "agreed conversation", "not confirmed"),
    )
    said = [f"{counted(number, what)} {words}" for number, what, words in numbers if number]
    if not week.sendings and any(each.is_returned for each in week.standing):
        said.append("the return of the meetings not sent")
    return said


def _missing(register: Register) -> tuple[Fact, ...]:
    """What an agency has still to bring, the late first."""
    waiting = [entry for entry in register.open if entry.with_agency]

    def those(late: Late) -> str:
        return _named(entry for entry in waiting if entry.late is late)

    return (
        Fact("Missing, late", those(Late.LATE), sign=Sign.LATE),
        Fact("Missing, late to us", those(Late.TO_US), sign=Sign.LATE),
        Fact("Missing, in time", those(Late.NO), sign=Sign.ASKED),
    )


def _unchecked(register: Register) -> tuple[Entry, ...]:
    return tuple(entry for entry in register.open if entry.ours is Ours.TO_CHECK)


def _not_checked(register: Register) -> str:
    """What waits for a second reader, a newer version of something sent too."""
    newer = [
        f"version {document.newest} of {entry.item.called}"
        for entry in register.entries
        for document, found in zip(entry.documents, entry.standings, strict=True)
        if found.newer is Ours.TO_CHECK
    ]
    parts = (_codes(_unchecked(register)), _sentence(listed(newer)))
    return " ".join(part for part in parts if part)


def _ready(register: Register) -> tuple[Entry, ...]:
    return tuple(entry for entry in register.open if entry.ours is Ours.READY)


def _overridden(material: Material) -> str:
    """What went through the check against its result; the reason stays with the partnership."""
    found = [
        (entry, line) for entry in material.register.entries for line in _override_lines(entry)
    ]
    if material.for_inspectors:
        return _sentence(", ".join(entry.item.code for entry, _ in found))
    return " ".join(f"{entry.item.called}: {_sentence(line.reason)}" for entry, line in found)


def _override_lines(entry: Entry) -> Iterable[Line]:
    for document, found in zip(entry.documents, entry.standings, strict=True):
        number = found.sent.version if found.sent else document.newest
        line = passed(document, number) if number else None
        if line is not None and line.step is Step.OVERRIDE:
            yield line


def _warnings(material: Material) -> str:
    """Of the documents; of the week as well, but not to inspectors."""
    found = [doubt.sentence for entry in material.register.entries for doubt in entry.doubts]
    if not material.for_inspectors:
        week = material.week
        found += [f"List {each.wanted.number}: {each.behind}" for each in material.lists.behind]
        found += [each.sentence for each in week.judged.open if not _is_remark(each)]
        found += [
            f"{week.called(each.meeting)}, {day_short(each.meeting.start.date())}:"
            f" {each.kind} since sent"
            for each in week.changes
        ]
    return " ".join(_sentence(text) for text in found)


def _evaluations(material: Material) -> str:
    """Of which children the joint one is not agreed; to us also who is late and what is open."""
    found = material.evaluations
    left = [each.evaluation.child for each in found.joint if not each.is_finished]
    said = [f"joint evaluation to come: {listed(left)}"] if left else []
    if not material.for_inspectors:
        for late in LATE:
            whose = [_of_whom(material, each) for each in found.late if each.late is late]
            said += [f"{LATE[late].text}: {listed(whose)}"] if whose else []
        said += [
            f"seen differently and not settled: {each.evaluation.child},"
            f" {counted(len(each.unsettled), 'question')}"
            for each in found.joint
            if each.unsettled
        ]
    return " ".join(_sentence(text) for text in said)


def _of_whom(material: Material, each: Evaluated) -> str:
    """Child C, Police."""
    return each.evaluation.called(material.agency_short(each.evaluation.agency))


def _lists(material: Material) -> str:
    """Which of them the inspectors don’t hold, once any was taken in."""
    lists = material.lists
    left = [str(each.wanted.number) for each in lists if not each.held]
    return f"Not sent: {listed(left)}." if left and lists.is_begun else ""


def _is_remark(warned: Warned) -> bool:
    return isinstance(warned, Concern) and warned.is_remark


def _to_tell(material: Material) -> str:
    """That there is something to tell, and of which child; never which decision."""
    return " ".join(f"{DUTY}, {child}." for child in material.to_tell)


def _left_out(material: Material, not_chosen: Sequence[str]) -> str:
    asleep = [each for each in material.register.entries if each.ours is Ours.ON_REQUEST]
    notes = 0 if material.for_inspectors else internal_notes(material.register)
    others = {
        Variant.INSPECTORS: "Notes, chasing, earlier times and remarks of the partnership’s own.",
        Variant.STAFF: "Roles, telephone numbers and addresses of staff: they stand by initials.",
        Variant.AGENCY: "What is asked of the other agencies.",
    }
    said = [
        _sentence(counted(notes, "internal note")) if notes else "",
        f"{listed([each.item.code for each in asleep])}, only on request." if asleep else "",
        others.get(material.variant, ""),
        "Names: children by label, adults by role."
        if material.variant is not Variant.STAFF
        else "",
        "Conversations without a standing agreement." if material.conversations.talks else "",
        f"Parts not chosen: {listed(list(not_chosen))}." if not_chosen else "",
    ]
    return " ".join(text for text in said if text)


def _named(entries: Iterable[Entry]) -> str:
    """4.7 Force governance minutes, 4.9 Performance information. Child C: chronology."""
    area: list[str] = []
    children: dict[str, list[str]] = {}
    for entry in entries:
        if entry.item.child is None:
            area.append(f"{entry.item.number} {entry.item.short}")
        else:
            children.setdefault(entry.item.child.label, []).append(_small(entry.item.short))
    said = [", ".join(area), *(f"{child}: {', '.join(each)}" for child, each in children.items())]
    return " ".join(_sentence(text) for text in said if text)


def _codes(entries: Sequence[Entry]) -> str:
    """1.2, 4.3 late. A 9, C 6: those of the area, then the children’s."""
    area = ", ".join(_code(each) for each in entries if each.item.child is None)
    children = ", ".join(_code(each) for each in entries if each.item.child is not None)
    return " ".join(_sentence(text) for text in (area, children) if text)


def _code(entry: Entry) -> str:
    return f"{entry.item.code} late" if entry.late is Late.LATE else entry.item.code


def _small(text: str) -> str:
    """For the middle of a sentence; what begins with capitals stays as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _sentence(text: str) -> str:
    whole = text[:1].upper() + text[1:]
    return f"{whole}." if whole and not whole.endswith((".", "?")) else whole
