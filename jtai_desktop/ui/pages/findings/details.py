"""What the panel of a finding says: its letter, how it came, who confirmed it, its history."""

from collections.abc import Iterable

from jtai_desktop.domain.findings.finding import Finding, Way
from jtai_desktop.domain.findings.register import called
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.domain.wording import counted, stamp
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.pages.timetable.details import Fact

WAYS = {Way.READ: "read from the PDF", Way.PASTED: "pasted", Way.TYPED: "typed"}


def facts_of(facts: Facts, finding: Finding) -> tuple[Fact, ...]:
    """Letter, how it came, who confirmed it, how many actions answer it."""
    letter = facts.found.letter(finding.letter_id)
    noted = finding.confirmed
    found = (
        Fact("Letter", called(letter).removeprefix("Letter of ") if letter else ""),
        Fact("Came", WAYS[finding.way]),
        Fact("Confirmed", f"{stamp(noted.when)}\n{noted.by.signed}"),
        Fact("Actions", _actions(facts, finding)),
        *_retired(finding),
    )
    return tuple(each for each in found if each.text)


def history_of(lines: Iterable[HistoryLine]) -> tuple[Fact, ...]:
    """Newest first, with who did it."""
    return tuple(Fact(stamp(each.when), f"{each.summary}\n{each.signed}") for each in lines)


def _actions(facts: Facts, finding: Finding) -> str:
    number = facts.found.answers.get(finding.id, 0)
    if number:
        return f"{counted(number, 'action')} {'answers' if number == 1 else 'answer'} it"
    return "no action answers it yet" if finding.wants_answer else ""


def _retired(finding: Finding) -> Iterable[Fact]:
    if finding.retired is not None:
        noted = finding.retired
        yield Fact("Taken out", f"{noted.words}\n{stamp(noted.when)}, {noted.by.signed}")
