"""Versions of the plan that were issued: frozen as they stood; what changed between two."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import day_full

# What is frozen of an action, in the order in which it is printed.
FIELDS: Final = MappingProxyType(
    {
        "section": "Section",
        "number": "Number",
        "answers": "Answers",
        "text": "Action",
        "lead": "Lead",
        "deputy": "Deputy",
        "timescale": "Timescale",
        "due": "Due",
        "measure": "Measure of impact",
        "references": "References",
        "rating": "Rating",
        "computed": "Computed rating",
        "override": "Why set by hand",
        "forecast": "Forecast",
        "started": "Started",
        "completed": "Completed",
        "impact": "Evidence of impact",
        "progress": "Progress and evidence",
        "documents": "Documents",
    }
)
MOST_BOARDS = 12
AS_IT_STANDS: Final = "the plan as it stands"  # beside versions: what was not issued yet


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A version as it was issued: its number, its day, by whom, to which boards."""

    id: str
    number: int
    when: datetime
    by: Who
    boards: tuple[str, ...] = ()
    note: str = ""
    final: bool = False
    actions: int = 0
    seal: str = ""

    @property
    def called(self) -> str:
        """Version 2."""
        return f"Version {self.number}"

    @property
    def dated(self) -> str:
        """Version 2, Fri 6 Nov 2026."""
        return f"{self.called}, {day_full(self.when.date())}"


@dataclass(frozen=True, slots=True)
class Frozen:
    """An action as it stood in a version: texts by the keys of `FIELDS`."""

    action_id: str
    texts: Mapping[str, str] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """What stood there."""
        return self.texts.get(key, "")


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs of one action: added, taken out, or one field from this to that.

    `text` is what the action says, so that its number need not be looked up.
    """

    number: str
    section: str
    what: str
    before: str = ""
    after: str = ""
    text: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the action came or went."""
        return self.what in {ADDED, GONE}


@dataclass(frozen=True, slots=True)
class Issued:
    """A version with its actions, as they stood."""

    version: PlanVersion
    actions: tuple[Frozen, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """What changed from one version to a later one; without that, to the plan as it stands."""

    earlier: PlanVersion
    later: PlanVersion | None = None
    changes: tuple[Difference, ...] = ()


ADDED: Final = "New action"
GONE: Final = "No longer in the plan"


def differences(before: Sequence[Frozen], after: Sequence[Frozen]) -> tuple[Difference, ...]:
    """What changed from the one version to the other, in the order of the later one."""
    earlier = {each.action_id: each for each in before}
    later = {each.action_id for each in after}
    found: list[Difference] = []
    for each in after:
        was = earlier.get(each.action_id)
        found += _changed(was, each) if was else [_whole(each, ADDED)]
    found += [_whole(each, GONE) for each in before if each.action_id not in later]
    return tuple(found)


def boards_of(names: Sequence[str]) -> tuple[str, ...]:
    """The boards a version goes to, each once; at least one."""
    found = dict.fromkeys(filter(None, (texts.line(each, "Boards") for each in names)))
    if not found:
        raise Refused("Say which board it goes to, such as Safeguarding board.", place="Boards")
    if len(found) > MOST_BOARDS:
        sentence = f"{len(found)} boards are too many for one version; {MOST_BOARDS} is the most."
        raise Refused(sentence, place="Boards")
    return tuple(found)


def issued_on(version: PlanVersion) -> date:
    """The day on which it was issued."""
    return version.when.date()


def _changed(before: Frozen, after: Frozen) -> Iterator[Difference]:
    for key, heading in FIELDS.items():
        was, now = before.text(key), after.text(key)
        if was != now:
            number, section, text = map(after.text, ("number", "section", "text"))
            yield Difference(number, section, heading, was, now, text)


def _whole(each: Frozen, what: str) -> Difference:
    text = each.text("text")
    before, after = (text, "") if what == GONE else ("", text)
    return Difference(each.text("number"), each.text("section"), what, before, after, text)
