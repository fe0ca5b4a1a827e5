"""Letters of findings of our own making, about the fictional area Northmoor, with what they say.

Two layouts, as published: `earlier` (key strengths, areas for improvement) and `later` (headline
findings, what needs to improve, strengths, main findings). Every sentence is put together from
words below, so no two are alike and none is anybody else's.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from jtai_desktop.domain.wording import MONTHS
from tests.exchange.letters_set import Setter, Style

WHO = (
    "Partners", "Health visitors", "School nurses", "Police officers", "Social workers",
    "Senior leaders", "Midwives", "Youth justice workers", "Team managers", "The hub’s staff",
)  # fmt: skip
DO = (
    "hold multi-agency meetings", "keep well-ordered records", "share what they know",
    "visit children’s homes", "write plans", "ask for advice", "review ‘step-down’ decisions",
    "bring cases back to the safeguarding board", "listen to children – and to parents –",
    "follow up 17 out-of-hours calls", "check safeguarding referrals and/or contacts",
)  # fmt: skip
HOW = (
    "in good time", "without a lead", "before the day is out", "at least every six weeks",
    "whenever a child moves", "in most of the cases seen", "more slowly than in 2023",
    "with the help of a co-located adviser", "although not in every team", "by 9 May each year",
)  # fmt: skip
RESULT = (
    "This means that help comes early.", "As a result, some children wait.",
    "This was so in 8 of the 12 cases looked at.", "Nobody has yet measured the difference.",
    "Families said that they value it.", "It is not yet so in the evening.",
    "This is now being put right",
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A letter, and the truth about it."""

    pdf: bytes
    facts: dict[str, str | None]
    findings: tuple[tuple[str, str, str, int], ...]  # kind, heading, text, page
    unplaced: tuple[str, ...]


@dataclass
class Plan:
    """What a letter is to say, item by item: what it is, its text, and for a finding its kind."""

    facts: dict[str, str | None]
    items: list[tuple[str, str, str, str]] = field(default_factory=list)

    def add(self, what: str, text: str, kind: str = "", heading: str = "") -> None:
        self.items.append((what, text, kind, heading))


class Writer:
    """Sentences that never come twice."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._said: set[str] = set()

    def sentence(self) -> str:
        while True:
            choose = self._random.choice
            said = f"{choose(WHO)} {choose(DO)} {choose(HOW)}."
            if said not in self._said:
                self._said.add(said)
                return said

    def passage(self, least: int, most: int) -> str:
        count = self._random.randint(least, most)
        said = [self.sentence() for _ in range(count)]
        return " ".join([*said, self._random.choice(RESULT)])


def earlier(random: Random, style: Style, *, sectioned: bool = False) -> Made:
    """A letter of the layout until 2020."""
    facts = _facts(random, "children living with neglect")
    plan, writer = Plan(facts), Writer(random)
    _begin(plan, f"the multi-agency response to {facts['theme']} in Northmoor")
    plan.add("para", f"Between {_fieldwork(facts)}, inspectors made a joint inspection.")
    plan.add("note", "Under the law on joint inspections.")
    _narrate(plan, writer, random, 4)
    if sectioned:
        for section in ("Children’s social care front door", "Leadership and management"):
            plan.add("heading", section)
            _narrate(plan, writer, random, 1)
            _list(plan, writer, random, "Key strengths", "strength", section)
            _list(plan, writer, random, "Areas for improvement", "improvement", section)
    else:
        _list(plan, writer, random, "Key Strengths", "strength")
        _study(plan, writer, random, "Case study: highly effective practice")
        _list(plan, writer, random, "Areas for improvement", "improvement")
        _list(plan, writer, random, "Deep dive into cases", "improvement", "Deep dive into cases")
        _study(plan, writer, random, "Case study: area(s) for improvement")
    _end(plan, "The director of children’s services should prepare a written statement")
    return _made(plan, style)


def later(random: Random, style: Style) -> Made:
    """A letter of the layout from 2022."""
    facts = _facts(random, "serious youth violence")
    facts["principal_authority"] = "Northmoor Council"
    plan, writer = Plan(facts), Writer(random)
    _begin(plan, "Northmoor")
    about = f"the joint targeted area inspection of the multi-agency response to {facts['theme']}"
    plan.add("para", f"This letter is about {about} in Northmoor.")
    plan.add("para", f"This inspection took place from {_fieldwork(facts)}. Three took part.")
    plan.add("heading", "Headline findings")
    _narrate(plan, writer, random, 2)
    plan.add("page", "")
    plan.add("heading", "Areas for priority action")
    for _ in range(2):
        plan.add("para", writer.passage(2, 4), "priority", "Areas for priority action")
    _list(plan, writer, random, "What needs to improve?", "improvement")
    _list(plan, writer, random, "Strengths", "strength")
    plan.add("heading", "Main findings")
    _narrate(plan, writer, random, 8)
    _study(plan, writer, random, "Practice study: highly effective practice")
    _narrate(plan, writer, random, 2)
    _study(plan, writer, random, "Practice study: area for improvement")
    _end(
        plan, "We have determined that Northmoor Council is the principal authority and should act"
    )
    return _made(plan, style)


def _facts(random: Random, theme: str) -> dict[str, str | None]:
    start = date(2016, 1, 4) + timedelta(weeks=random.randrange(560))
    return {
        "letter_date": (start + timedelta(days=66)).isoformat(),
        "fieldwork_start": start.isoformat(),
        "fieldwork_end": (start + timedelta(days=random.choice((3, 4, 11)))).isoformat(),
        "area": "Northmoor",
        "theme": theme,
        "statement_due": (start + timedelta(days=166)).isoformat(),
        "principal_authority": "The director of children’s services",
    }


def _begin(plan: Plan, subject: str) -> None:
    plan.add("letterhead", _in_words(plan.facts["letter_date"]))
    for who in ("Director of Children’s Services, Northmoor Council", "Police lead, Northmoor"):
        plan.add("address", who)
    plan.add("heading", "")
    plan.add("letterhead", "Dear local partnership")
    plan.add("heading", f"Joint targeted area inspection of {subject}")


def _narrate(plan: Plan, writer: Writer, random: Random, count: int) -> None:
    for _ in range(count):
        plan.add("para", writer.passage(2, 7))
    if random.random() < 1 / 2:
        plan.add("note", "A term that only this letter uses.")


def _list(
    plan: Plan, writer: Writer, random: Random, title: str, kind: str, heading: str = ""
) -> None:
    plan.add("heading", title)
    for _ in range(random.randint(3, 12)):
        plan.add("point", writer.passage(1, 6), kind, heading or title)
        chance = random.random()
        if chance < 0.1:
            plan.add("note", "What was seen in the week of the inspection.")
        elif chance < 0.2:
            plan.add("under", writer.sentence())
            plan.add("under", writer.sentence())
        elif chance < 0.25:
            plan.add("again", writer.passage(1, 2))


def _study(plan: Plan, writer: Writer, random: Random, title: str) -> None:
    paragraphs = [writer.passage(1, 5) for _ in range(random.randint(1, 4))]
    plan.add("study", "\n".join([title, *paragraphs]), "practice", title)


def _end(plan: Plan, who: str) -> None:
    plan.add("heading", "Next steps")
    plan.add("para", f"{who}, so that all agencies know what to do.")
    due = _in_words(plan.facts["statement_due"])
    plan.add(
        "para", f"Send the written statement of action to the inspectorate by {due}. Thank you."
    )
    plan.add("letterhead", "Yours sincerely")
    plan.add("address", "Three inspectors")


def _made(plan: Plan, style: Style) -> Made:
    setter = Setter(style)
    findings: list[list[str]] = []
    unplaced: list[str] = []
    pages: list[int] = []
    for what, text, kind, heading in plan.items:
        before = len(setter.begun)
        setter.set(what, text)
        if kind:
            said = text.split("\n", 1)[1] if what == "study" else text
            findings.append([kind, heading, said])
            pages.append(setter.begun[before])
        elif what in {"under", "again"}:
            findings[-1][2] += f"\n– {text}" if what == "under" else f"\n{text}"
        elif what == "para":
            unplaced.append(text)
    told = tuple(
        (kind, heading, text, page)
        for (kind, heading, text), page in zip(findings, pages, strict=True)
    )
    return Made(setter.pdf, plan.facts, told, tuple(unplaced))


def _fieldwork(facts: dict[str, str | None]) -> str:
    """The days as the letters write them, with no month or year twice."""
    start, end = (_day(facts[name]) for name in ("fieldwork_start", "fieldwork_end"))
    first = str(start.day)
    if start.month != end.month:
        first = f"{first} {MONTHS[start.month - 1]}"
    if start.year != end.year:
        first = f"{first} {start.year}"
    return f"{first} and {_in_words(end.isoformat())}"


def _in_words(text: str | None) -> str:
    day = _day(text)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _day(text: str | None) -> date:
    return date.fromisoformat(text or "")
