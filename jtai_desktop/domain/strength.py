"""How strong a passphrase is, in words, and why.

A careful guess from below at the number of guesses it takes, in bits. Words count as words: who
guesses has lists of them, so a long word is little better than a short one, and a capital at its
head or a year at its end adds next to nothing.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

# A guess costs the guesser about as much as it costs us. With a thousand machines 2^33 guesses are
# done in three months, 2^44 (four words out of 2,048) in five hundred years.
GUESSED_BELOW, FAIR_FROM, STRONG_FROM = 20.0, 33.0, 44.0
WORD, COMMON, REPEATED = 11.0, 4.0, 1.0
LETTER, LATER_LETTER, DIGIT, SIGN = 5.2, 1.8, 3.3, 5.0
USUAL_WORD, SHORT_RUN = 6, 3
CAPITAL, YEAR, SPACE = 1.0, 6.0, 0.3
ROW = 3
ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv",
)
TRIED_FIRST = frozenset(
    (  # noqa: SIM905 - as a list it would take a page
        "access admin april august autumn baby birthday blue children council december default"
        " dragon england example family february flower football friday friend hello holiday"
        " inspection january jtai july june letmein london love login march master monday monkey"
        " mother northmoor november october ofsted office pass passphrase password passwort police"
        " princess saturday school secret secure september spring star summer sunday sunshine super"
        " test thursday tuesday user vault wednesday welcome winter"
    ).split()
)
LEET = str.maketrans("013457@$!", "oieastasi")
ENDS = "0123456789!?."
AGAIN = re.compile(r"(.)\1{2,}")
RUNS = re.compile(r"[^\W\d_]+|\d+|\s+|(?:[^\w\s]|_)+")


class Grade(StrEnum):
    """What a passphrase is worth."""

    GUESSED = "weak: guessed at once"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Strength:
    """The grade, and one sentence that says it with its reason."""

    grade: Grade
    sentence: str
    bits: float


def judge(passphrase: str) -> Strength:
    """How strong it is."""
    bits, reason = _bits(unicodedata.normalize("NFKC", passphrase))
    if bits >= STRONG_FROM:
        return Strength(Grade.STRONG, "Strong.", bits)
    if bits >= FAIR_FROM:
        return Strength(Grade.FAIR, "Fair: one more unrelated word makes it strong.", bits)
    grade = Grade.WEAK if bits >= GUESSED_BELOW else Grade.GUESSED
    return Strength(grade, f"Weak: {reason}. Four unrelated words are strong.", bits)


def _bits(text: str) -> tuple[float, str]:
    """The bits of its runs, and what makes it weak, if it is."""
    total, seen, reason = 0.0, set[str](), ""
    for run in _runs(text):
        bits, why = _run(run)
        key = run.casefold()
        if key in seen and not run.isspace():
            bits, why = min(bits, REPEATED), "it repeats itself"
        seen.add(key)
        total += bits
        reason = reason or why
    return total, reason or "it is short"


def _runs(text: str) -> list[str]:
    """Words, numbers and signs; a word with figures in place of letters is read as the word."""
    found: list[str] = []
    for piece in text.split(" "):
        bare = piece.rstrip(ENDS)
        disguised = bare.translate(LEET).casefold()
        if bare.casefold() != disguised and disguised in TRIED_FIRST:
            found += [disguised, *RUNS.findall(piece[len(bare) :])]
        else:
            found += RUNS.findall(piece)
        found.append(" ")
    return found[:-1]


def _run(run: str) -> tuple[float, str]:
    if run.isspace():
        return SPACE, ""
    if _is_in_a_row(run.casefold()):
        return COMMON, "it follows the keyboard or the alphabet"
    if AGAIN.search(run):
        return _kind(AGAIN.sub(r"\1", run))[0] + REPEATED, "it repeats itself"
    return _kind(run)


def _kind(run: str) -> tuple[float, str]:
    if run[0].isalpha():
        return _word(run)
    return _number(run) if run[0].isdigit() else (SIGN * len(run), "")


def _is_in_a_row(run: str) -> bool:
    """Neighbours on the keyboard or in the alphabet, forwards or backwards."""
    return len(run) >= ROW and any(run in row or run[::-1] in row for row in ROWS)


def _word(run: str) -> tuple[float, str]:
    if run.casefold() in TRIED_FIRST:
        return COMMON, "it has a word that is tried first"
    if len(run) <= SHORT_RUN and not run.islower():
        return LETTER * len(run), ""
    capitals = 0.0 if run.islower() or run.isupper() else CAPITAL * (1 if run.istitle() else 3)
    whole = LETTER * len(run) if len(run) <= 2 else WORD  # noqa: PLR2004 - no word has two letters
    return whole + LATER_LETTER * max(0, len(run) - USUAL_WORD) + capitals, ""


def _number(run: str) -> tuple[float, str]:
    if len(run) == 4 and run[:2] in {"19", "20"}:  # noqa: PLR2004 - a year
        return YEAR, "it has a year"
    return DIGIT * len(run), ""
