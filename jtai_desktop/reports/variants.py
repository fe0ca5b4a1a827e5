"""For whom a paper is made, and what follows for what it may say."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from jtai_desktop.reports.checklist import FOR_THE_PARTNERSHIP

FOR_INSPECTORS = "For inspectors."


class Variant(StrEnum):
    """Who reads it. An inspectors’ copy has no chasing and no owners’ remarks."""

    FULL = "full"
    INSPECTORS = "inspectors"
    STAFF = "staff"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class VariantWords:
    """What a variant is called where one chooses it, in the log, and in the frame on each page."""

    name: str
    logged: str
    readers: str


WORDS: Final = MappingProxyType(
    {
        Variant.FULL: VariantWords("For the partnership", "the partnership", FOR_THE_PARTNERSHIP),
        Variant.INSPECTORS: VariantWords("For inspectors", "inspectors", FOR_INSPECTORS),
        Variant.STAFF: VariantWords("Staff by initials", "staff by initials", FOR_THE_PARTNERSHIP),
        Variant.AGENCY: VariantWords("For one agency", "one agency", FOR_THE_PARTNERSHIP),
    }
)


def readers_of(variant: Variant, agency: str = "") -> str:
    """For the partnership. Not for inspectors; For Police. Not for inspectors."""
    if agency and variant is not Variant.INSPECTORS:
        return f"For {agency}. Not for inspectors."
    return WORDS[variant].readers
