"""The columns of the plan’s table, and the row of one action."""

from datetime import date

from jtai_desktop.domain.actions.plan import Entry
from jtai_desktop.domain.wording import day_full, day_month
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.plan.looks import hand_look, late_look, rating_look
from jtai_desktop.ui.theme.tokens import Role

NUMBER, TEXT, ANSWERS, LEAD = "number", "text", "answers", "lead"
DUE, FORECAST, RATING = "due", "forecast", "rating"
COLUMNS = (
    Column(NUMBER, "No.", 46),
    Column(TEXT, "Action"),
    Column(ANSWERS, "Answers", 66, leaves=2),
    Column(LEAD, "Lead", 118, leaves=3),
    Column(DUE, "Due", 186),
    Column(FORECAST, "Forecast", 84, leaves=1),
    Column(RATING, "Rating", 186),
)
# What can be typed into; a rating follows from facts and is set by hand in the panel.
FILLABLE = frozenset({NUMBER, TEXT, ANSWERS, LEAD, DUE, FORECAST})


def row_of(entry: Entry, today: date) -> Row:
    """One action; made on the vault’s thread."""
    action, its, due = entry.action, entry.action.facts, _due(entry)
    return Row(
        action.id,
        (
            Cell(action.number),
            Cell(one_line(action.text), tip=action.text),
            _answers(entry),
            _lead(entry),
            due,
            Cell(near(its.forecast, today) if its.forecast else "", ink=Role.INK2),
            Cell(state=rating_look(entry.rating), mark=hand_look(entry), tip=_why(entry)),
        ),
        said=f"{action.called}, {entry.stand.words}, {due.spoken}: {one_line(action.text)}",
    )


def _answers(entry: Entry) -> Cell:
    said = ", ".join(each.short or each.called for each in entry.sources)
    return Cell(said or "–", ink=Role.INK2, said=said or "answers no finding", tip=_texts(entry))


def _texts(entry: Entry) -> str:
    return "\n".join(f"{each.called}: {each.text}" for each in entry.sources)


def _lead(entry: Entry) -> Cell:
    action = entry.action
    deputy = f"{action.lead}, deputy {action.deputy}" if action.deputy else action.lead
    return Cell(action.lead or "–", ink=Role.INK2, tip=deputy, said=deputy or "no lead")


def _due(entry: Entry) -> Cell:
    """The words of the timescale; before them a filled mark where it is late."""
    words, late = entry.action.facts.timescale.words, late_look(entry)
    said = f"{words or 'no timescale'}{f', {late.word}' if late else ''}"
    mark = late.worded("Late") if late else None
    return Cell(words or "–", state=mark, said=said, tip=said if late else "")


def _why(entry: Entry) -> str:
    return f"{entry.stand.words}: {entry.stand.computed.why}"


def near(day: date, today: date) -> str:
    """Mon 2 Nov in this year, else with the year."""
    return day_month(day) if day.year == today.year else day_full(day)


def one_line(text: str) -> str:
    """Without line breaks."""
    return " ".join(text.split())
