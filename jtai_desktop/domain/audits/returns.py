"""What one team owes for one case: asked, chased, received; every step is a line of its own.

A line is never changed. What was noted by mistake is corrected by a further line, with a reason.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.evaluation import OWN_PARTS, PART_WORDS, Key, Part
from jtai_desktop.domain.evaluations.writing import LONGEST
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import stamp


class Step(StrEnum):
    """What can be done about a return."""

    ASKED = "asked"
    CHASED = "chased"
    RECEIVED = "received"
    ARCHIVED = "archived"
    CORRECTED = "corrected"


class Stage(StrEnum):
    """Where a return stands; the words are those of documents, and so are the icons."""

    NOT_ASKED = "not-asked"
    ASKED = "asked"
    RECEIVED = "received"


# What a person did or heard outside the program can’t be called back by a key.
LASTING = frozenset({Step.CHASED, Step.RECEIVED, Step.CORRECTED})
CORRECTABLE = frozenset({Step.CHASED, Step.RECEIVED, Step.ARCHIVED})
WORDS: Final = MappingProxyType(
    {
        Step.ASKED: "asked for",
        Step.CHASED: "chased",
        Step.RECEIVED: "received",
        Step.ARCHIVED: "records are archived",
        Step.CORRECTED: "corrected",
    }
)
HOW, NOTE, WHEN, REASON = "How", "Note", "When", "Reason"


@dataclass(frozen=True, slots=True)
class Line:
    """One step; `how` it was chased or came, `corrects` the number of the line taken back."""

    number: int
    step: Step
    when: datetime
    by: Who
    how: str = ""
    note: str = ""
    corrects: int = 0


@dataclass(frozen=True, slots=True)
class Return:
    """What one team owes for one case, with what it answered to each key line of enquiry."""

    id: str
    case_id: str
    team_id: str
    lines: tuple[Line, ...] = ()
    texts: Mapping[Key, str] = field(default_factory=dict)
    version: int = field(default=1, compare=False)

    @property
    def standing(self) -> tuple[Line, ...]:
        """The lines that were not taken back."""
        back = {each.corrects for each in self.lines if each.step is Step.CORRECTED}
        kept = (each for each in self.lines if each.step is not Step.CORRECTED)
        return tuple(each for each in kept if each.number not in back)

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        done = {each.step for each in self.standing}
        if Step.RECEIVED in done:
            return Stage.RECEIVED
        return Stage.ASKED if done & {Step.ASKED, Step.CHASED} else Stage.NOT_ASKED

    @property
    def chases(self) -> tuple[Line, ...]:
        """Every time that it was chased."""
        return self._those(Step.CHASED)

    @property
    def received(self) -> datetime | None:
        """When it came."""
        found = self._those(Step.RECEIVED)
        return found[-1].when if found else None

    @property
    def archived(self) -> Line | None:
        """That the records lie in an archive, if they do."""
        found = self._those(Step.ARCHIVED)
        return found[-1] if found else None

    def text(self, key: Key) -> str:
        """What is answered there, or nothing."""
        return self.texts.get(key, "")

    @property
    def is_touched(self) -> bool:
        """Whether anything is recorded of it that a person would miss."""
        return bool(self.texts) or any(each.step in LASTING for each in self.lines)

    def _those(self, step: Step) -> tuple[Line, ...]:
        return tuple(each for each in self.standing if each.step is step)


@dataclass(frozen=True, slots=True)
class Said:
    """What goes with a step."""

    how: str = ""
    note: str = ""
    when: datetime | None = None
    corrects: int = 0


@dataclass(frozen=True, slots=True)
class Signed:
    """Who does it, and when."""

    when: datetime
    by: Who


def write(before: Return, wanted: Mapping[Key, str], lines: Collection[int], called: str) -> Return:
    """The return with these answers to the key lines of these numbers."""
    kept = dict(before.texts)
    for key, text in wanted.items():
        if key.question not in lines or key.part not in OWN_PARTS:
            raise Refused(f"{called}: there is no key line {key.question} here.", place=called)
        kept[key] = texts.note(text, answer_called(key), longest=LONGEST)
    return replace(before, texts={key: text for key, text in kept.items() if text})


def answer_called(key: Key) -> str:
    """Key line 3, Impact."""
    return f"Key line {key.question}, {PART_WORDS[Part(key.part)]}"


def offered(before: Return) -> tuple[Step, ...]:
    """What can be done with it now, the next step first."""
    by_stage = {
        Stage.NOT_ASKED: (Step.ASKED, Step.RECEIVED),
        Stage.ASKED: (Step.CHASED, Step.RECEIVED),
        Stage.RECEIVED: (),
    }
    steps = [*by_stage[before.stage]]
    if before.stage is not Stage.RECEIVED and before.archived is None:
        steps.append(Step.ARCHIVED)
    if correctable(before):
        steps.append(Step.CORRECTED)
    return tuple(steps)


def correctable(before: Return) -> tuple[Line, ...]:
    """The lines that can be taken back, the newest first."""
    return tuple(each for each in reversed(before.standing) if each.step in CORRECTABLE)


def take(before: Return, step: Step, said: Said, signed: Signed, called: str) -> Return:
    """The return with one line more; `called` names it where that can’t be."""
    if step not in offered(before):
        raise Refused(_why_not(before, step, called), place=called)
    when = _when(before, said, signed, called)
    line = Line(
        number=len(before.lines) + 1,
        step=step,
        when=when,
        by=signed.by,
        how=texts.line(said.how, HOW, needed=step is Step.CHASED),
        note=texts.line(said.note, _note_place(step), needed=step is Step.CORRECTED),
        corrects=_corrected(before, said, called) if step is Step.CORRECTED else 0,
    )
    return replace(before, lines=(*before.lines, line))


def _when(before: Return, said: Said, signed: Signed, called: str) -> datetime:
    when = said.when or signed.when
    if when > signed.when:
        raise Refused(f"{called}: {stamp(when)} is still to come.", place=WHEN)
    asked = [each.when for each in before.standing if each.step is Step.ASKED]
    if asked and when < asked[0]:
        raise Refused(f"{called}: it was asked for on {stamp(asked[0])}, later.", place=WHEN)
    return when


def _corrected(before: Return, said: Said, called: str) -> int:
    if said.corrects not in {each.number for each in correctable(before)}:
        raise Refused(f"{called}: choose what was noted by mistake.", place=called)
    return said.corrects


def _why_not(before: Return, step: Step, called: str) -> str:
    if before.stage is Stage.RECEIVED:
        return f"{called}: it is received already. Correct that first, with a reason."
    if step is Step.CHASED:
        return f"{called}: it was not asked for yet, so it can’t be chased."
    if step is Step.CORRECTED:
        return f"{called}: nothing is noted that could be corrected."
    return f"{called}: it is {WORDS[step]} already."


def _note_place(step: Step) -> str:
    return REASON if step is Step.CORRECTED else NOTE
