"""The milestones of a pack: read, and checked to make one timetable."""

from dataclasses import dataclass

from jtai_desktop.domain.milestones import Actor, Anchor, MilestoneRule
from jtai_desktop.domain.moments import Hour
from jtai_desktop.guidance.entry import LINE, WORKING_WEEK, Entry, Known
from jtai_desktop.guidance.root import Root

NOTIFICATION = "notification"
FIELDWORK = "fieldwork"
STRIP = 16  # characters that fit beside an icon in a day of the strip
MOST_WEEKS = 12


@dataclass(frozen=True, slots=True)
class MilestoneOf:
    """The keys of the milestones that the parts of the program work towards."""

    information: str
    case_documents: str
    selection: str
    meetings: str
    evaluations: str
    conversations: str
    printed_papers: str
    cqc_requests: str


def read_milestones(root: Root, notice: int) -> tuple[MilestoneRule, ...]:
    """Every milestone, in the order of the file."""
    agencies = root.keys("agencies")
    rules = tuple(_milestone(entry, agencies, notice) for entry in root.entries("milestones"))
    _ends(root, rules)
    return rules


def read_milestone_of(root: Root) -> MilestoneOf:
    """Which milestone each part of the program works towards."""
    entry = root.table("milestone_of")
    known = root.keys("milestones")
    found = MilestoneOf(
        **{name: entry.refers(name, known, "milestones") for name in MilestoneOf.__slots__}
    )
    entry.close()
    return found


def _milestone(entry: Entry, agencies: Known, notice: int) -> MilestoneRule:
    rule = MilestoneRule(
        key=entry.name(),
        title=entry.text("title", most=LINE),
        short=entry.text("short", most=STRIP),
        anchor=entry.choice("anchor", Anchor),
        week=entry.whole("week", 1, MOST_WEEKS),
        weekday=entry.weekday("weekday"),
        hour=entry.choice("hour", Hour),
        time=entry.clock("time"),
        actor=entry.choice("actor", Actor),
        who=entry.text("who", most=LINE),
        agencies=entry.names("agencies", agencies, "agencies"),
        paragraph=entry.paragraph(),
        assumed=entry.text("assumed", ""),
        optional=entry.flag("optional"),
        on_request=entry.flag("on_request"),
    )
    _hour_fits(entry, rule)
    _anchor_fits(entry, rule, notice)
    if entry.says("actor", Actor.PARTNERSHIP) and not rule.agencies:
        entry.fault("“agencies” names none; name the agencies that have to meet it.")
    return rule


def _hour_fits(entry: Entry, rule: MilestoneRule) -> None:
    if entry.says("hour", Hour.AT, Hour.BEFORE) and not entry.has("time"):
        entry.fault(f"“time” is missing; the hour “{rule.hour}” needs one, such as “09:00”.")
    if entry.says("hour", Hour.END_OF_DAY, Hour.NONE) and entry.has("time"):
        entry.fault(f"“time” does not go with the hour “{rule.hour}”; leave one of them out.")


def _anchor_fits(entry: Entry, rule: MilestoneRule, notice: int) -> None:
    fixed = {NOTIFICATION: Anchor.NOTIFICATION, FIELDWORK: Anchor.FIELDWORK}.get(rule.key)
    sound = entry.says("anchor", *Anchor) and entry.says("weekday", *WORKING_WEEK)
    if not (sound and entry.says("week", rule.week)):
        return
    if fixed and rule.anchor is not fixed:
        entry.fault(f"“anchor” must be “{fixed}” for this milestone.")
    elif rule.anchor is Anchor.NOTIFICATION and rule.key != NOTIFICATION:
        entry.fault("“anchor” can be “notification” only for the milestone of that key.")
    elif rule.anchor is Anchor.NOTIFICATION and rule.ordinary_day:
        entry.fault("The notification must be on Monday of week 1, from which all is counted.")
    elif rule.anchor is Anchor.FIELDWORK and notice and rule.ordinary_day != notice:
        entry.fault(
            f"This is working day {rule.ordinary_day} of an ordinary fortnight, but "
            f"“notice_working_days” in “pack” is {notice}; make the two agree."
        )
    elif notice and rule.ordinary_day > notice:
        entry.fault("This is after fieldwork begins; choose an earlier week or weekday.")


def _ends(root: Root, rules: tuple[MilestoneRule, ...]) -> None:
    keys = {rule.key for rule in rules}
    for key in (NOTIFICATION, FIELDWORK):
        if rules and key not in keys:
            root.fault("milestones", f"The milestone “{key}” is missing; every timetable needs it.")
