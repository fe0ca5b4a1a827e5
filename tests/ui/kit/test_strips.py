"""The strips of days: keyboard, words for a screen reader, colours and geometry."""

import datetime as dt

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.kit.fortnight_strip import FortnightStrip
from jtai_desktop.ui.kit.strip_days import DayKind, StripColumn, StripDay
from jtai_desktop.ui.kit.weeks_strip import WeeksStrip
from jtai_desktop.ui.theme.apply import apply
from jtai_desktop.ui.theme.tokens import LIGHT, Theme
from tests.ui.kit import specimens
from tests.ui.kit.conftest import Show
from tests.ui.kit.gallery import picture


def _at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def _weeks(closed: int = 0) -> WeeksStrip:
    strip = WeeksStrip()
    strip.set_weeks(specimens.weeks(closed=closed), specimens.BARS, specimens.NOW)
    return strip


def test_the_fortnight_starts_at_today_and_moves_over_weekends(show: Show) -> None:
    strip = FortnightStrip(specimens.fortnight())
    show(strip)
    assert "Tue 10 November, today, Case files due" in strip.accessibleName()
    for key, day in ((Qt.Key.Key_Left, 9), (Qt.Key.Key_Left, 6), (Qt.Key.Key_Right, 9)):
        QTest.keyClick(strip, key)
        assert strip.current is not None
        assert strip.current.date.day == day
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert "Fri 20 November, fieldwork" in strip.accessibleName()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert "Fri 20" in strip.accessibleName()


def test_a_day_is_opened_with_enter_or_a_click(qtbot: QtBot, show: Show) -> None:
    strip = FortnightStrip(specimens.fortnight())
    strip.resize(888, 60)
    show(strip)
    with qtbot.waitSignal(strip.day_activated) as opened:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert opened.args == [dt.date(2026, 11, 10)]
    spot = strip.box_of(dt.date(2026, 11, 13)).center()
    with qtbot.waitSignal(strip.day_activated) as opened:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=spot)
    assert opened.args == [dt.date(2026, 11, 13)]


def test_the_day_looked_at_stays_when_days_are_read_anew(qtbot: QtBot) -> None:
    strip = FortnightStrip(specimens.fortnight())
    qtbot.addWidget(strip)
    QTest.keyClick(strip, Qt.Key.Key_Home)
    strip.set_days(specimens.fortnight(closed=11))
    assert strip.current is not None
    assert strip.current.date.day == 2
    strip.set_days([])
    assert strip.current is None


def test_the_fortnight_has_the_colours_of_the_design() -> None:
    strip = FortnightStrip(specimens.fortnight())
    image = picture(strip, 888)
    assert image.height() == 60
    today = strip.box_of(dt.date(2026, 11, 10))
    assert _at(image, today.left() + 2, 3) == LIGHT.accent
    assert _at(image, strip.box_of(dt.date(2026, 11, 17)).left() + 2, 3) == LIGHT.side
    weekend = strip.box_of(dt.date(2026, 11, 7))
    hatched = {_at(image, x, 30) for x in range(weekend.left() + 2, weekend.right())}
    assert {LIGHT.hatch, LIGHT.bg} <= hatched


def test_a_closed_day_says_so() -> None:
    day = StripDay(dt.date(2026, 11, 11), DayKind.CLOSED, name="Town fair")
    assert day.said == "Wed 11 November, Town fair, not a working day"


def test_weeks_are_walked_by_keyboard(show: Show) -> None:
    strip = _weeks()
    show(strip)
    walked: list[str] = []
    strip.entry_selected.connect(walked.append)
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left,
            Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Up)  # fmt: skip
    for key in keys:
        QTest.keyClick(strip, key)
    assert walked == [
        "notified",
        "lists-678",
        "note",
        "call",
        "note",
        "fieldwork",
        *["notified"] * 2,
    ]
    assert strip.accessibleName().endswith("Happened, Notified, 09:00, Mon 2 November")


def test_an_entry_is_opened_with_enter_or_a_double_click(qtbot: QtBot, show: Show) -> None:
    strip = _weeks()
    strip.resize(1138, 182)
    show(strip)
    strip.select("cqc")
    with qtbot.waitSignal(strip.entry_activated) as opened:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert opened.args == ["cqc"]
    with qtbot.waitSignal(strip.entry_selected) as chosen:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.box_of("fieldwork").center())
    assert chosen.args == ["fieldwork"]


def test_choosing_from_outside_is_silent(qtbot: QtBot) -> None:
    strip = _weeks()
    qtbot.addWidget(strip)
    with qtbot.assertNotEmitted(strip.entry_selected):
        strip.select("info")
    assert strip.selected == "info"
    strip.set_weeks([], ())
    assert strip.selected == ""


def test_the_weeks_stand_where_the_design_has_them() -> None:
    strip = _weeks()
    strip.select("evaluations")
    image = picture(strip, 1138)
    assert image.height() == 182
    assert strip.box_of("evaluations") == QRect(742, 46, 90, 39)
    assert _at(image, 743, 47) == LIGHT.sel
    assert _at(image, 742, 60) == LIGHT.accent
    assert _at(image, 562, 48) == LIGHT.warning_fill
    assert _at(image, 620, 30) == LIGHT.hover
    assert _at(image, 940, 60) == LIGHT.ink
    assert _at(image, 500, 0) == _at(image, 500, 181) == LIGHT.ink


def test_the_now_line_stands_in_today_under_the_entries() -> None:
    image = picture(_weeks(), 1138)
    left = next(x for x in range(561, 651) if _at(image, x, 140) == LIGHT.accent)
    assert left == pytest.approx(580, abs=2)
    assert _at(image, left, 47) == LIGHT.warning_fill


def test_a_closure_is_a_whole_hatched_column() -> None:
    image = picture(_weeks(closed=11), 1138)
    hatched = {_at(image, x, 170) for x in range(655, 735)}
    assert hatched >= {LIGHT.hatch, LIGHT.bg}


def test_a_weekend_with_an_entry_is_wide(qtbot: QtBot) -> None:
    columns = specimens.weeks()
    columns[5] = StripColumn(columns[5].date, DayKind.WEEKEND, specimens.groups()[2])
    strip = WeeksStrip()
    qtbot.addWidget(strip)
    strip.set_weeks(columns)
    strip.resize(1138, 182)
    assert strip.box_of("notified").width() > 60


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_a_full_day_makes_the_strip_taller(qapp: QApplication, theme: Theme) -> None:
    apply(qapp, theme)
    full = StripColumn(dt.date(2026, 11, 2), groups=specimens.groups()[5] * 3)
    strip = WeeksStrip()
    strip.set_weeks([full])
    assert picture(strip, 600).height() > 300
