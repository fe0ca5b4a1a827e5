"""The recovery code: 160 bits as eight groups of five signs, the fifth of each a check.

The signs are the ten digits and 22 capitals: no I, L, O or U, which look like others or spell
words. The check of a group is a sum over the field of 32 elements with another weight for each
place, so one wrong sign, or two neighbours that changed places, is always found out and the group
named. The number of the group goes into its check: two whole groups in the wrong order show too.
"""

import unicodedata

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted, listed

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_BYTES = 20
GROUPS, SIGNS = 8, 5
PLACE = "Recovery code"
# What a hand writes and an eye reads for a sign that the alphabet has.
READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
BETWEEN = str.maketrans(dict.fromkeys("-‐‑‒–—−_.,;:·/", " "))
_BITS = 5
_FIELD, _POLYNOMIAL = 32, 0b100101
_WEIGHTS = (2, 4, 8, 16)


def spelled(secret: bytes) -> str:
    """The code of a secret of 20 bytes, its groups joined with hyphens."""
    if len(secret) != SECRET_BYTES:
        message = f"A recovery code is made of {SECRET_BYTES} bytes, not {len(secret)}."
        raise ValueError(message)
    number = int.from_bytes(secret)
    values = [number >> _BITS * place & _FIELD - 1 for place in reversed(range(GROUPS * 4))]
    return "-".join(_group(values[4 * at : 4 * at + 4], at) for at in range(GROUPS))


def groups(code: str) -> tuple[str, ...]:
    """The groups of a spelled code, in order."""
    return tuple(code.split("-"))


def read(text: str) -> bytes:
    """The secret of a code as it was typed; refused with the name of each group that is wrong."""
    typed = _typed(text)
    pieces = _pieces(typed)
    _refuse_foreign(pieces)
    _refuse_length(len(typed), pieces)
    values = [[ALPHABET.index(sign) for sign in piece] for piece in pieces]
    wrong = [at + 1 for at, group in enumerate(values) if _check(group[:4], at) != group[4]]
    if wrong:
        raise Refused(_mistyped(wrong), place=PLACE)
    number = 0
    for value in (value for group in values for value in group[:4]):
        number = number << _BITS | value
    return number.to_bytes(SECRET_BYTES)


def _typed(text: str) -> list[str]:
    """The groups as typed, in the signs of the alphabet."""
    plain = unicodedata.normalize("NFKC", text).upper().translate(BETWEEN)
    typed = [piece.translate(READ_AS) for piece in plain.split()]
    if not typed:
        raise Refused("No code was typed. It stands on the paper that was kept.", place=PLACE)
    return typed


def _pieces(typed: list[str]) -> list[str]:
    """Eight groups as typed; else every five signs are one."""
    if len(typed) == GROUPS:
        return typed
    signs = "".join(typed)
    return [signs[at : at + SIGNS] for at in range(0, len(signs), SIGNS)]


def _refuse_foreign(pieces: list[str]) -> None:
    for number, piece in enumerate(pieces, start=1):
        foreign = next((sign for sign in piece if sign not in ALPHABET), "")
        if foreign:
            shown = f"“{foreign}”" if foreign.isprintable() else "a sign"
            sentence = f"Group {number} has {shown}, which no recovery code has. Type it again."
            raise Refused(sentence, place=PLACE)


def _refuse_length(typed: int, pieces: list[str]) -> None:
    """Where groups were typed the wrong one is named; else where the signs begin to be wrong."""
    if typed == GROUPS:
        for number, piece in enumerate(pieces, start=1):
            if len(piece) != SIGNS:
                signs = counted(len(piece), "sign")
                sentence = f"Group {number} has {signs}; each group has {SIGNS}. Type it again."
                raise Refused(sentence, place=PLACE)
    total = sum(map(len, pieces))
    if total != GROUPS * SIGNS:
        whole = f"A code has {GROUPS * SIGNS} signs in {GROUPS} groups of {SIGNS}"
        first = _first_wrong(pieces)
        look = f"Look at group {first} first." if first <= GROUPS else "Something was added."
        raise Refused(f"{whole}; this has {counted(total, 'sign')}. {look}", place=PLACE)


def _first_wrong(pieces: list[str]) -> int:
    """The first group that is not as it should be: a sign too few or too many shifts the rest."""
    for at, piece in enumerate(pieces[:GROUPS]):
        values = [ALPHABET.index(sign) for sign in piece]
        if len(values) != SIGNS or _check(values[:4], at) != values[4]:
            return at + 1
    return len(pieces[:GROUPS]) + 1


def _mistyped(wrong: list[int]) -> str:
    if len(wrong) == 1:
        return f"Group {wrong[0]} is mistyped. Compare it with the paper, sign by sign."
    numbers = listed([str(number) for number in wrong])
    return f"Groups {numbers} are mistyped. Compare them with the paper, sign by sign."


def _group(values: list[int], at: int) -> str:
    return "".join(ALPHABET[value] for value in (*values, _check(values, at)))


def _check(values: list[int], at: int) -> int:
    """What the fifth sign of the group at this place has to be."""
    total = at + 1
    for weight, value in zip(_WEIGHTS, values, strict=True):
        total ^= _product(weight, value)
    return total


def _product(one: int, other: int) -> int:
    """Their product in the field of 32 elements."""
    product = 0
    while other:
        product ^= one if other & 1 else 0
        one <<= 1
        one ^= _POLYNOMIAL if one & _FIELD else 0
        other >>= 1
    return product
