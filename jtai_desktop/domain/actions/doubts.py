"""What looks wrong with a plan: unanswered findings, groups as leads, vague or past dates."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jtai_desktop.domain.actions.plan import ActionPlan, Entry
from jtai_desktop.domain.actions.rating import RATING_WORDS
from jtai_desktop.domain.wording import day_full, listed


class About(StrEnum):
    """What is wrong, in the order in which it is said."""

    UNANSWERED = "unanswered"
    NO_SOURCE = "no-source"
    SAME_TEXT = "same-text"
    NO_LEAD = "no-lead"
    GROUP = "group"
    NO_TIMESCALE = "no-timescale"
    VAGUE = "vague"
    PAST = "past"
    FORECAST_PASSED = "forecast-passed"
    NO_MEASURE = "no-measure"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that looks wrong: a sentence, the action it leads to, or the finding."""

    about: About
    sentence: str
    action_id: str = ""
    source: str = ""


# A role is one person; these words name several.
_GROUP = re.compile(
    r"\b(all|board|boards|committee|everyone|forum|group|leads|managers|members|panel|partners?"
    r"|partnership|professionals|services|staff|subgroup|team|teams|agencies|officers|heads)\b|[/;&+,]"
    r"|\band\b",
    re.IGNORECASE,
)
_ONE_PERSON = re.compile(
    r"\b(chair|manager|head|director|lead|officer|nurse|doctor|commander|coordinator|chief"
    r"|superintendent|inspector|constable|secretary|executive|principal)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[/;&+]| and \w+ (?:lead|manager|head|director|officer)\b", re.IGNORECASE)
_SPACES = re.compile(r"[\W_]+")


def is_group(lead: str) -> bool:
    """Whether a lead is several people: the board, all partners; its chair is one person."""
    if not _GROUP.search(lead):
        return False
    return not _ONE_PERSON.search(lead) or bool(_SEVERAL.search(lead))


def doubts(plan: ActionPlan) -> tuple[Doubt, ...]:
    """All that looks wrong, in the order of `About`."""
    found = [*_unanswered(plan), *_same_text(plan)]
    for entry in plan.entries:
        found += _of_entry(entry, plan)
    order = tuple(About)
    return tuple(sorted(found, key=lambda each: order.index(each.about)))


def _unanswered(plan: ActionPlan) -> Iterator[Doubt]:
    for each in plan.unanswered:
        yield Doubt(About.UNANSWERED, f"{each.called}: no action answers it", source=each.key)


def _same_text(plan: ActionPlan) -> Iterator[Doubt]:
    """The same words more than once: they can’t fit different findings equally well."""
    by_text: dict[str, list[Entry]] = defaultdict(list)
    for each in plan.entries:
        by_text[_SPACES.sub(" ", each.action.text).strip().casefold()].append(each)
    for same in by_text.values():
        if len(same) > 1:
            numbers = listed([each.action.number for each in same])
            sentence = f"Actions {numbers} have the same words"
            yield Doubt(About.SAME_TEXT, sentence, same[0].action.id)


def _of_entry(entry: Entry, plan: ActionPlan) -> Iterator[Doubt]:
    called, action = entry.action.called, entry.action
    for about, words in (*_who_and_what(entry), *_times(entry, plan)):
        yield Doubt(about, f"{called}: {words}", action.id)


def _who_and_what(entry: Entry) -> Iterator[tuple[About, str]]:
    action = entry.action
    if not entry.sources:
        yield About.NO_SOURCE, "it answers no finding"
    if not action.lead:
        yield About.NO_LEAD, "no lead is named"
    elif is_group(action.lead):
        yield About.GROUP, f"“{action.lead}” is a group; name one role"
    if not action.measure:
        yield About.NO_MEASURE, "nothing says how its impact will be measured"


def _times(entry: Entry, plan: ActionPlan) -> Iterator[tuple[About, str]]:
    if entry.is_finished:
        return
    facts, override = entry.action.facts, entry.action.override
    if not facts.timescale.words:
        yield About.NO_TIMESCALE, "it has no timescale"
    elif facts.timescale.is_vague:
        yield About.VAGUE, f"“{facts.timescale.words}” names no day"
    if entry.late_by:
        yield About.PAST, f"past its timescale, {facts.timescale.words}"
    if facts.forecast and facts.forecast < plan.today:
        yield About.FORECAST_PASSED, f"its forecast of {day_full(facts.forecast)} has passed"
    if override and override.override and entry.stand.computed.rating is not override.override:
        by_hand, computed = RATING_WORDS[override.override], entry.stand.computed.words
        yield About.OVERRIDE, f"set by hand to “{by_hand}”; the facts say “{computed}”"
