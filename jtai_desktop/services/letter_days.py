"""The working days that letters are counted with: their years may lie far from the inspection’s."""

from collections.abc import Iterable

from jtai_desktop.domain.findings.letter import KeptLetter
from jtai_desktop.domain.inspection import CouncilSettings, Inspection
from jtai_desktop.domain.working_days import WorkingDays
from jtai_desktop.services.bank_holidays import bank_holidays


def days_of_letters(
    inspection: Inspection, council: CouncilSettings, letters: Iterable[KeptLetter]
) -> WorkingDays:
    """Those of the inspection, with the bank holidays of the letters’ years that it lacks."""
    kept = dict(inspection.bank_holidays)
    have = {day.year for day in kept}
    missing = sorted(_years(letters) - have)
    for year in missing:
        kept |= bank_holidays(year, year)
    return council.working_days_with(kept)


def _years(letters: Iterable[KeptLetter]) -> set[int]:
    """The years of letter, receipt and statement, with the one after the letter’s."""
    years = set()
    for each in letters:
        facts = each.facts
        days = [day for day in (facts.letter_date, each.received, facts.statement_due) if day]
        years |= {day.year for day in days} | {day.year + 1 for day in days[:1]}
    return years
