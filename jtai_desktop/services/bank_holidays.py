"""The bank holidays of England and Wales, as far as they take a working day away."""

from datetime import date

from jtai_desktop.domain.working_days import SATURDAY

OBSERVED = " (observed)"
PLAIN_NAMES = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}


def bank_holidays(first_year: int, last_year: int) -> dict[date, str]:
    """Each bank holiday from Monday to Friday in these years with its name, in order."""
    import holidays

    years = range(first_year, last_year + 1)
    found = holidays.country_holidays("GB", subdiv="ENG", years=years, language="en_GB")
    return {
        day: _plain_name(name)
        for day, name in sorted(found.items())
        if day.weekday() < SATURDAY and day.year in years
    }


def _plain_name(name: str) -> str:
    """Boxing Day (observed) is said as: substitute for Boxing Day."""
    return " and ".join(_plain_part(part) for part in name.split("; "))


def _plain_part(part: str) -> str:
    plain = part.removesuffix(OBSERVED)
    said = PLAIN_NAMES.get(plain, plain).replace("'", "’")
    return f"substitute for {said}" if part.endswith(OBSERVED) else said
