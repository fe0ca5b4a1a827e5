"""What stands in a cell of the plan as text, and the deed of what was typed into it."""

from collections.abc import Callable
from typing import Final

from jtai_desktop.domain.actions.answering import read_sources, sources_text
from jtai_desktop.domain.actions.changing import Texts
from jtai_desktop.domain.actions.plan import ActionPlan, Entry
from jtai_desktop.domain.actions.timescale import read_timescale
from jtai_desktop.domain.typed import read_at, read_day
from jtai_desktop.domain.wording import day_full
from jtai_desktop.services import actions
from jtai_desktop.ui.plan import row_cells as c
from jtai_desktop.ui.shell.hub import Act

NAMES: Final = {
    c.NUMBER: "Number",
    c.TEXT: "Action",
    c.ANSWERS: "Findings it answers, such as F1, F3",
    c.LEAD: "Lead, one role",
    c.DUE: "Timescale, such as End June 2027",
    c.FORECAST: "Forecast, a day",
}


def text_of(entry: Entry, column: str) -> str:
    """What a field begins with."""
    action, facts = entry.action, entry.action.facts
    match column:
        case c.NUMBER:
            return action.number
        case c.TEXT:
            return action.text
        case c.ANSWERS:
            return sources_text(entry.sources)
        case c.LEAD:
            return action.lead
        case c.DUE:
            return facts.timescale.words
    return day_full(facts.forecast) if facts.forecast else ""


def act_of(inspection_id: str, entry: Entry, column: str, typed: str, plan: ActionPlan) -> Act:
    """The deed; refused where what was typed can’t be read."""
    one = entry.action.id
    texts: dict[str, Callable[[], Texts]] = {
        c.NUMBER: lambda: Texts(number=typed),
        c.TEXT: lambda: Texts(text=typed),
        c.LEAD: lambda: Texts(lead=typed),
    }
    if column in texts:
        new = texts[column]()
        return lambda w: actions.write(w, inspection_id, one, new)
    if column == c.ANSWERS:
        keys = read_sources(typed, plan.sources)
        return lambda w: actions.set_sources(w, inspection_id, one, keys)
    if column == c.DUE:
        read_timescale(typed)
        return lambda w: actions.set_timescale(w, inspection_id, one, typed)
    day = read_at("Forecast", read_day, typed) if typed.strip() else None
    return lambda w: actions.set_forecast(w, inspection_id, one, day)
