"""What is said of a warning beside the week: a title, a chip, and a sentence."""

from dataclasses import dataclass

from jtai_desktop.domain.meetings.clashes import Clash, ClashKind, Shared
from jtai_desktop.domain.meetings.concerns import Concern, ConcernKind
from jtai_desktop.domain.meetings.slot import Slot
from jtai_desktop.domain.meetings.warned import Warned
from jtai_desktop.domain.wording import clock, listed, times
from jtai_desktop.ui.pages.week.facts import Facts
from jtai_desktop.ui.theme.states import State, StateLook, look_of
from jtai_desktop.ui.theme.tokens import Role

VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class WarningLine:
    """One warning in words."""

    title: str
    chip: StateLook
    sentence: str


def warning_line(facts: Facts, warned: Warned) -> WarningLine:
    """How a warning is told."""
    if isinstance(warned, Clash):
        return _clash(facts, warned)
    remark = isinstance(warned, Concern) and warned.is_remark
    word = warned.what if isinstance(warned, Concern) else "look"
    warning = look_of(State.WARNING).worded(_capital(word))
    quiet = StateLook(State.MOVED, _capital(word), "info", Role.NEUTRAL)
    return WarningLine(_concern_title(warned), quiet if remark else warning, warned.explained)


def _concern_title(warned: Warned) -> str:
    school = isinstance(warned, Concern) and warned.kind is ConcernKind.SCHOOL_HOURS
    return "In school hours" if school else "Outside its week"


def _clash(facts: Facts, clash: Clash) -> WarningLine:
    warning = look_of(State.WARNING)
    if clash.kind is ClashKind.TRAVEL:
        chip = warning.worded(f"Way of {clash.needed} min, {times(clash.start, clash.end)}")
        return WarningLine("Little time for the way", chip, clash.explained)
    chip = warning.worded(f"Clash {times(clash.start, clash.end)}")
    if clash.kind is ClashKind.DUPLICATE:
        return WarningLine("Entered twice", chip, clash.explained)
    return WarningLine(_title(clash), chip, _sentence(facts, clash))


def _title(clash: Clash) -> str:
    talks = sum(each.is_talk for each in (clash.first, clash.second))
    return ("Two meetings at once", "Meeting and conversation", "Two conversations at once")[talks]


def _sentence(facts: Facts, clash: Clash) -> str:
    """Child C is in a looked-after child review and a strategy discussion."""
    both = f"{_named(clash, clash.first)} and {_named(clash, clash.second)}"
    if clash.shared is Shared.ROOM:
        sentence = f"{clash.what} is taken by {both}."
    elif clash.shared is Shared.INSPECTOR:
        sentence = f"Inspector {clash.what} is at {both}."
    else:
        sentence = f"{clash.what} is in {both}."
    names = [_agency(facts, key) for key in clash.agencies]
    if clash.shared is Shared.CHILD and names:
        sentence += f" {listed(names)} {'is' if len(names) == 1 else 'are'} named at both."
    return sentence


def _named(clash: Clash, slot: Slot) -> str:
    """A looked-after child review; the conversation with Child A, mother; else as it is called."""
    if slot.is_talk:
        return f"the conversation with {slot.called} at {clock(slot.start)}"
    child, between, name = slot.called.partition(", ")
    if not between or child != slot.child:
        return f"“{slot.called}”"
    if clash.shared is not Shared.CHILD:
        return f"{name} of {child}"
    return f"{'an' if name[:1].lower() in VOWELS else 'a'} {name}"


def _agency(facts: Facts, key: str) -> str:
    return next((each.short for each in facts.view.agencies if each.key == key), key)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
