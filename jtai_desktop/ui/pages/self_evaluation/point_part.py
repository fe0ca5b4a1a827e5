"""What a point asks, in full, and what the council can make of it: other words, retired, asked."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.self_evaluation.point import Point
from jtai_desktop.domain.self_evaluation.register import Entry
from jtai_desktop.services import self_points
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.chip import StateLabel
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.self_evaluation.folding import Fold
from jtai_desktop.ui.pages.self_evaluation.forms import NewForm, RetireForm, WordingForm
from jtai_desktop.ui.pages.self_evaluation.looks import look_of_entry, nudge_look
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role


class PointPart(QWidget):
    """The head of the panel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._entry: Entry | None = None
        self._title = Words("", FontRole.HEADING, wrap=True)
        self._state = StateLabel(look_of(State.NOT_ASKED))
        self._more = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self._nudge = StateLabel(look_of(State.WARNING))
        self.word = LinkButton("Word it otherwise…", FontRole.LABEL)
        self.retire = LinkButton("Retire…", FontRole.LABEL)
        self.again = LinkButton("Ask it again", FontRole.LABEL)
        self.fold = Fold(desk)
        self._lay_out()
        self.word.clicked.connect(self.ask_wording)
        self.retire.clicked.connect(self.ask_reason)
        self.again.clicked.connect(self.bring_back)

    def show_entry(self, entry: Entry) -> None:
        """Show what one point asks."""
        if self._entry is not None and self._entry.point.key != entry.point.key:
            self.fold.fold()
        self._entry, point = entry, entry.point
        self._title.setText(point.title)
        look = look_of(State.NOT_APPLICABLE).worded("Retired")
        self._state.set_state(look if point.is_retired else look_of_entry(entry))
        said = _more(point)
        self._more.setText(said)
        self._more.setVisible(bool(said))
        found = entry.nudges_of(None)
        self._nudge.setVisible(bool(found))
        if found:
            self._nudge.set_state(nudge_look(found[0], "Worded as a weakness"))
            self._nudge.setToolTip(found[0].sentence)
        self.word.setVisible(not point.is_retired)
        self.retire.setVisible(not point.is_retired)
        self.again.setVisible(point.is_retired)

    def ask_wording(self) -> None:
        """Word the point otherwise."""
        if self._entry is None:
            return
        key, inspection = self._entry.point.key, self._desk.inspection_id
        form = WordingForm(self._entry.point.title)
        form.call("Answers stay, and say to which wording they were written.")
        self.fold.unfold(
            form,
            lambda: partial(
                self_points.reword, inspection_id=inspection, key=key, title=form.wording
            ),
        )

    def ask_reason(self) -> None:
        """Retire the point, with a reason."""
        if self._entry is None:
            return
        key, inspection = self._entry.point.key, self._desk.inspection_id
        form = RetireForm()
        form.call("It is no longer asked, and goes from forms and papers. Its answers stay.")
        self.fold.unfold(
            form,
            lambda: partial(
                self_points.retire, inspection_id=inspection, key=key, reason=form.reason
            ),
        )

    def ask_new(self, groups: tuple[str, ...]) -> None:
        """Add a criterion or marker of one’s own."""
        form, inspection = NewForm(groups), self._desk.inspection_id
        form.call("A criterion or marker of your own")
        self.fold.unfold(
            form,
            lambda: partial(
                self_points.add,
                inspection_id=inspection,
                sort=form.sort,
                group=form.group,
                title=form.wording,
            ),
        )

    def bring_back(self) -> None:
        """Ask a retired point again."""
        if self._entry is not None:
            key, inspection = self._entry.point.key, self._desk.inspection_id
            self._desk.hub.act(lambda workspace: self_points.bring_back(workspace, inspection, key))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addWidget(self._more)
        column.addWidget(self._nudge, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._state)
        row.addSpacing(8)
        for link in (self.word, self.retire, self.again):
            row.addWidget(link)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.fold)


def _more(point: Point) -> str:
    """Where it comes from, and why it is no longer asked."""
    lines = []
    if point.is_retired:
        lines.append(f"Retired: {point.retired}")
    if point.is_own:
        lines.append("Added here.")
    elif point.is_reworded:
        lines.append(f"In the guidance pack: {point.by_pack}")
    return "\n".join(lines)
