"""The agencies of a pack as one area calls them, and its milestones in those names."""

import re
from collections.abc import Callable
from dataclasses import replace

from jtai_desktop.domain.milestones import MilestoneRule
from jtai_desktop.domain.people import Agency
from jtai_desktop.guidance.pack import Pack


def agencies_of(pack: Pack, *, today: bool) -> tuple[Agency, ...]:
    """The usual agencies under today's names, or under those of the guidance."""
    return tuple(
        Agency(
            "",
            one.key,
            one.name_today if today else one.name,
            one.short_today if today else one.short,
            position,
        )
        for position, one in enumerate(pack.usual_agencies)
    )


def with_names_here(pack: Pack, agencies: tuple[Agency, ...]) -> tuple[MilestoneRule, ...]:
    """The milestones with each agency under the short name it has in this area."""
    named = names_here(pack, agencies)
    return tuple(replace(rule, who=named(rule.who)) for rule in pack.milestones)


def names_here(pack: Pack, agencies: tuple[Agency, ...]) -> Callable[[str], str]:
    """What puts the short names of this area into a text of the pack."""
    here = {agency.key: agency.short for agency in agencies}
    names = {one.short: here.get(one.key, one.short) for one in pack.agencies}
    changed = {old: new for old, new in names.items() if old != new}
    if not changed:
        return lambda text: text
    # The longest first, or "Health" would be found in "Health board".
    longest_first = sorted(changed, key=len, reverse=True)
    words = re.compile("|".join(rf"(?<!\w){re.escape(old)}(?!\w)" for old in longest_first))
    return lambda text: words.sub(lambda found: changed[found[0]], text)
