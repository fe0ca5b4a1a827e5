"""WeekHead: what is shown, what the colours mean, and what can be done with the whole week."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.pages.week.legend import WeekLegend
from jtai_desktop.ui.theme.look import Look

LEGEND_FROM = 850
LIST, WEEK = "&List", "&Week"


class WeekHead(PageHeader):
    """`turned` asks for the list or the week, `new_wanted` and `print_wanted` for what they say."""

    turned = Signal()
    new_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, more: QWidget) -> None:
        super().__init__("Fieldwork week")
        self._legend = WeekLegend()
        self._turn = plain_button(LIST, on_click=self.turned.emit)
        for part in (
            self._legend,
            self._turn,
            more,
            plain_button("&New…", "plus", self.new_wanted.emit),
            plain_button("Print", "printer", self.print_wanted.emit),
        ):
            self.add_action(part)

    def say_turned(self, *, listed: bool) -> None:
        """What the button turns to from here."""
        self._turn.setText(WEEK if listed else LIST)
        self._turn.setAccessibleName("Show the week" if listed else "Show a list")

    def fit_legend(self, room: int, *, listed: bool) -> None:
        """The dates of the week count more than what the colours mean."""
        self._legend.setVisible(room >= Look.of(self).sized(LEGEND_FROM) and not listed)
