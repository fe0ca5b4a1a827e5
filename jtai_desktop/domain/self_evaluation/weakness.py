"""Whether a marker is worded as a weakness rather than as the practice that is meant.

It only nudges, so it looks for plain signs and leaves what else might be one alone.
"""

import re

_SIGNS = re.compile(
    r"""
    \b(?:is|are|was|were|do|does|did|has|have|can|could|will)\s(?:not|n’t)\b
    | \bcannot\b | \w(?:n’t|n't)\b
    | \black(?:s|ed|ing)?\b | \bshortage\b | \bgaps?\sin\b
    | \b(?:insufficient|inadequate|ineffective|inconsistent|unclear|poor|weak|limited)(?:ly)?\b
    | \bweakness(?:es)?\b
    | \btoo\s(?:few|little|long|slow|slowly|late|many|often)\b
    | \bnot\s(?:enough|always|yet|all|sufficient|consistently)\b
    | \b(?:fail|fails|failed|failing|struggle|struggles|struggling)\b
    | \b(?:needs?|has|have)\s(?:to\simprove|to\sbe\simproved|improvement)\b
    | \b(?:rarely|seldom|unaware|unsure)\b
    | ^no\b | ^few\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_weakness(wording: str) -> bool:
    """Whether the words say what is wrong instead of what good practice is."""
    return _SIGNS.search(wording) is not None
