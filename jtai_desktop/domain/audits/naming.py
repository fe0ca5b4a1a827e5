"""What looks like a name where cases are to stay anonymous: remarked on, never refused."""

import re

from jtai_desktop.domain.documents.children import name_like
from jtai_desktop.domain.wording import DAYS, MONTHS

# Words that are written with a capital and name nobody.
_NEUTRAL = (
    frozenset(
        """
    i child case children act section agency council police school nurse early help front door
    hospital youth justice service services health trust board team north south east west english
    british welsh polish black white asian christian muslim jewish hindu sikh roma traveller
    autism asperger down christmas easter mother father parent carer grandmother grandfather
    aunt uncle sister brother social worker key stage education care plan
    """.split()  # noqa: SIM905 - as words it can be read
    )
    | {word.casefold() for name in (*DAYS, *MONTHS) for word in (name, name[:3])}
)
_SENTENCES = re.compile(r"[.!?:;\n•“”\"(–-]+\s*")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
IN_TEXT = "“{}” may be a name. Say it without names of people, places or schools."


def name_in_reference(reference: str) -> str:
    """The remark on a reference that looks like a name, by the rule for labels of children."""
    return name_like(reference)


def name_in_text(text: str) -> str:
    """The remark on the first word inside a sentence that is written like a name."""
    for sentence in _SENTENCES.split(text):
        for found in list(_WORD.finditer(sentence))[1:]:
            word = found.group()
            if _is_capital(word) and word.casefold() not in _NEUTRAL:
                return IN_TEXT.format(word)
    return ""


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and word[1:2].islower()
