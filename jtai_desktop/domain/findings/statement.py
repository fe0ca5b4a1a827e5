"""The written statement of a letter: its date, who sends it, the check, and the steps back from it.

The printed date counts. Where the letter names none, the seventieth working day from receipt is
offered as computed. Where both differ, the difference is explained as far as days can explain it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from jtai_desktop.domain import texts
from jtai_desktop.domain.findings.letter import KeptLetter, KeptStep
from jtai_desktop.domain.letters.statement import (
    WORKING_DAYS,
    DateCheck,
    PlannedStep,
    Step,
    check_date,
    steps_back,
)
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted, day_full
from jtai_desktop.domain.working_days import WorkingDays

MOST_DAYS = 250  # a year of working days
MOST_STEPS = 40
# What is offered at first; each is changed, taken out or added to as the area needs.
USUAL_STEPS = (
    Step("Partners agree the draft", before=25, papers=5),
    Step("Safeguarding partners’ executive", before=20, papers=5),
    Step("Scrutiny", before=15, papers=5),
    Step("Cabinet", before=8, papers=6),
    Step("Sign-off by chief officers", before=3, papers=2),
)


@dataclass(frozen=True, slots=True)
class Received:
    """When the letter came; assumed where nobody typed it."""

    day: date | None
    assumed: bool


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step with its days and what is wrong with them."""

    kept: KeptStep
    planned: PlannedStep
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """The written statement of one letter as it stands today."""

    letter: KeptLetter
    received: Received
    due: date | None = None
    computed: bool = False
    check: DateCheck | None = None
    why_apart: str = ""
    steps: tuple[StepShown, ...] = ()
    left: int = 0  # working days until it is due; negative past it

    @property
    def is_wanted(self) -> bool:
        """Whether it is still to be sent."""
        return not self.letter.no_statement and self.letter.sent is None and self.due is not None

    @property
    def who(self) -> str:
        """Who must send it: the sentence of the letter, else its principal authority."""
        spot = self.letter.spots.get("statement_due")
        printed = spot.printed if spot else ""
        return printed or self.letter.facts.principal_authority or ""

    @property
    def warnings(self) -> tuple[tuple[str, str], ...]:
        """Each warning with the identity of its step, in their order."""
        return tuple((each.kept.id, words) for each in self.steps for words in each.warnings)


def received(letter: KeptLetter) -> Received:
    """The day that was typed, else that of the letter, as assumed."""
    if letter.received:
        return Received(letter.received, assumed=False)
    return Received(letter.facts.letter_date, assumed=True)


def statement(
    letter: KeptLetter, steps: Iterable[KeptStep], days: WorkingDays, today: date
) -> Statement:
    """The statement of a letter with its check and its schedule."""
    got = received(letter)
    if got.day is None and letter.facts.statement_due is None:
        return Statement(letter, got)
    check = check_date(got.day, letter.facts.statement_due, days) if got.day else None
    due = letter.facts.statement_due or (check.counted if check else None)
    if due is None:
        return Statement(letter, got)
    mine = sorted(
        (each for each in steps if each.letter_id == letter.id), key=lambda one: one.number
    )
    shown = _schedule(due, mine, days, today, quiet=letter.no_statement or letter.sent is not None)
    return Statement(
        letter,
        got,
        due,
        letter.facts.statement_due is None,
        check,
        _why_apart(letter, got, days),
        shown,
        days.between(today, due),
    )


def checked_step(step: Step) -> Step:
    """A step as it is kept; refused where a lead time can’t be."""
    name = texts.line(step.name, "Step", longest=80, needed=True)
    for place, value in (("Before", step.before), ("Papers", step.papers)):
        if not 0 <= value <= MOST_DAYS:
            raise Refused(f"Working days lie between 0 and {MOST_DAYS}.", place=place)
    return replace(step, name=name)


def sent(letter: KeptLetter, day: date | None, today: date) -> KeptLetter:
    """The letter with the day on which the statement was sent."""
    return replace(letter, sent=_checked(letter, day, today, "Sent"))


def received_on(letter: KeptLetter, day: date | None, today: date) -> KeptLetter:
    """The letter with the day it was received; nothing is the letter’s own day, assumed."""
    return replace(letter, received=_checked(letter, day, today, "Received"))


def _checked(letter: KeptLetter, day: date | None, today: date, place: str) -> date | None:
    """A day that can be: not before the letter was written, not still to come."""
    written = letter.facts.letter_date
    if day and day > today:
        sentence = f"That day is still to come: type the day it was {place.lower()}."
        raise Refused(sentence, place=place)
    if day and written and day < written:
        raise Refused("That is before the letter was written: look at the day.", place=place)
    return day


def _schedule(
    due: date, steps: Sequence[KeptStep], days: WorkingDays, today: date, *, quiet: bool
) -> tuple[StepShown, ...]:
    planned = [steps_back(due, [each.step], days, today)[0] for each in steps]
    shown = [
        StepShown(kept, plan, () if quiet or kept.held else plan.warnings)
        for kept, plan in zip(steps, planned, strict=True)
    ]
    if quiet:
        return tuple(shown)
    later = [shown[0]] if shown else []
    later += [_after(before, each) for before, each in pairwise(shown)]
    return tuple(later)


def _after(before: StepShown, each: StepShown) -> StepShown:
    """A step with what is wrong between it and the one before."""
    if each.kept.held:
        return each
    name, earlier = each.kept.step.name, before.kept.step.name
    if each.planned.meets < before.planned.meets:
        words = f"{name} comes before {earlier}, which stands ahead of it: see which is first."
    elif each.planned.papers < before.planned.meets:
        meets = day_full(before.planned.meets)
        words = f"{name}: its papers are due before {earlier} has met, {meets}."
    else:
        return each
    return replace(each, warnings=(*each.warnings, words))


def _why_apart(letter: KeptLetter, got: Received, days: WorkingDays) -> str:
    """What would make both dates the same; nothing where they agree or nothing does."""
    printed = letter.facts.statement_due
    if printed is None or got.day is None or days.add(got.day, WORKING_DAYS) == printed:
        return ""
    for words, other in _other_ways(letter, got.day, days):
        if other == printed:
            return f"It is the printed date {words}."
    return _between(days.add(got.day, WORKING_DAYS), printed, days)


def _other_ways(letter: KeptLetter, day: date, days: WorkingDays) -> Iterable[tuple[str, date]]:
    written = letter.facts.letter_date
    if written and written != day:
        yield "if one counts from the day of the letter", days.add(written, WORKING_DAYS)
    if days.closures:
        open_days = replace(days, closures={})
        yield (
            "if the council’s closure days count as working days",
            open_days.add(day, WORKING_DAYS),
        )
    plain = WorkingDays()
    yield "if bank holidays and closure days count as working days", plain.add(day, WORKING_DAYS)
    yield "if the day of receipt counts as the first day", days.add(day, WORKING_DAYS - 1)
    if written and written != day:
        early = days.add(written, WORKING_DAYS - 1)
        yield "if the day of the letter counts as the first day", early


def _between(by_count: date, printed: date, days: WorkingDays) -> str:
    first, last = sorted((by_count, printed))
    skipped = days.skipped(first, last)
    if not skipped:
        return ""
    return f"Between the two {counted(len(skipped), 'weekday')} did not count."
