"""What is remarked on about the selected children: labels that look like names, and how many."""

import re

from jtai_desktop.domain.documents.items import Child

FEWEST, MOST = 5, 7
# Words that say what somebody is, and letters of other alphabets: none of them names a child.
_NEUTRAL = frozenset(
    """
    baby boy brother case cared child children family for girl group in infant looked of older one
    pair person ref sibling sister subject the twin young younger youth
    aunt carer father foster friend grandfather grandmother grandparent guardian mother neighbour
    other parent relative stepfather stepmother uncle
    alpha beta gamma delta epsilon zeta eta theta two three four five six seven eight nine ten
    """.split()  # noqa: SIM905 - as words it can be read
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SIGN = re.compile(r"\d")
SHORT_CODE = 3
NAME_LIKE = "This looks like a name. A label such as Child A is enough, here and on paper."


def name_like(label: str) -> str:
    """The remark on a label that looks like a name; nothing where it does not. Never a refusal."""
    words = [each.group() for each in _WORD.finditer(label) if not _within_code(label, each)]
    return NAME_LIKE if any(_could_be_a_name(word) for word in words) else ""


def how_many(children: int) -> str:
    """The remark on how many children there are: five to seven is what the guidance says."""
    if not children or FEWEST <= children <= MOST:
        return ""
    few = children < FEWEST
    return f"{'Fewer than five' if few else 'More than seven'} children; five to seven are usual."


def spoken(child: Child) -> str:
    """Child C, NM-03, age 15, In care."""
    age = f"age {child.aged}" if child.aged else ""
    return ", ".join(each for each in (child.label, child.reference, age, child.in_scope) if each)


def _within_code(label: str, found: re.Match[str]) -> bool:
    """Whether the letters stand in a code with digits, as in NM-03 or YP4."""
    start = max(label.rfind(" ", 0, found.start()), label.rfind("\t", 0, found.start())) + 1
    end = label.find(" ", found.end())
    return bool(_SIGN.search(label[start : end if end >= 0 else len(label)]))


def _could_be_a_name(word: str) -> bool:
    if len(word) == 1 or word.casefold() in _NEUTRAL:
        return False
    return not (word.isupper() and len(word) <= SHORT_CODE)
