"""The panel of a letter: its facts as printed, receipt and statement, what can be done with it."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from jtai_desktop.domain.findings.draft import DAYS, FACT_WORDS
from jtai_desktop.domain.findings.register import called, open_words
from jtai_desktop.domain.findings.statement import Statement
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.texts import shown_name
from jtai_desktop.domain.typed import read_at, read_day
from jtai_desktop.domain.wording import day_full
from jtai_desktop.ui.kit.buttons import KitButton, LinkButton, small_button
from jtai_desktop.ui.kit.chip import StateLabel
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.side import lay_at_side
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.pages.findings.part import Ask
from jtai_desktop.ui.pages.findings.statement_doing import StatementDeeds
from jtai_desktop.ui.pages.findings.statement_rows import state_of
from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.pages.timetable.forms import AskingForm
from jtai_desktop.ui.pages.timetable.parts import ButtonRows, FactList, focused_in
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

WIDE, SHORT = 290, 12
RECEIVED, SENT = "received", "sent"
ASKED = {RECEIVED: "Received", SENT: "Sent", **FACT_WORDS}


class OneField(AskingForm):
    """One fact of the letter, typed; an empty field takes it away."""

    def __init__(self, place: str) -> None:
        super().__init__("Keep")
        self.field: QLineEdit = self._line(place)
        self._stack()


class StatementPanel(QWidget):
    """Below the facts each has its own small form."""

    closed = Signal()
    asked = Signal(str, str)

    def __init__(self, desk: Desk, deeds: StatementDeeds) -> None:
        super().__init__()
        self._desk, self._deeds = desk, deeds
        self._statement: Statement | None = None
        self.form: OneField | None = None
        self._what = ""
        self._heading = OneLine("", FontRole.LABEL, Role.INK2)
        self._close = LinkButton("Close, Esc", FontRole.LABEL)
        self._title = Words("", FontRole.HEADING, wrap=True)
        self._chip = StateLabel(look_of(State.TO_COME))
        self._facts, self._letter = FactList(), FactList()
        self._rows, self._change = ButtonRows(), ButtonRows()
        self._buttons = self._make_buttons()
        self._buttons["go-on"].setAccessibleName("Go on with the letter…")
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._scroll = QScrollArea(widgetResizable=True)
        self._lay_out()
        self._close.clicked.connect(self.closed)
        follow_look(self._dress)

    @property
    def has_ring(self) -> bool:
        """Whether one is in the panel."""
        return focused_in(self) is not None

    def show_statement(self, facts: Facts, statement: Statement | None) -> None:
        """Tell of one letter and its statement."""
        before = self._statement
        self._statement = statement
        self._content.setVisible(statement is not None)
        if statement is None:
            return
        if before is None or before.letter.id != statement.letter.id:
            self.fold()
        letter = statement.letter
        self._heading.setText("Letter")
        self._title.setText(called(letter))
        look = state_of(statement)
        self._chip.set_state(look, said=f"Written statement: {look.said}")
        self._facts.set_facts(_facts_of(facts, statement))
        self._letter.set_facts(_letter_facts(facts, statement))
        for key, wanted in _offered(facts, statement).items():
            self._buttons[key].setVisible(wanted)
        self._buttons["none"].setText("Asks for one" if letter.no_statement else "Asks for none")
        self._rows.arrange()
        self.setAccessibleName(f"Details: {called(letter)}")

    def enter(self) -> None:
        """Put the ring on the first thing that can be done."""
        self._buttons[RECEIVED].setFocus()

    def unfold(self, what: str) -> None:
        """Ask for one fact."""
        if self._statement is None:
            return
        self.fold()
        form = self.form = OneField(ASKED[what])
        self._what = what
        form.call(f"{called(self._statement.letter)}: {ASKED[what][0].lower()}{ASKED[what][1:]}")
        form.field.setText(_begins_with(self._statement, what))
        form.wanted.connect(self._finish)
        self._column.insertWidget(self._column.indexOf(self._change) + 1, form)
        form.show()
        form.take_focus()
        QTimer.singleShot(0, form, lambda: self._scroll.ensureWidgetVisible(form))

    def fold(self) -> bool:
        """Put the form away; whether there was one."""
        if self.form is None:
            return False
        form, self.form = self.form, None
        form.hide()
        form.deleteLater()
        return True

    def _finish(self) -> None:
        form, statement, what = self.form, self._statement, self._what
        if form is None or statement is None:
            return
        letter_id, text = statement.letter.id, form.field.text()

        def then() -> None:
            if self.form is form:
                self.fold()
                self.enter()

        if what in FACT_WORDS:
            self._deeds.set_fact(letter_id, what, text, form, then)
            return
        try:
            day = read_at(ASKED[what], read_day, text) if text.strip() else None
        except Refused as unread:
            form.show_problem(unread.problem)
            return
        deed = self._deeds.receive if what == RECEIVED else self._deeds.send
        deed(letter_id, day, form, then)

    def _make_buttons(self) -> dict[str, KitButton]:
        return {
            RECEIVED: small_button("Received…", "tray", partial(self.unfold, RECEIVED)),
            SENT: small_button("Sent…", "plane", partial(self.unfold, SENT)),
            "none": small_button("Asks for none", "", self._turn_none),
            "go-on": small_button("Go on…", "", partial(self._ask, Ask.GO_ON)),
            "see": small_button("See the letter", "eye", partial(self._ask, Ask.SEE)),
            "remove": small_button("Take the letter out", "", self._remove),
        }

    def _turn_none(self) -> None:
        if self._statement is not None:
            letter = self._statement.letter
            self._deeds.ask_for_none(letter.id, none=not letter.no_statement)

    def _remove(self) -> None:
        if self._statement is not None:
            self._deeds.remove_letter(self._statement.letter.id)

    def _ask(self, what: Ask) -> None:
        if self._statement is not None:
            self.asked.emit(what.value, self._statement.letter.id)

    def _lay_out(self) -> None:
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(16, 10, 16, 16)
        outer.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._close)
        outer.addLayout(top)
        outer.addWidget(self._content)
        outer.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._rows.set_parts(list(self._buttons.values()))
        changes = [
            small_button(words, "", partial(self.unfold, name))
            for name, words in FACT_WORDS.items()
        ]
        self._change.set_parts(changes)
        for part in (
            self._title,
            self._chip,
            self._facts,
            self._rows,
            PanelHeading("The letter, as printed"),
            self._letter,
            PanelHeading("Change what the letter says"),
            self._change,
        ):
            self._column.addWidget(part)
        lay_at_side(self, self._scroll, whole, below=False)
        self.setFocusProxy(self._close)

    def _dress(self) -> None:
        self.setFixedWidth(Look.of(self).sized(WIDE))


def _offered(facts: Facts, statement: Statement) -> dict[str, bool]:
    """Which buttons there are."""
    letter = statement.letter
    return {
        RECEIVED: True,
        SENT: not letter.no_statement,
        "none": letter.sent is None,
        "go-on": bool(letter.sha256 and open_words(letter)),
        "see": bool(letter.file_id),
        "remove": not any(each.letter_id == letter.id for each in facts.found.findings),
    }


def _facts_of(facts: Facts, statement: Statement) -> tuple[Fact, ...]:
    letter, got = statement.letter, statement.received
    received = facts.day(got.day) if got.day else "not known"
    due = facts.day(statement.due) if statement.due else "no date"
    found = (
        Fact("Received", f"{received}, assumed" if got.assumed and got.day else received),
        Fact("Due", f"{due}, {'computed' if statement.computed else 'as printed'}"),
        Fact("Counted", facts.day(statement.check.counted) if statement.check else ""),
        Fact("Sent", facts.day(letter.sent) if letter.sent else ""),
        Fact("Authority", letter.facts.principal_authority or ""),
    )
    return tuple(each for each in found if each.text)


def _letter_facts(facts: Facts, statement: Statement) -> tuple[Fact, ...]:
    """Each fact with its page and paragraph, and the words it was printed in."""
    letter = statement.letter
    found = []
    for name, words in FACT_WORDS.items():
        value = getattr(letter.facts, name)
        if value is None:
            continue
        shown = facts.day(value) if name in DAYS else str(value)
        spot = letter.spots.get(name)
        where = f"\npage {spot.page}, paragraph {spot.paragraph}" if spot and spot.paragraph else ""
        where = f"\npage {spot.page}" if spot and not spot.paragraph else where
        found.append(Fact(_label(words), f"{shown}{where}"))
    file = (Fact("File", shown_name(letter.file)),) if letter.file else ()
    left = (Fact("Left", open_words(letter)),) if open_words(letter) else ()
    return (*found, *file, *left)


def _label(words: str) -> str:
    """Short enough for the column of labels."""
    short = {
        "Date of the letter": "Date",
        "Fieldwork from": "From",
        "Fieldwork to": "To",
        "Statement due": "Due",
        "Principal authority": "Authority",
    }
    return short.get(words, words)


def _begins_with(statement: Statement, what: str) -> str:
    letter = statement.letter
    if what == RECEIVED:
        value: object = letter.received
    elif what == SENT:
        value = letter.sent
    else:
        value = getattr(letter.facts, what)
    if value is None:
        return ""
    return day_full(value) if what in {*DAYS, RECEIVED, SENT} else str(value)  # type: ignore[arg-type]
