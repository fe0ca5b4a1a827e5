"""The small parts: each has a name, its colours, its heights, and works by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.bar_meter import BarMeter, Segment, SegmentBar
from jtai_desktop.ui.kit.buttons import (
    LinkButton,
    filter_button,
    plain_button,
    primary_button,
    small_button,
)
from jtai_desktop.ui.kit.chip import Chip, StateLabel
from jtai_desktop.ui.kit.countdown import Countdown
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.headings import PanelHeading, SectionHeading
from jtai_desktop.ui.kit.note_box import NoteBox, NoteKind
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.theme.apply import apply
from jtai_desktop.ui.theme.states import STATES, State
from jtai_desktop.ui.theme.tokens import CONTRAST, DARK, LIGHT, Role, Theme
from tests.ui.kit.conftest import Show
from tests.ui.kit.gallery import picture


def _at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def _colours(image: QImage) -> set[str]:
    return {_at(image, x, y) for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda one: one.name.value)
def test_a_late_chip_is_filled_with_rounded_corners(qapp: QApplication, tokens: object) -> None:
    chosen = DARK if tokens is DARK else LIGHT
    apply(qapp, chosen.name)
    chip = Chip(State.LATE, "22 h 40 min late")
    image = picture(chip, chip.sizeHint().width())
    assert image.height() == 20
    assert _at(image, 3, 10) == chosen.late_fill
    assert chosen.late in _colours(image)
    assert _at(image, 0, 0) != chosen.late_fill


def test_a_chip_in_high_contrast_has_a_border_and_no_fill(qapp: QApplication) -> None:
    apply(qapp, Theme.CONTRAST)
    chip = Chip(State.LATE)
    image = picture(chip, chip.sizeHint().width())
    assert _at(image, 0, 10) == CONTRAST.late
    assert _at(image, 3, 10) == CONTRAST.bg


def test_the_icon_of_a_pressed_filter_stands_out_in_high_contrast(qapp: QApplication) -> None:
    apply(qapp, Theme.CONTRAST)
    button = filter_button("Warning 4", State.WARNING)
    seen = [CONTRAST.warning in _colours(picture(button, button.sizeHint().width()))]
    button.setChecked(True)
    seen.append(CONTRAST.warning in _colours(picture(button, button.sizeHint().width())))
    assert seen == [True, False]


def test_a_plain_state_stands_flush_and_unfilled() -> None:
    assert StateLabel(State.SENT).sizeHint().width() < Chip(State.SENT).sizeHint().width()
    chip = Chip(State.SENT)
    assert LIGHT.done in _colours(picture(chip, chip.sizeHint().width()))


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_every_state_is_drawn_in_every_theme(
    qapp: QApplication, state: State, theme: Theme
) -> None:
    apply(qapp, theme)
    chip = Chip(state)
    assert len(_colours(picture(chip, chip.sizeHint().width()))) > 2
    assert chip.accessibleName() == STATES[state].said


def test_a_chip_says_state_what_and_until_when() -> None:
    chip = Chip(State.LATE, "2 h late", said="Late, item 4.7, since Mon 9, 12:00")
    assert chip.accessibleName() == "Late, item 4.7, since Mon 9, 12:00"
    chip.set_state(State.READY)
    assert chip.accessibleName() == "Ready"


@pytest.mark.parametrize(
    ("part", "name"),
    [
        (lambda: SectionHeading("Overdue", "5"), "Overdue, 5"),
        (lambda: PanelHeading("History", aside="newest first"), "History, newest first"),
        (lambda: PageHeader("Today", "Tue"), "Today"),
        (lambda: Banner("The dates moved.", "Show"), "The dates moved."),
        (lambda: EmptyState("No contact yet.", "Add one."), "No contact yet. Add one."),
        (lambda: NoteBox(NoteKind.INTERNAL, "x"), "Internal: stays in this register. x"),
        (lambda: NoteBox(NoteKind.INSPECTORS), "For inspectors: goes with it. Nothing written"),
        (lambda: BarMeter(1, 6, "1 of 6 finished"), "1 of 6 finished"),
        (lambda: BarMeter(1, 6), "1 of 6"),
        (lambda: SegmentBar([Segment(3, Role.LATE, "late")], 5), "3 late"),
        (lambda: SegmentBar([], 5), "none"),
        (lambda: Countdown(4, "working days", "Monday"), "4 working days, Monday"),
    ],
)
def test_parts_have_names(qtbot: QtBot, part: object, name: str) -> None:
    assert callable(part)
    made = part()
    qtbot.addWidget(made)
    assert made.accessibleName() == name


def test_heights_are_those_of_the_design(qtbot: QtBot) -> None:
    heights = {
        primary_button("Print"): 30,
        plain_button("Print", "printer"): 30,
        small_button("Chase…"): 26,
        filter_button("Late 3", State.LATE): 28,
        PageHeader("Today"): 56,
        SectionHeading("Overdue"): 25,
        Countdown(4, "days"): 60,
        QLineEdit(): 28,
        QSpinBox(): 28,
    }
    for part, height in heights.items():
        qtbot.addWidget(part)
        picture(part, 200)
        part.adjustSize()
        assert part.height() == height, part


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.CONTRAST])
def test_a_focused_button_shows_its_ring_and_keeps_its_size(
    qapp: QApplication, show: Show, theme: Theme
) -> None:
    apply(qapp, theme)
    for button, ring in ((plain_button("Print"), Role.ACCENT), (primary_button("Go"), Role.BG)):
        button.adjustSize()
        size = button.sizeHint()
        show(button)
        assert button.sizeHint() == size
        image = button.grab().toImage()
        tokens = LIGHT if theme is Theme.LIGHT else CONTRAST
        wanted = tokens.accentink if ring is Role.BG else tokens.accent
        inside = 3 if ring is Role.BG else 1
        assert _at(image, image.width() // 2, inside) == wanted


def test_a_button_tells_its_action(qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = plain_button("Chase…", on_click=lambda: pressed.append("chase"))
    qtbot.addWidget(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == ["chase"]


@pytest.mark.parametrize(
    "make", [lambda: LinkButton("Show all 8"), lambda: plain_button("I have it on paper")]
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_what_can_be_clicked_is_pressed_by_enter_and_space(
    qtbot: QtBot, show: Show, key: Qt.Key, make: Callable[[], QAbstractButton]
) -> None:
    button = make()
    show(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_key_that_is_held_down_presses_once(show: Show) -> None:
    pressed: list[str] = []
    button = plain_button("Keep", on_click=lambda: pressed.append("once"))
    show(button)
    for held in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", held
        )
        QApplication.sendEvent(button, event)
    assert pressed == ["once"]


def test_a_field_is_named_by_its_label_and_says_what_is_wrong(qtbot: QtBot) -> None:
    field = QLineEdit("31.11.2026")
    row = FormRow("&Notified on", field, hint="A working day.")
    assert field.accessibleName() == "Notified on"
    assert field.accessibleDescription() == "A working day."
    qtbot.addWidget(row)
    row.set_problem("November has 30 days.")
    assert (row.problem, field.accessibleDescription()) == ("November has 30 days.",) * 2
    assert field.property("problem") is True
    row.set_problem("")
    assert field.accessibleDescription() == "A working day."


def test_a_field_in_error_has_the_colour_of_a_warning(qtbot: QtBot) -> None:
    row = FormRow("Area", QLineEdit())
    qtbot.addWidget(row)
    assert LIGHT.warning not in _colours(picture(row, 200))
    row.set_problem("Write the name of the area.")
    image = picture(row, 200)
    assert LIGHT.warning in _colours(image)


def test_a_calendar_keeps_red_for_what_is_late(qapp: QApplication, qtbot: QtBot) -> None:
    date = QDateEdit()
    date.setCalendarPopup(True)
    row = FormRow("Notified on", date)
    qtbot.addWidget(row)
    for theme, tokens in ((Theme.LIGHT, LIGHT), (Theme.DARK, DARK)):
        apply(qapp, theme)
        weekend = date.calendarWidget().weekdayTextFormat(Qt.DayOfWeek.Sunday)
        assert weekend.foreground().color() == QColor(tokens.ink3)


def test_a_note_can_be_written(qtbot: QtBot) -> None:
    note = NoteBox(NoteKind.INSPECTORS, "old")
    qtbot.addWidget(note)
    field = QPlainTextEdit("new")
    note.set_body(field)
    assert field.accessibleName() == "For inspectors: goes with it"
    assert field.parent() is note


def test_the_two_notes_never_look_alike() -> None:
    internal = picture(NoteBox(NoteKind.INTERNAL, "Words"), 240)
    inspectors = picture(NoteBox(NoteKind.INSPECTORS, "Words"), 240)
    assert _at(internal, 3, 30) == LIGHT.side
    assert _at(inspectors, 3, 30) == LIGHT.accent
    assert _at(inspectors, 5, 30) == LIGHT.bg


def test_a_banner_changes_its_news_and_its_link(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("Nothing is saved.", "Try again", BannerKind.WARNING)
    assert banner.accessibleName() == "Nothing is saved."
    link = banner.findChild(LinkButton)
    assert link is not None
    with qtbot.waitSignal(banner.followed):
        link.click()


def test_an_empty_place_offers_one_button(qtbot: QtBot) -> None:
    empty = EmptyState("No contact yet.", "Add one.", "Add…")
    qtbot.addWidget(empty)
    assert empty.button is not None
    with qtbot.waitSignal(empty.asked):
        empty.button.click()


@pytest.mark.parametrize(("done", "inked"), [(0, 0), (20, 31), (40, 62), (99, 62)])
def test_a_meter_is_filled_as_far_as_it_is_done(done: int, inked: int) -> None:
    image = picture(BarMeter(done, 40), 64)
    row = [_at(image, x, 4) for x in range(64)]
    assert row.count(LIGHT.done) == inked


def test_text_is_never_read_as_markup(qtbot: QtBot) -> None:
    words = Words("<b>Northmoor</b> & more")
    qtbot.addWidget(words)
    assert words.textFormat() is Qt.TextFormat.PlainText


def test_a_cut_line_explains_itself(qtbot: QtBot) -> None:
    line = OneLine("A line that is far too long for the room it has")
    qtbot.addWidget(line)
    picture(line, 60)
    assert line.toolTip() == line.text()
    picture(line, 600)
    assert line.toolTip() == ""


def test_parts_follow_a_new_look(qapp: QApplication, qtbot: QtBot) -> None:
    rule, header = Rule(Role.INK), PageHeader("Today")
    for part in (rule, header):
        qtbot.addWidget(part)
    assert _at(picture(rule, 10), 5, 0) == LIGHT.ink
    apply(qapp, Theme.DARK, 150)
    assert _at(picture(rule, 10), 5, 0) == DARK.ink
    assert header.height() > 56


@pytest.mark.parametrize("ground", [Role.BG, Role.SIDE, Role.ALT, Role.SEL, Role.BAND])
def test_a_widget_stands_on_its_ground(qtbot: QtBot, ground: Role) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setMinimumHeight(20)
    stand_on(widget, ground)
    assert QColor(_at(picture(widget, 20), 5, 0)) == QColor(LIGHT.colour(ground))
