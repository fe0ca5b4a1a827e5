"""What the panel says of a return: chips, facts, what was answered, every step."""

from jtai_desktop.domain.audits.entries import Part
from jtai_desktop.domain.audits.register import Owed, Standing
from jtai_desktop.domain.audits.returns import WORDS, Line, Step
from jtai_desktop.domain.wording import span
from jtai_desktop.ui.pages.audits.cells import look_of_return
from jtai_desktop.ui.pages.audits.facts import Facts
from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.theme.states import State, StateLook, look_of


def chips_of(owed: Owed) -> tuple[StateLook, ...]:
    """Late first, then the state."""
    looks = [look_of_return(owed.found.stage)]
    if owed.late_by:
        looks.insert(0, look_of(State.LATE).worded(owed.late_said))
    if owed.found.archived:
        looks.append(look_of(State.ON_REQUEST).worded("Records archived"))
    return tuple(looks)


def facts_of(facts: Facts, standing: Standing, owed: Owed) -> tuple[Fact, ...]:
    """When it is due, when it came, how often it was chased, where the records are."""
    due, archived = standing.audit.due, owed.found.archived
    agency = {each.key: each.short for each in facts.view.agencies}.get(owed.team.agency, "")
    came = facts.near(owed.found.received) if owed.found.received else ""
    late = f"\n{span(owed.came_late)} late" if owed.came_late else ""
    chased = owed.chased_said.removeprefix("chased ").capitalize()
    last = owed.found.chases[-1] if owed.found.chases else None
    how = f", {facts.near(last.when)}\n{last.how}" if last else ""
    found = (
        Fact("Due", facts.due(due) if due else "no time set"),
        Fact("Came", f"{came}{late}"),
        Fact("Chased", f"{chased}{how}"),
        Fact("Records", archived.note or "Archived" if archived else ""),
        Fact("Agency", agency if agency != owed.team.name else ""),
        Fact("Answers", _answered(standing, owed)),
    )
    return tuple(each for each in found if each.text)


def history_of(facts: Facts, owed: Owed) -> tuple[Fact, ...]:
    """Every step, the newest first; what was taken back says so."""
    standing = {each.number for each in owed.found.standing}
    return tuple(
        Fact(facts.near(each.when), _told(each, taken_back=_is_back(each, standing)))
        for each in reversed(owed.found.lines)
    )


def line_said(facts: Facts, line: Line) -> str:
    """Chased, Mon 9, 14:05: what one chooses to correct."""
    return f"{WORDS[line.step].capitalize()}, {facts.near(line.when)}"


def _answered(standing: Standing, owed: Owed) -> str:
    lines = standing.audit.of(Part.LINE)
    done = {key.question for key in owed.found.texts}
    return f"{len(done)} of {len(lines)} key lines" if done else ""


def _is_back(line: Line, standing: set[int]) -> bool:
    return line.step is not Step.CORRECTED and line.number not in standing


def _told(line: Line, *, taken_back: bool) -> str:
    words = WORDS[line.step].capitalize()
    told = ", ".join(each for each in (words, line.how, line.note) if each)
    back = " (corrected later)" if taken_back else ""
    return f"{told}{back}\n{line.by.signed}"
