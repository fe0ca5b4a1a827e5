"""All conversations of an inspection: what counts, who is on the timetable, whom to tell what.

Screens, checklist, calendar and command line ask here, so they can’t disagree.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from jtai_desktop.domain.conversations.calling_back import CallBack, Held, to_call_back
from jtai_desktop.domain.conversations.person import Person
from jtai_desktop.domain.conversations.track import (
    AGREED,
    ON_THE_TIMETABLE,
    Duty,
    Standing,
    State,
    standing,
)


@dataclass(frozen=True, slots=True)
class Talk:
    """One person, and where the conversation with them stands."""

    person: Person
    standing: Standing

    @property
    def state(self) -> State:
        """Where it stands, in one word."""
        return self.standing.state

    @property
    def supporters(self) -> frozenset[str]:
        """Who supports the person, as it was typed, in small letters: “advocate”, “form tutor”."""
        plan = self.standing.plan
        said = plan.support.casefold() if plan else ""
        parts = said.replace(" and ", ",").split(",")
        return frozenset(part.strip() for part in (*parts, said)) - {""}


@dataclass(frozen=True, slots=True)
class ToTell:
    """A decision of somebody that the lead inspector does not know of yet."""

    person: Person
    duty: Duty


@dataclass(frozen=True, slots=True)
class Conversations:
    """Every conversation, in the order of the children; `milestone` is that of confirming them.

    `to_call_back` are the papers that hold a conversation which does not stand any more.
    """

    talks: tuple[Talk, ...] = ()
    milestone: str = ""
    to_call_back: tuple[CallBack, ...] = ()

    @property
    def selected(self) -> tuple[Talk, ...]:
        """Those of children who are evaluated."""
        return tuple(talk for talk in self.talks if talk.person.selected)

    @property
    def agreed(self) -> tuple[Talk, ...]:
        """Those with a standing “agreed”, whatever is planned."""
        return tuple(talk for talk in self.selected if talk.state in AGREED)

    @property
    def confirmed(self) -> tuple[Talk, ...]:
        """Those that were confirmed in writing."""
        return tuple(talk for talk in self.selected if talk.state is State.CONFIRMED)

    @property
    def on_the_timetable(self) -> tuple[Talk, ...]:
        """Those with a time that stands: the only ones for timetable, calendar and paper."""
        return tuple(
            talk
            for talk in self.selected
            if talk.state in ON_THE_TIMETABLE and talk.standing.plan is not None
        )

    @property
    def to_tell(self) -> tuple[ToTell, ...]:
        """What the lead inspector has still to be told, of children taken out as well."""
        return tuple(
            ToTell(talk.person, duty) for talk in self.talks for duty in talk.standing.open_duties
        )

    @property
    def confirmed_of(self) -> str:
        """3 of 8 confirmed."""
        return f"{len(self.confirmed)} of {len(self.agreed)} confirmed"

    def of_child(self, child_id: str) -> tuple[Talk, ...]:
        """Those of one child."""
        return tuple(talk for talk in self.talks if talk.person.child_id == child_id)

    def supported_by(self, names: Collection[str]) -> "Conversations":
        """Of those that are agreed, the ones that somebody called one of these supports."""
        wanted = {name.casefold() for name in names if name}
        theirs = tuple(talk for talk in self.agreed if wanted & talk.supporters)
        return Conversations(theirs, self.milestone)

    def towards(self, key: str) -> tuple[Talk, ...]:
        """What counts towards a milestone."""
        return self.agreed if key == self.milestone else ()


def conversations(
    people: Iterable[Person], milestone: str = "", held: Iterable[Held] = ()
) -> Conversations:
    """The conversations of these people, as they stand, and the papers that held others."""
    everyone = tuple(people)
    talks = tuple(Talk(each, standing(each)) for each in everyone)
    return Conversations(talks, milestone, to_call_back(everyone, held))
