"""What shows an answer: its links to documents and audits, and the day that the evidence is of."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.self_evaluation.answer import AUDIT, Answer
from jtai_desktop.domain.wording import day_full
from jtai_desktop.services import self_evaluation
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.self_evaluation.facts import GONE, Facts
from jtai_desktop.ui.pages.self_evaluation.folding import Fold
from jtai_desktop.ui.pages.self_evaluation.forms import DatedForm, DocumentForm
from jtai_desktop.ui.pages.timetable.parts import clear
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

SHORT = 27


class EvidencePart(QWidget):
    """One line for each link. `opened(target)` follows one."""

    opened = Signal(str)

    def __init__(self, desk: Desk, longest: int = SHORT) -> None:
        super().__init__()
        self._desk, self._longest = desk, longest
        self._facts: Facts | None = None
        self._key = self._agency = ""
        self._answer: Answer | None = None
        self._shown: object = None
        self.fold = Fold(desk)
        self.link = LinkButton("Link what shows it…", FontRole.LABEL)
        self.date = LinkButton("Date it…", FontRole.LABEL)
        self._dated = Words("", FontRole.LABEL, Role.INK2)
        self._rows, self._line = QVBoxLayout(), QHBoxLayout()
        self._lay_out()
        self.link.clicked.connect(self.ask_link)
        self.date.clicked.connect(self.ask_date)

    def show_answer(self, facts: Facts, key: str, agency: str, *, retired: bool) -> None:
        """Show what is linked to an answer."""
        if (key, agency) != (self._key, self._agency):
            self.fold.fold()
        entry = facts.entry(key)
        answer = entry.of(agency) if entry else None
        self._facts, self._key, self._agency, self._answer = facts, key, agency, answer
        fixed = retired or (answer is not None and answer.agreed is not None)
        name = facts.agency(agency)
        for button, what in ((self.link, "Link what shows it"), (self.date, "Date the evidence")):
            button.setVisible(not fixed)
            button.setAccessibleName(f"{what}: {name}…")
        dated = answer.dated if answer else None
        self._dated.setText(f"of {day_full(dated)}" if dated else "")
        self._dated.setVisible(dated is not None)
        links = [(each, facts.linked(each)) for each in (answer.links if answer else ())]
        wanted = (key, agency, tuple(links), fixed)
        if wanted != self._shown:
            self._shown = wanted
            clear(self._rows)
            for target, words in links:
                self._rows.addWidget(self._row(target, words, fixed=fixed))

    def ask_link(self) -> None:
        """Which document shows it."""
        if self._facts is None:
            return
        have = self._answer.links if self._answer else ()
        offered = [each for each in self._facts.linkable.items() if each[0] not in have]
        form = DocumentForm(offered)
        form.call("A document of the register, or an audit, that shows it")
        inspection, key, agency = self._desk.inspection_id, self._key, self._agency
        self.fold.unfold(
            form,
            lambda: partial(
                self_evaluation.link,
                inspection_id=inspection,
                key=key,
                agency=agency,
                target=form.target,
            ),
        )

    def ask_date(self) -> None:
        """Of which day the evidence is."""
        form = DatedForm(self._answer.dated if self._answer else None)
        inspection, key, agency = self._desk.inspection_id, self._key, self._agency
        self.fold.unfold(
            form,
            lambda: partial(
                self_evaluation.date_evidence,
                inspection_id=inspection,
                key=key,
                agency=agency,
                day=form.day(),
            ),
        )

    def _row(self, target: str, words: str, *, fixed: bool) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        cut = len(words) > self._longest
        short = f"{words[: self._longest - 1].rstrip()}…" if cut else words
        if words == GONE or target.startswith(AUDIT):
            row.addWidget(OneLine(words, FontRole.LABEL, Role.INK2), 1)
        else:
            link = LinkButton(short.replace("&", "&&"), FontRole.LABEL)
            link.setToolTip(words)
            link.setAccessibleName(f"Go to {words}")
            link.clicked.connect(partial(self.opened.emit, target))
            row.addWidget(link)
            row.addStretch(1)
        if not fixed:
            remove = LinkButton("Remove", FontRole.LABEL)
            remove.setAccessibleName(f"Remove the link to {words}")
            remove.clicked.connect(partial(self._remove, target))
            row.addWidget(remove)
        return part

    def _remove(self, target: str) -> None:
        inspection, key, agency = self._desk.inspection_id, self._key, self._agency
        self._desk.hub.act(
            lambda workspace: self_evaluation.unlink(workspace, inspection, key, agency, target)
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        self._line.setSpacing(6)
        self._line.setContentsMargins(0, 0, 0, 0)
        for part in (self.link, self.date, self._dated):
            self._line.addWidget(part)
        self._line.addStretch(1)
        column.addLayout(self._line)
        column.addWidget(self.fold)
