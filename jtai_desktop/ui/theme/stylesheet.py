"""The style sheet of the program, written from the colours and the text size.

Heights are those of the design at 100 per cent and grow with the text. A widget's `kit` property
chooses the kind of button, `ground` what a plain widget stands on, `problem` a field in error.
"""

from pathlib import Path

from jtai_desktop.ui.theme.fonts import FontRole, Fonts
from jtai_desktop.ui.theme.tokens import Role, Tokens

GROUNDS = (Role.BG, Role.SIDE, Role.ALT, Role.SEL, Role.BAND)


def stylesheet(tokens: Tokens, fonts: Fonts, pictures: Path) -> str:
    """The whole style sheet; `pictures` holds the arrows and ticks of this theme."""
    words = _words(tokens, fonts, pictures)
    parts = (_GROUNDS, _BUTTONS, _FIELDS, _DROP_DOWNS, _TICKS, _TABLES, _SCROLL_BARS, _MENUS, _REST)
    return "\n".join(part % words for part in parts)


def _words(tokens: Tokens, fonts: Fonts, pictures: Path) -> dict[str, str]:
    ring = tokens.focus_width
    label = FontRole.LABEL
    words = {role.value: tokens.colour(role) for role in Role}
    words |= {"off": tokens.off, "off_edge": tokens.off_edge}
    sizes = {
        "ring": ring,
        "label": fonts.pixels(label),
        "button": fonts.grown(30) - 2,
        "button_focus": fonts.grown(30) - 2 * ring,
        "small": fonts.grown(26, label) - 2,
        "small_focus": fonts.grown(26, label) - 2 * ring,
        "field": fonts.grown(28) - 2,
        "field_focus": fonts.grown(28) - 2 * ring,
        "flat": fonts.grown(22) - 2,
        "flat_focus": fonts.grown(22) - 2 * ring,
        "item": fonts.grown(26) - 2,
        "menu": fonts.grown(26) - 8,
        "head": fonts.grown(26, label) - 1,
        "pad12": 13 - ring,
        "pad9": 10 - ring,
        "pad7": 8 - ring,
        "box": round(16 * fonts.scale / 100) - 2,
        "box_half": round(16 * fonts.scale / 100) // 2,
        "arrow": round(13 * fonts.scale / 100),
        "spin": round(22 * fonts.scale / 100),
    }
    words |= {name: str(size) for name, size in sizes.items()}
    return words | {"pictures": pictures.as_posix()}


_GROUNDS = "\n".join(
    f'QWidget[ground="{role.value}"] {{ background: %({role.value})s; }}' for role in GROUNDS
)

_BUTTONS = """
QPushButton { background: %(bg)s; color: %(ink)s; border: 1px solid %(ctl)s; border-radius: 4px;
    padding: 0 12px; min-height: %(button)spx; }
QPushButton:hover { background: %(hover)s; }
QPushButton:pressed { background: %(sel)s; color: %(selink)s; }
QPushButton:focus { border: %(ring)spx solid %(accent)s; padding: 0 %(pad12)spx;
    min-height: %(button_focus)spx; }
QPushButton:disabled { background: %(bg)s; color: %(off)s; border: 1px solid %(off_edge)s; }
QPushButton[kit="primary"] { background: %(accent)s; color: %(accentink)s;
    border: 1px solid %(accent)s; padding: 0 12px; min-height: %(button)spx; font-weight: 600; }
QPushButton[kit="primary"]:disabled { background: %(side)s; color: %(off)s;
    border: 1px solid %(off_edge)s; }
QPushButton[kit="small"] { min-height: %(small)spx; padding: 0 9px; font-size: %(label)spx; }
QPushButton[kit="small"]:focus { min-height: %(small_focus)spx; padding: 0 %(pad9)spx; }
QPushButton[kit="filter"] { padding: 0 9px; min-height: %(field)spx; font-size: %(label)spx;
    border-color: %(line2)s; }
QPushButton[kit="filter"]:checked { background: %(sel)s; color: %(selink)s;
    border-color: %(accent)s; font-weight: 600; }
QPushButton[kit="filter"]:focus { padding: 0 %(pad9)spx; min-height: %(field_focus)spx;
    border-color: %(accent)s; }
"""

_FIELDS = """
QAbstractScrollArea { border: 0; }
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: %(bg)s;
    color: %(ink)s; border: 1px solid %(ctl)s; border-radius: 4px;
    selection-background-color: %(sel)s; selection-color: %(selink)s; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: %(ink3)s; }
QLineEdit, QAbstractSpinBox { padding: 0 7px; min-height: %(field)spx; }
QComboBox { padding: 0 0 0 9px; min-height: %(field)spx; }
QPlainTextEdit, QTextEdit { padding: 3px 5px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: %(ring)spx solid %(accent)s; }
QLineEdit:focus, QAbstractSpinBox:focus { padding: 0 %(pad7)spx; min-height: %(field_focus)spx; }
QComboBox:focus { padding: 0 0 0 %(pad9)spx; min-height: %(field_focus)spx; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled,
QTextEdit:disabled { background: %(side)s; color: %(off)s; border: 1px solid %(off_edge)s; }
QLineEdit[problem="true"], QComboBox[problem="true"], QAbstractSpinBox[problem="true"],
QPlainTextEdit[problem="true"], QTextEdit[problem="true"] { border-color: %(warning)s; }
QLineEdit[problem="true"]:focus, QComboBox[problem="true"]:focus,
QAbstractSpinBox[problem="true"]:focus, QPlainTextEdit[problem="true"]:focus,
QTextEdit[problem="true"]:focus { border-color: %(accent)s; }
QLineEdit[flat="true"] { background: transparent; border: 1px solid transparent; padding: 0 2px;
    min-height: %(flat)spx; }
QLineEdit[flat="true"]:hover { border: 1px solid %(ctl)s; }
QLineEdit[flat="true"]:focus { background: %(bg)s; border: %(ring)spx solid %(accent)s;
    padding: 0 1px; min-height: %(flat_focus)spx; }
QLineEdit[flat="true"][problem="true"] { border: 1px solid %(warning)s; }
QTextBrowser { border: 0; }
QAbstractSpinBox { max-height: %(field)spx; }
QAbstractSpinBox:focus { max-height: %(field_focus)spx; }
QAbstractSpinBox > QLineEdit, QComboBox > QLineEdit, QAbstractSpinBox > QLineEdit:focus,
QComboBox > QLineEdit:focus { border: 0; padding: 0; min-height: 0; background: transparent; }
"""

_DROP_DOWNS = """
QComboBox::drop-down, QDateTimeEdit[calendarPopup="true"]::drop-down { border: 0; width: %(spin)spx;
    subcontrol-origin: border; subcontrol-position: center right; }
QComboBox QAbstractItemView { background: %(bg)s; color: %(ink)s; border: 1px solid %(ctl)s;
    outline: 0; selection-background-color: %(sel)s; selection-color: %(selink)s; }
QComboBox QAbstractItemView::item { min-height: %(item)spx; padding: 0 8px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: %(spin)spx;
    subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("%(pictures)s/up.svg"); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url("%(pictures)s/down.svg"); width: 9px; height: 9px; }
QComboBox::down-arrow, QDateTimeEdit[calendarPopup="true"]::down-arrow {
    image: url("%(pictures)s/down.svg");
    width: %(arrow)spx; height: %(arrow)spx; }
QComboBox::down-arrow:disabled,
QDateTimeEdit[calendarPopup="true"]::down-arrow:disabled {
    image: url("%(pictures)s/down-off.svg"); }
"""

_TICKS = """
QCheckBox, QRadioButton { color: %(ink)s; spacing: 8px; padding: 2px 4px;
    border: %(ring)spx solid transparent; border-radius: 4px; }
QCheckBox:disabled, QRadioButton:disabled { color: %(off)s; }
QCheckBox:focus, QRadioButton:focus { border-color: %(accent)s; }
QCheckBox::indicator, QRadioButton::indicator { width: %(box)spx; height: %(box)spx;
    background: %(bg)s; border: 1px solid %(ctl)s; border-radius: 3px; }
QRadioButton::indicator { border-radius: %(box_half)spx; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: %(hover)s; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked,
QCheckBox::indicator:indeterminate { background: %(accent)s; border-color: %(accent)s; }
QCheckBox::indicator:checked { image: url("%(pictures)s/tick.svg"); }
QCheckBox::indicator:indeterminate { image: url("%(pictures)s/part.svg"); }
QRadioButton::indicator:checked { image: url("%(pictures)s/dot.svg"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: %(side)s;
    border-color: %(off_edge)s; }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled,
QCheckBox::indicator:indeterminate:disabled { background: %(ctl)s; border-color: %(ctl)s; }
"""

_TABLES = """
QAbstractItemView { background: %(bg)s; color: %(ink)s; border: 0; outline: 0;
    selection-background-color: %(sel)s; selection-color: %(selink)s; }
QListView::item, QTreeView::item { min-height: %(item)spx; padding: 0 5px; }
QHeaderView { background: %(bg)s; border: 0; }
QHeaderView::section { background: %(bg)s; color: %(ink2)s; border: 0;
    border-bottom: 1px solid %(ink)s; padding: 0 5px; min-height: %(head)spx;
    font-size: %(label)spx; }
QHeaderView[ground="side"], QHeaderView[ground="side"]::section { background: %(side)s; }
QHeaderView::up-arrow { image: url("%(pictures)s/up.svg"); width: 9px; height: 9px; }
QHeaderView::down-arrow { image: url("%(pictures)s/down.svg"); width: 9px; height: 9px; }
QTableCornerButton::section { background: %(bg)s; border: 0; }
"""

_SCROLL_BARS = """
QScrollArea { background: transparent; }
QScrollBar:vertical { background: %(side)s; width: 12px; margin: 0;
    border-left: 1px solid %(line)s; }
QScrollBar:horizontal { background: %(side)s; height: 12px; margin: 0;
    border-top: 1px solid %(line)s; }
QScrollBar::handle { background: %(ctl)s; border-radius: 0; }
QScrollBar::handle:vertical { min-height: 30px; margin: 0 2px; }
QScrollBar::handle:horizontal { min-width: 30px; margin: 2px 0; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_MENUS = """
QMenuBar { background: %(band)s; color: %(bandink)s; border: 0; spacing: 0; }
QMenuBar::item { background: transparent; color: %(bandink)s; padding: 5px 8px;
    font-size: %(label)spx; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: %(bandink)s; color: %(band)s; }
QMenu { background: %(bg)s; color: %(ink)s; border: 1px solid %(ctl)s; padding: 4px 0; }
QMenu::item { padding: 4px 24px 4px 28px; min-height: %(menu)spx; }
QMenu::item:selected { background: %(sel)s; color: %(selink)s; }
QMenu::item:disabled { color: %(off)s; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: %(line)s; margin: 4px 0; }
QToolTip { background: %(bg)s; color: %(ink)s; border: 1px solid %(ctl)s; padding: 3px 6px;
    font-size: %(label)spx; }
"""

_REST = """
QDialog, QMessageBox, QCalendarWidget { background: %(bg)s; }
QLabel { background: transparent; }
QSplitter::handle { background: %(line2)s; }
QProgressBar { border: 1px solid %(line2)s; background: %(side)s; border-radius: 0;
    text-align: center; color: %(ink)s; }
QProgressBar::chunk { background: %(done)s; }
QCalendarWidget QToolButton { background: transparent; color: %(ink)s; border: 0; padding: 4px; }
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { background: %(hover)s; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: %(side)s; }
"""
