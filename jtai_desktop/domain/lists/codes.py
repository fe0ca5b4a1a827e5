"""Codes as they stand in lists: exact, in another dress, without their letter, or not a code."""

import re
from collections.abc import Iterable

from jtai_desktop.domain.lists.findings import Fault, Rule
from jtai_desktop.domain.lists.headings import compact
from jtai_desktop.domain.lists.shape import Gravity

MANY = 6
_LETTER = re.compile(r"^[a-z]{1,2}\d?\)\s*")
_PARTS = re.compile(r"^([A-Z]{0,3}\d{0,2}[A-Z]?)\s*(?::| - )\s*(.+)$")
_YES, _NO = frozenset({"y", "yes", "true"}), frozenset({"n", "no", "false"})

Read = tuple[str | None, Fault | None]


class Codes:
    """The codes of one column, found however they are dressed."""

    def __init__(
        self, codes: Iterable[str], later: Iterable[str] = (), *, open_list: bool = False
    ) -> None:
        self._codes = tuple(codes)
        self._open = open_list
        self._exact: dict[str, str] = {}
        self._loose: dict[str, str | None] = {}
        for code in (*self._codes, *later):
            self._exact.setdefault(compact(code), code)
        for code in self._exact.values():
            for short in _shorter(code):
                self._add(compact(short), code)
        self._fault = Fault(Rule.NOT_A_CODE, Gravity.ERROR, self._wanted())

    def read(self, text: str) -> Read:
        """The code that a text means, with what is to be said of it."""
        key = compact(text)
        if key in self._exact:
            return self._exact[key], None
        code = self._loose.get(key)
        if code:
            wanted = f"“{code}”, with its letter and in full"
            return code, Fault(Rule.CODE_FORM, Gravity.WARNING, wanted)
        return (text, None) if self._open and key else (None, self._fault)

    def _add(self, key: str, code: str) -> None:
        """A short form counts only if it means one code; the first of two equal ones stays."""
        if not key or key in self._exact:
            return
        other = self._loose.setdefault(key, code)
        if other and other != code and compact(_rest(other)) != compact(_rest(code)):
            self._loose[key] = None

    def _wanted(self) -> str:
        first = ", ".join(f"“{code}”" for code in self._codes[: MANY - 1])
        more = len(self._codes) - MANY + 1
        if more > 0:
            return f"one of {len(self._codes)} codes, such as {first}"
        return f"one of {first}"


def read_answer(text: str) -> bool | None:
    """Yes or no to a field of the theme, with or without a letter; None for anything else."""
    word = compact(_rest(" ".join(text.split())))
    return True if word in _YES else False if word in _NO else None


def _rest(code: str) -> str:
    return _LETTER.sub("", code.strip(), count=1)


def _shorter(code: str) -> list[str]:
    """A code without its letter, and of that its short sign alone: PR4, N1, 5A."""
    rest = _rest(code)
    found = _PARTS.match(rest)
    shorter = [rest] if rest != code.strip() else []
    if found and found[1]:
        shorter.append(found[1])
    if rest in {"Yes", "No"}:
        shorter += sorted(_YES if rest == "Yes" else _NO)
    return shorter
