"""Every part of the kit on one page, in three themes and two sizes, to be looked at.

Run `python -m tests.ui.kit.gallery FOLDER`; it writes one PNG per theme, screen scale and text
size into the folder.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

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
from jtai_desktop.ui.kit.fortnight_strip import FortnightStrip
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.headings import PanelHeading, SectionHeading
from jtai_desktop.ui.kit.note_box import NoteBox, NoteKind
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.weeks_strip import WeeksStrip
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.apply import apply
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import STATES, State
from jtai_desktop.ui.theme.tokens import Role, Theme
from tests.ui.kit import specimens

WIDTH = 1186


def gallery() -> QWidget:
    """The page with everything on it."""
    page = QWidget()
    stand_on(page, Role.BG)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 0, 24, 24)
    column.setSpacing(12)
    for part in (*_top(), _buttons(), _states(), _forms(), _panel(), *_tables()):
        column.addWidget(part)
    column.addStretch(1)
    return page


def focused_parts(page: QWidget) -> list[QWidget]:
    """The parts whose focus ring is worth a look."""
    kinds = (WeeksStrip, FortnightStrip, RowTable, LinkButton)
    return [part for kind in kinds for part in page.findChildren(kind)]


def _top() -> list[QWidget]:
    header = PageHeader("Today", "Tuesday 10 November 2026, 10:40")
    header.add_action(plain_button("Set a time…"))
    header.add_action(plain_button("Print", "printer"))
    header.add_action(primary_button("&Print today’s checklist", "printer"))
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    count = Countdown(4, "working days to fieldwork", "Monday 16 November")
    count.setFixedWidth(max(250, count.sizeHint().width()))
    row.addWidget(count)
    row.addWidget(FortnightStrip(specimens.fortnight()), 1)
    weeks, closed = WeeksStrip(), WeeksStrip()
    weeks.set_weeks(specimens.weeks(), specimens.BARS, specimens.NOW)
    weeks.select("evaluations")
    closed.set_weeks(specimens.weeks(closed=11), specimens.BARS, specimens.NOW)
    closed.select("info")
    news = Banner("The dates moved: fieldwork now begins on Tue 17 Nov 2026.", "See what changed")
    calm = Banner("Nothing is overdue.", kind=BannerKind.DONE)
    warned = Banner("A second window has this inspection open.", "Show", BannerKind.WARNING)
    fair = FortnightStrip(specimens.fortnight(closed=11))
    return [header, Rule(Role.INK), line, Rule(), news, calm, warned, weeks, fair, closed]


def _buttons() -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    off, primary_off = small_button("Mark ready"), primary_button("Send", "plane")
    off.setEnabled(False)
    primary_off.setEnabled(False)
    chosen = filter_button("All 36")
    chosen.setChecked(True)
    parts = [small_button("Chase…"), small_button("New…", "plus"), off, primary_off, chosen]
    parts += [filter_button("Late 3", State.LATE), filter_button("Warning 4", State.WARNING)]
    for part in (*parts, filter_button("Ready 5", State.READY), LinkButton("Review and send")):
        row.addWidget(part)
    row.addWidget(LinkButton("Show all 8", FontRole.LABEL))
    row.addStretch(1)
    return holder


def _states() -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(4)
    for place, state in enumerate(STATES):
        grid.addWidget(StateLabel(state), place // 6, place % 6)
    late = Chip(State.LATE, "22 h 40 min late")
    grid.addWidget(late, len(STATES) // 6 + 1, 0)
    grid.addWidget(Chip(State.WARNING, "2 of 3 sets"), len(STATES) // 6 + 1, 1)
    return holder


def _forms() -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(32)
    for side in (_fields(), _more_fields(), _ticks()):
        row.addWidget(side, 1)
    return holder


def _fields() -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    wrong = FormRow("&Notified on", QLineEdit("31.11.2026"))
    wrong.set_problem("November has 30 days. Write the date as 2 Nov 2026.")
    empty = QLineEdit()
    empty.setPlaceholderText("Find, Ctrl+F")
    column.addWidget(FormRow("Area", QLineEdit("Northmoor"), hint="As it stands on every page."))
    column.addWidget(wrong)
    column.addWidget(FormRow("Find", empty, left=110))
    column.addStretch(1)
    return holder


def _more_fields() -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    agencies = QComboBox()
    agencies.addItems(["All agencies", "Council", "Police"])
    date = QDateEdit()
    date.setCalendarPopup(True)
    date.setDisplayFormat("d MMM yyyy")
    off = QComboBox()
    off.addItem("Any status")
    off.setEnabled(False)
    fields = {"Agency": agencies, "Date": date, "Time": QTimeEdit(), "Days": QSpinBox(), "Off": off}
    for name, field in fields.items():
        column.addWidget(FormRow(name, field, left=70))
    column.addStretch(1)
    return holder


def _ticks() -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    on, part, off, no = (QCheckBox(text) for text in ("On", "In part", "Off", "On, not to change"))
    part.setTristate(True)
    part.setCheckState(Qt.CheckState.PartiallyChecked)
    on.setChecked(True)
    no.setChecked(True)
    no.setEnabled(False)
    one, other = QRadioButton("Light"), QRadioButton("Dark")
    one.setChecked(True)
    for tick in (on, part, off, no, one, other):
        column.addWidget(tick)
    column.addWidget(EmptyState("No contact yet.", "Name who answers for an agency.", "Add…"))
    return holder


def _panel() -> QWidget:
    holder = QWidget()
    stand_on(holder, Role.ALT)
    row = QHBoxLayout(holder)
    row.setContentsMargins(16, 12, 16, 12)
    row.setSpacing(24)
    notes = QVBoxLayout()
    heading = PanelHeading("Versions")
    heading.add_link("Add…")
    notes.addWidget(heading)
    internal = "June minutes are with the chair for sign-off. Expected by 14:00."
    notes.addWidget(NoteBox(NoteKind.INTERNAL, internal))
    notes.addWidget(NoteBox(NoteKind.INSPECTORS))
    writing = NoteBox(NoteKind.INSPECTORS, "x")
    field = QPlainTextEdit("No meeting in July or August.")
    field.setFixedHeight(60)
    writing.set_body(field)
    notes.addWidget(writing)
    row.addLayout(notes, 1)
    bars = QVBoxLayout()
    bars.addWidget(PanelHeading("Still to send, by agency", aside="34 of 73"))
    bars.addWidget(Words("Police", bold=True))
    parts = [Segment(3, Role.LATE, "late"), Segment(1, Role.CTL, "with the agency")]
    bars.addWidget(SegmentBar([*parts, Segment(4, Role.WITH_US, "with us")], 12))
    bars.addWidget(BarMeter(20, 40, "20 of 40 sent"))
    bars.addWidget(BarMeter(0, 6))
    bars.addStretch(1)
    row.addLayout(bars, 1)
    return holder


def _tables() -> list[QWidget]:
    fits = TableOptions(head=False, chooses=False, fits=True)
    due = RowTable(specimens.NEXT_COLUMNS, "Next milestones", TableOptions(
        row_height=34, head=False, chooses=False, fits=True))  # fmt: skip
    due.set_rows(specimens.next_rows())
    overdue = RowTable(specimens.OVERDUE_COLUMNS, "Overdue", fits)
    overdue.set_rows(specimens.overdue_rows())
    heading = SectionHeading("Overdue", "5")
    heading.add_link("Show all 9")
    milestones = RowTable(specimens.MILESTONE_COLUMNS, "Milestones", TableOptions(fits=True))
    milestones.set_rows(specimens.milestone_rows())
    milestones.choose("evaluations")
    milestones.set_now_line("files", "now 10:40")
    register = RowTable(specimens.REGISTER_COLUMNS, "Documents", TableOptions(
        row_height=26, fits=True, many=True))  # fmt: skip
    register.set_rows(specimens.register_rows())
    register.choose("4.7")
    upcoming = SectionHeading("Next milestones", aside="time left by the clock")
    return [upcoming, due, heading, overdue, milestones, register]


def picture(page: QWidget, width: int = WIDTH, ratio: float = 1.0) -> QImage:
    """A widget as it is painted on a screen of this ratio."""
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.resize(width, page.sizeHint().height())
    page.show()
    page.resize(width, max(page.minimumSizeHint().height(), page.sizeHint().height()))
    QApplication.sendPostedEvents()
    image = QImage(page.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.magenta)
    page.render(image, QPoint())
    return image


def main(folder: str) -> None:
    app = QApplication([])
    Path(folder).mkdir(parents=True, exist_ok=True)
    for theme in (Theme.LIGHT, Theme.DARK, Theme.CONTRAST):
        for ratio, scale in ((1.0, 100), (1.5, 100), (1.0, 150)):
            apply(app, theme, scale)
            page = gallery()
            name = f"{theme.value}-screen{round(ratio * 100)}-text{scale}.png"
            picture(page, ratio=ratio).save(str(Path(folder) / name))
            page.deleteLater()


if __name__ == "__main__":
    from tests import surroundings

    surroundings.settle()
    main(sys.argv[1])
