"""The example of the mock-ups as records of the kit, for the gallery and the tests."""

import datetime as dt

from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.strip_days import (
    DayKind,
    NowLine,
    StripBar,
    StripColumn,
    StripDay,
    StripEntry,
    StripGroup,
    StripMark,
)
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

FIRST = dt.date(2026, 11, 2)


def _day(number: int) -> dt.date:
    return dt.date(2026, 11, number)


def _mark(state: State, said: str, count: int = 0, role: Role | None = None) -> StripMark:
    look = look_of(state)
    return StripMark(look.icon, role or look.role, said, count)


def fortnight(*, closed: int = 0) -> list[StripDay]:
    marks = {
        2: (_mark(State.HAPPENED, "Notified"),),
        5: (_mark(State.DONE, "4 done", 4),),
        6: (_mark(State.HAPPENED, "Selection"), _mark(State.HAPPENED, "Call")),
        10: (_mark(State.DUE_TODAY, "Case files due"), _mark(State.DUE_TODAY, "Information due")),
        12: (_mark(State.TO_COME, "Evaluations to come"),),
        13: (_mark(State.AWAITED, "CQC asks"), _mark(State.TO_COME, "Talks set to come")),
        16: (StripMark("flag", Role.INK, "Fieldwork begins"),),
    }
    kinds = {7: DayKind.WEEKEND, 14: DayKind.WEEKEND, closed: DayKind.CLOSED}
    kinds |= dict.fromkeys(range(16, 21), DayKind.FIELDWORK)
    shown = [number for number in range(2, 21) if number not in {8, 15}]
    return [
        StripDay(
            _day(number),
            kinds.get(number, DayKind.WORKING),
            marks.get(number, ()),
            name="Town fair" if number == closed else "",
            today=number == 10,
            past=number < 10,
        )
        for number in shown
    ]


def _group(
    time: str, *entries: tuple[str, str, State], marks: tuple[State, ...] = ()
) -> StripGroup:
    made = tuple(
        StripEntry(key, word, look_of(state), f"{look_of(state).said}, {word}, {time}")
        for key, word, state in entries
    )
    return StripGroup(time, made, tuple(look_of(mark) for mark in marks))


def groups() -> dict[int, tuple[StripGroup, ...]]:
    done, happened, due = State.DONE, State.HAPPENED, State.DUE_TODAY
    return {
        2: (_group("09:00", ("notified", "Notified", happened)),),
        5: (
            _group("09:00", ("lists-678", "Lists 6, 7, 8", done), ("note", "Local note", done)),
            _group("end of day", ("meet", "Meetings", done), ("lists-1345", "Lists 1, 3–5", done)),
        ),
        6: (
            _group("10:00", ("selection", "Selection", happened)),
            _group("before 12:00", ("call", "Call", happened)),
        ),
        10: (_group("end of day", ("files", "Case files", due), ("info", "Information", due)),),
        12: (
            _group(
                "12:00", ("evaluations", "Evaluations", State.TO_COME), marks=(State.SET_BY_HAND,)
            ),
        ),
        13: (
            _group("no time set", ("cqc", "CQC asks", State.AWAITED)),
            _group("end of day", ("talks", "Talks set", State.TO_COME)),
        ),
    }


def weeks(*, closed: int = 0) -> list[StripColumn]:
    kinds = {7: DayKind.WEEKEND, 14: DayKind.WEEKEND, closed: DayKind.CLOSED}
    return [
        StripColumn(
            _day(number),
            kinds.get(number, DayKind.WORKING),
            groups().get(number, ()),
            name="Council closed for stocktaking" if number == closed else "",
            today=number == 10,
            narrow=number >= 16,
        )
        for number in range(2, 21)
        if number not in {8, 15}
    ]


BARS = (StripBar("fieldwork", "Fieldwork on site", 12, 16, said="Fieldwork on site, from Mon 16"),)
NOW = NowLine(7, 0.21, "10:40")

MILESTONE_COLUMNS = (
    Column("state", "State", 115),
    Column("what", "What", 0),
    Column("due", "Due", 128),
    Column("who", "Who acts", 196, leaves=2),
    Column("paragraph", "¶", 62, leaves=1),
    Column("note", "Note", 306),
)


def milestone_rows() -> list[Row]:
    done, to_come, due = look_of(State.DONE), look_of(State.TO_COME), look_of(State.DUE_TODAY)
    happened, awaited = look_of(State.HAPPENED), look_of(State.AWAITED)
    small = FontRole.LABEL

    def row(key: str, *cells: Cell) -> Row:
        return Row(key, cells)

    def note(text: str) -> Cell:
        return Cell(text, ink=Role.INK2, font=small)

    def grey(text: str) -> Cell:
        return Cell(text, ink=Role.INK2)

    return [
        row("notified", Cell(state=happened), Cell("Notification; Annex A is requested"),
            Cell("Mon 2, 09:00"), Cell("Lead inspector"), grey("23, 29"), Cell()),
        row("lists-678", Cell(state=done), Cell("Lists 6, 7 and 8 with the extra fields"),
            Cell("Thu 5, 09:00"), Cell("Council, CCG, CAMHS, YOT"), grey("32–35"),
            note("Sent 08:41")),
        row("lists-1345", Cell(state=done), Cell("Lists 1, 3, 4 and 5"), Cell("Thu 5, end of day"),
            Cell("Council"), grey("41, 42"),
            Cell("Assumed time: ¶41 gives none. Sent 16:52", ink=Role.INK2, font=small,
                 icon="waves")),
        row("files", Cell(state=due), Cell("Case-file documents"),
            Cell("Tue 10, end of day"), Cell("Local agencies"), grey("39, 44"),
            note("6 h 20 min left. 20 of 40 sent")),
        row("evaluations", Cell(state=to_come), Cell("Joint evaluations"),
            Cell("Thu 12, 12:00", bold=True), Cell("Local agencies"), grey("39, 46"),
            Cell("Set by hand: lead inspector asked for midday", ink=Role.INK2, font=small,
                 icon="pen", second="Worked out: Thu 12, end of day", link="Bring back")),
        row("cqc", Cell(state=awaited), Cell("CQC asks for documents"),
            Cell("Fri 13"), Cell("CQC"), grey("45"), Cell()),
    ]  # fmt: skip


OVERDUE_COLUMNS = (
    Column("late", "Late", 135),
    Column("what", "What", 0),
    Column("who", "Agency", 70),
    Column("due", "Due", 130),
    Column("chased", "Chased", 100, right=True),
)


def overdue_rows() -> list[Row]:
    late = look_of(State.LATE).worded("22 h 40 min late")
    items = (
        ("4.7", "Force governance minutes, 2 of 3 sets", "Police", "chased twice"),
        ("4.9", "Performance information", "Police", "chased twice"),
        ("6.6", "Audits and action plans", "CCG", "chased twice"),
        ("Child C", "Minutes of multi-agency meetings", "YOT", "chased once"),
        ("Child F", "Chronology of six months", "Police", "chased once"),
    )
    return [
        Row(
            number,
            (
                Cell(state=late),
                Cell(title, lead=number),
                Cell(agency),
                Cell("due Mon 9, 12:00", ink=Role.INK2),
                Cell(chased, ink=Role.INK2, font=FontRole.LABEL, right=True),
            ),
        )
        for number, title, agency, chased in items
    ]


NEXT_COLUMNS = (
    Column("due", "Due", 140),
    Column("left", "Time left", 134),
    Column("what", "What"),
    Column("done", "Done", 200, right=True),
)


def next_rows() -> list[Row]:
    hand = look_of(State.SET_BY_HAND)
    heading = FontRole.HEADING

    def done(words: str, part: int, total: int) -> Cell:
        return Cell(words, font=FontRole.LABEL, right=True, flush=True, meter=(part, total))

    return [
        Row("files", (Cell("Today, end of day", flush=True), Cell("6 h 20 min", font=heading,
            flush=True), Cell("Case-file documents", tail="¶39, 44", flush=True),
            done("20 of 40 sent", 20, 40))),
        Row("evaluations", (Cell("Thu 12, 12:00", flush=True), Cell("49 h 20 min", font=heading,
            flush=True), Cell("Joint evaluations", tail="¶39, 46", mark=hand, flush=True),
            done("1 of 6 finished", 1, 6))),
    ]  # fmt: skip


REGISTER_COLUMNS = (
    Column("number", "No.", 46),
    Column("title", "Title"),
    Column("agency", "Agency", 78),
    Column("owner", "Owner", 122, leaves=1),
    Column("due", "Due", 88, leaves=0),
    Column("ours", "Our status", 77),
    Column("theirs", "Inspectors", 83),
    Column("version", "Ver.", 32, leaves=2),
    Column("dated", "Document date", 95),
    Column("chased", "Chased", 56, leaves=3),
)


def register_rows() -> list[Row]:
    warned = look_of(State.WARNING)

    def section(key: str, icon: str, name: str, warnings: str, count: str) -> Row:
        return Row(
            key,
            (
                Cell(name, lead=key, bold=True, icon=icon, icon_role=Role.INK, span=5),
                Cell(),
                Cell(),
                Cell(),
                Cell(),
                Cell(
                    warnings,
                    icon="triangle",
                    icon_role=Role.WARNING,
                    ink=Role.WARNING,
                    font=FontRole.LABEL,
                    span=2,
                ),
                Cell(),
                Cell(count, ink=Role.INK2, font=FontRole.LABEL, right=True, span=3),
            ),
            section=True,
        )

    def item(key: str, title: str, who: str, ours: State, theirs: State, dated: Cell) -> Row:
        return Row(
            key,
            (
                Cell(key, bold=True),
                Cell(title),
                Cell(who),
                Cell("Quality lead"),
                Cell("Today"),
                Cell(state=look_of(ours)),
                Cell(state=look_of(theirs)),
                Cell("v1"),
                dated,
                Cell("2×"),
            ),
        )

    return [
        section("1", "chevron-down", "Local authority", "2 warnings", "6 of 9 sent"),
        item("1.4", "Practice audits and plans", "Council", State.TO_CHECK, State.NO_STATUS,
             Cell(state=warned.worded("14 Apr, old"))),
        item("1.5", "Voluntary sector services", "Council", State.SENT, State.NO_REPLY,
             Cell("1 Apr")),
        item("1.8", "Needs analysis and strategies", "Council", State.SENT, State.QUERY,
             Cell("30 Jun")),
        section("4", "chevron-right", "Police force", "1 warning", "4 of 9 sent"),
        item("4.7", "Force governance minutes", "Police", State.LATE, State.NO_STATUS,
             Cell(state=warned.worded("2 of 3 sets"))),
        item("4.8", "Audits and action plans", "Police", State.SENT, State.RECEIVED,
             Cell("31 Jul")),
    ]  # fmt: skip
