"""Papers: choose one at the left, see it at the right as it will be, print or save it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.printing import PrintEntry
from jtai_desktop.domain.wording import counted
from jtai_desktop.reports.progress import STOPPED, Heard, unheard
from jtai_desktop.services import papers, word_papers
from jtai_desktop.services.paper_kinds import CHECKLIST, KINDS
from jtai_desktop.services.paper_shelf import Prepared
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.papers.chosen import Chosen, asked_for, wish_of
from jtai_desktop.ui.pages.papers.facts import Facts, read_facts
from jtai_desktop.ui.pages.papers.form import ChoiceForm
from jtai_desktop.ui.pages.papers.leaving import ForWord, Leaving
from jtai_desktop.ui.pages.papers.log import LogPart
from jtai_desktop.ui.pages.papers.making import Making
from jtai_desktop.ui.pages.papers.preview import Preview
from jtai_desktop.ui.pages.papers.rows import SHELF, shelf_rows
from jtai_desktop.ui.pages.papers.sides import Sides
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.tokens import Role

READING, NAMED = "Reading the vault", 5


class PapersPage(Page[Facts]):
    """The shelf, the choices of one paper, and the paper itself."""

    DEPENDS = frozenset(Kind) - {Kind.VIEW}
    FOLLOWS_CLOCK = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chosen = Chosen()
        self._facts: Facts | None = None
        self._looked_at: Paper | None = None
        self._is_making = self._took_long = False
        self._making = Making()
        self._heard: Heard = unheard
        self._again = LinkButton("Make it")
        self._header = PageHeader("Papers", KINDS[CHECKLIST].name)
        self._missing = Banner("", kind=BannerKind.WARNING)
        self._shelf = RowTable(SHELF, "The papers", TableOptions(head=False))
        self._form = ChoiceForm()
        self._about = Words("", ink=Role.INK2, wrap=True)
        self._log = LogPart()
        self._preview = Preview()
        self.leaving = Leaving(self, self._making)
        self._shelf.set_rows(shelf_rows())
        self._shelf.choose(self._chosen.key)
        self._lay_out()
        self._connect()

    def read(self, workspace: Workspace) -> Facts:
        """Read all that the paper says, and the log."""
        return read_facts(workspace, self.desk.inspection_id, self._chosen, self._heard)

    def show_facts(self, facts: Facts) -> None:
        """Show what can be chosen and what left before; the paper follows once it is made."""
        self._facts = facts
        self._header.set_fact(facts.kind.name)
        self._shelf.choose(facts.chosen.key)
        self._form.show_facts(facts)
        self._log.show_log(facts.logged, facts.today)
        if facts.prepared is None:
            self._show_made(facts)
        else:
            self._make(facts, facts.prepared)

    def refresh(self) -> None:
        """Read again and make the paper anew; one that is still being made is given up."""
        self._heard = self._making.begin(READING)
        super().refresh()

    def tick(self) -> None:
        """A minute went by; what takes long to make is not made anew for that alone."""
        if not (self._is_making or self._took_long):
            super().tick()

    def open_at(self, target: str) -> None:
        """Today’s checklist for everyone, or any paper as usual, whatever was chosen before.

        What follows the key is told by `asked_for`.
        """
        wanted = asked_for(target)
        if wanted is not None and self._chosen != wanted:
            self._form.forget_typing()
            self._take(wanted)

    def print_paper(self) -> None:
        """Ctrl+P on this page prints what is shown."""
        self.leaving.print_it()

    def search(self) -> None:
        """Find in the paper."""
        self._preview.search.setFocus()
        self._preview.search.selectAll()

    def parts(self) -> tuple[QWidget, ...]:
        """The shelf, the form, and the preview."""
        fields = (self._form.first or self.leaving.print_button,)
        return (self._shelf, *fields, self._preview.search)

    def view_state(self) -> dict[str, object]:
        """The paper that was looked at, and the widths of the log."""
        return {"paper": self._chosen.key, "log": self._log.table.view_state()}

    def restore_view(self, state: dict[str, object]) -> None:
        """Back to that paper, and to the kept widths."""
        paper, kept = state.get("paper"), state.get("log")
        if isinstance(paper, str) and paper in KINDS:
            self._chosen = replace(self._chosen, key=paper)
            self._shelf.choose(paper)
        if isinstance(kept, dict):
            self._log.table.restore(kept)

    def _make(self, facts: Facts, prepared: Prepared) -> None:
        """On a thread beside the vault’s; the answer counts if nothing else was chosen since."""
        self._is_making = True
        self.leaving.rest()

        def made(paper: Paper) -> None:
            if self._facts is facts:
                self._show_made(replace(facts, paper=paper))

        def stopped(sentence: str) -> None:
            if self._facts is facts:
                self._show_made(replace(facts, why_not=sentence))

        self.desk.hub.beside(partial(prepared, self._heard), made, stopped)

    def _show_made(self, facts: Facts) -> None:
        """The paper as it is, or why there is none."""
        self._facts, self._is_making = facts, False
        self._took_long = self._making.was_long
        self._making.end()
        self._show_paper(facts.paper)
        self._about.setText(_about(facts))
        self._again.setVisible(facts.why_not == STOPPED)
        self.leaving.offer(facts.paper, self._for_word(facts))
        self._tell_missing(facts.paper)
        self._sides.share_width()

    def _for_word(self, facts: Facts) -> ForWord | None:
        """The paper that is shown as a file for Word, as at the same time; most are none."""
        kind, paper, inspection_id = facts.kind, facts.paper, self.desk.inspection_id
        if paper is None or kind.key not in word_papers.PUBLISHED:
            return None
        wish = replace(wish_of(facts.chosen, kind), as_at=paper.as_at)
        return lambda workspace: word_papers.make(workspace, inspection_id, kind.key, wish)

    def _on_refusal(self, _sentence: str) -> None:
        """What was being read or saved is over; a paper that is being made goes on."""
        if not self._is_making:
            self._making.end()

    def _show_paper(self, paper: Paper | None) -> None:
        before, self._looked_at = self._looked_at, paper
        if paper is None:
            self._preview.show_nothing()
        elif before is None or before.content != paper.content:
            same = before is not None and before.file_name == paper.file_name
            self._preview.show_pdf(paper.content, keep_place=same)

    def _on_changes(self, changes: Changes) -> None:
        """That it was printed or saved changes the list of that alone, not what it says."""
        if self._took_long and changes.kinds <= {Kind.PRINT} and self._facts is not None:
            self.desk.hub.read(self._read_log, self._show_log)
            return
        super()._on_changes(changes)

    def _read_log(self, workspace: Workspace) -> tuple[PrintEntry, ...]:
        return papers.logged(workspace, self.desk.inspection_id)

    def _show_log(self, logged: tuple[PrintEntry, ...]) -> None:
        if self._facts is not None:
            self._facts = replace(self._facts, logged=logged)
            self._log.show_log(logged, self._facts.today)

    def _tell_missing(self, paper: Paper | None) -> None:
        said = _missing(paper) if paper else ""
        self._missing.setVisible(bool(said))
        if said:
            self._missing.say(said, kind=BannerKind.WARNING)

    def _lay_out(self) -> None:
        head = (self._header, Rule(Role.INK), self._missing)
        self._sides = Sides(head, self._shelf, self._choices(), self._preview)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sides)
        self._missing.hide()
        self.setFocusProxy(self._shelf)

    def _choices(self) -> QWidget:
        whole = QWidget()
        middle = QVBoxLayout(whole)
        middle.setContentsMargins(0, 14, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._form)
        middle.addSpacing(12)
        middle.addWidget(self._about)
        middle.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addSpacing(8)
        middle.addWidget(self._making)
        middle.addWidget(self.leaving.protect)
        middle.addSpacing(12)
        middle.addLayout(self._buttons())
        middle.addWidget(self.leaving.word_button, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addSpacing(20)
        middle.addWidget(self._log, 1)
        return whole

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.leaving.print_button)
        buttons.addWidget(self.leaving.save_button)
        buttons.addStretch(1)
        return buttons

    def _connect(self) -> None:
        self._shelf.row_chosen.connect(self._choose_paper)
        self._form.changed.connect(self._take)
        self._again.clicked.connect(self.refresh)
        self.desk.hub.refused.connect(self._on_refusal)
        self._again.hide()

    def _choose_paper(self, key: str) -> None:
        if key != self._chosen.key:
            self._take(replace(self._chosen, key=key))

    def _take(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self.refresh()


def _missing(paper: Paper) -> str:
    """What of it is not as it was meant: signs without a letter, documents left out."""
    said = []
    if paper.left_out:
        said.append(f"Not bound in: {'; '.join(paper.left_out[:NAMED])}.")
    if paper.missing:
        said.append(f"No font can print: {', '.join(paper.missing[:NAMED])}.")
    return " ".join(said)


def _about(facts: Facts) -> str:
    """What it is for, how long it is, and that it is noted."""
    if facts.paper is None:
        return facts.why_not
    paper = facts.paper
    return (
        f"{facts.kind.about}. {counted(paper.pages, 'page')}, seal {paper.seal}."
        " Every print and every saved copy is noted below."
    )
