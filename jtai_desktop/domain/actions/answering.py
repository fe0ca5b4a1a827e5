"""Which findings an action answers, as a person types it: F1, F3; or 1, 3."""

import re
from collections.abc import Sequence
from typing import Final

from jtai_desktop.domain.actions.plan import Source
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown

PLACE: Final = "Findings"
_BETWEEN = re.compile(r"[,;\n]|\band\b", re.IGNORECASE)
MOST = 200


def read_sources(text: str, sources: Sequence[Source]) -> tuple[str, ...]:
    """The keys of what was typed; refused where one is not there."""
    known = {_plain(name): each.key for each in sources for name in _names(each)}
    parts = [part for part in _BETWEEN.split(text[: MOST * 20]) if part.strip()]
    if len(parts) > MOST:
        raise Refused(f"{len(parts)} findings are too many for one action.", place=PLACE)
    return tuple(dict.fromkeys(_key(part, known, sources) for part in parts))


def sources_text(sources: Sequence[Source]) -> str:
    """F1, F3."""
    return ", ".join(each.short or each.called for each in sources)


def _names(source: Source) -> tuple[str, ...]:
    """By what it can be called: F1, 1, Finding 1."""
    bare = source.short.removeprefix("F")
    return tuple(filter(None, (source.short, bare, source.called)))


def _key(part: str, known: dict[str, str], sources: Sequence[Source]) -> str:
    found = known.get(_plain(part))
    if found is None:
        first = sources[0].short if sources else "F1"
        sentence = f"{shown(part)} is no finding here. Type numbers such as {first}, one by one."
        if not sources:
            sentence = "There are no findings yet to answer. Take in a letter first."
        raise Refused(sentence, place=PLACE)
    return found


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
