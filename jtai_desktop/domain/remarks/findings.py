"""What looks wrong with letters of findings and their written statements."""

from collections.abc import Iterator

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.findings.register import called
from jtai_desktop.domain.findings.statement import Statement
from jtai_desktop.domain.remarks.remark import LETTER, Grade, Remark
from jtai_desktop.domain.wording import counted, day_full

PLACE, LINK, STATEMENT_LINK = "findings", "Findings", "Written statement"


def statements(day: Day) -> list[Remark]:
    """A statement past its date, a date that differs, and what is wrong with the steps to it."""
    return [
        remark
        for each in day.findings.statements
        if each.is_wanted
        for remark in _of_statement(each)
    ]


def findings_open(day: Day) -> list[Remark]:
    """Letters of which not everything was confirmed, and findings that name no agency."""
    found = [
        Remark(
            Grade.REMARK,
            f"{called(each)}: {counted(each.left, 'entry', 'entries')} not confirmed yet",
            PLACE,
            f"{LETTER}{each.id}",
            LINK,
        )
        for each in day.findings.letters
        if each.left
    ]
    without = day.findings.without_agency
    if without:
        sentence = f"{counted(len(without), 'finding')} to answer without an agency"
        found.append(Remark(Grade.REMARK, sentence, PLACE, without[0].id, LINK))
    return found


def _of_statement(statement: Statement) -> Iterator[Remark]:
    target = f"{LETTER}{statement.letter.id}"
    for grade, sentence in _sentences(statement):
        yield Remark(grade, sentence, PLACE, target, STATEMENT_LINK)


def _sentences(statement: Statement) -> Iterator[tuple[Grade, str]]:
    if statement.due and statement.left < 0:
        due = day_full(statement.due)
        yield Grade.WARNING, f"Written statement was due {due} and is not marked as sent"
    for _, words in statement.warnings:
        yield Grade.WARNING, words.removesuffix(".")
    check = statement.check
    if check and check.printed and check.apart:
        days = counted(abs(check.apart), "working day")
        side = "after" if check.apart > 0 else "before"
        yield Grade.REMARK, f"Written statement: the printed date is {days} {side} the counted one"
