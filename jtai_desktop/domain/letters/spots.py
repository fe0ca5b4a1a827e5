"""Where in the letter each of its dates and names stands: the sentence that gives it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from jtai_desktop.domain.letters import facts
from jtai_desktop.domain.letters.letter import Facts, Passage
from jtai_desktop.domain.letters.lines import Line

Gives = Callable[[str], object]


def spots_of(
    given: Facts, subject: Passage, head: Sequence[Line], passages: Sequence[Passage]
) -> dict[str, Passage]:
    """By the names of `Facts`, the first sentence that gives the same; of a letterhead number 0."""
    lines = [Passage("", line.text, line.page, 0, (line,)) for line in head]
    span = given.fieldwork_start, given.fieldwork_end
    found = {
        "letter_date": _first(lines, lambda text: facts.letter_date([text]), given.letter_date),
        "fieldwork_start": _first(passages, lambda text: facts.fieldwork([text]), span),
        "area": subject if given.area else None,
        "theme": _theme(given, subject, passages),
        "statement_due": _first(
            passages, lambda text: facts.statement_due([text]), given.statement_due
        ),
        "principal_authority": _first(
            passages, lambda text: facts.principal_authority([text]), given.principal_authority
        ),
    }
    if given.fieldwork_start:
        found["fieldwork_end"] = found["fieldwork_start"]
    return {name: spot for name, spot in found.items() if spot and getattr(given, name)}


def _theme(given: Facts, subject: Passage, passages: Sequence[Passage]) -> Passage | None:
    """The subject line where it says the theme, else the first paragraph that does."""
    if given.theme and given.theme in subject.text:
        return subject
    return next((each for each in passages if given.theme and given.theme in each.text), None)


def _first(passages: Sequence[Passage], gives: Gives, wanted: object) -> Passage | None:
    found = next((each for each in passages if wanted and gives(each.text) == wanted), None)
    if found is None:
        return None
    sentences = facts.SENTENCE_END.split(found.text)
    alone = next((each for each in sentences if gives(each) == wanted), found.text)
    return replace(found, text=alone)
