"""Forms out and back, earlier answers brought forward, the paper for Word, new points."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.self_evaluation.answer import JOINT
from jtai_desktop.domain.wording import MONTHS, counted
from jtai_desktop.services import papers, self_evaluation, self_evaluation_forms, word_papers
from jtai_desktop.services.evaluation_forms import Preview
from jtai_desktop.services.self_evaluation import EarlierOffer
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.evaluations.form_preview import FormPreview
from jtai_desktop.ui.evaluations.form_trip import BACK, OUT, TITLE, WRITING
from jtai_desktop.ui.kit.buttons import KitButton, plain_button
from jtai_desktop.ui.pages.self_evaluation.facts import Facts
from jtai_desktop.ui.returned.asking import WORD, ask_where, ask_which
from jtai_desktop.ui.returned.trip import ReturnTrip
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk

KEY = "self-evaluation"
WRITING_WORD = "The document is being written …"


class SelfPreview(FormPreview):
    """A form of the self-evaluation: what it holds becomes a draft, so nothing else is asked."""

    @property
    def extras(self) -> tuple[QAbstractButton, ...]:
        return ()

    def beside(self) -> tuple[QAbstractButton, ...]:
        return ()


class SelfTrip(ReturnTrip[Preview]):
    """`new_wanted` asks to add a criterion or marker, `agree_wanted` to agree what is shown."""

    new_wanted = Signal()
    agree_wanted = Signal()

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(desk, over)
        self._over = over
        self._facts: Facts | None = None
        self._forms, self._more = plain_button("&Forms"), plain_button("Mo&re")
        self.forms, self.more = QMenu(self._forms), QMenu(self._more)
        for button, menu, fill in (
            (self._forms, self.forms, self.fill_forms),
            (self._more, self.more, self.fill_more),
        ):
            button.setMenu(menu)
            menu.aboutToShow.connect(fill)

    @property
    def buttons(self) -> tuple[KitButton, ...]:
        """What stands in the header."""
        return self._forms, self._more

    def show_facts(self, facts: Facts) -> None:
        """Whose forms there are, and which earlier answers."""
        self._facts = facts

    def fill_forms(self) -> None:
        """A form for all together, and one for each agency; a form that came back."""
        self.forms.clear()
        if self._facts is None:
            return
        for key, name in {JOINT: "Joint answers", **self._facts.agencies}.items():
            title = f"{OUT.removesuffix(' an agency…')} {name}…".replace("&", "&&")
            self.forms.addAction(title, partial(self._ask_out, key))
        self.forms.addSeparator()
        self.forms.addAction(BACK, self._ask_back)

    def fill_more(self) -> None:
        """What is done seldom."""
        self.more.clear()
        self.more.addAction("A&gree the drafts that are shown", self.agree_wanted.emit)
        self.more.addAction("&Add a criterion or marker…", self.new_wanted.emit)
        self.more.addAction("The &paper…", self._go_to_paper)
        self.more.addAction("Save for &Word…", self._ask_word)
        self.more.addSeparator()
        for offer in self._facts.earlier if self._facts else ():
            self.more.addAction(_forward_words(offer), partial(self.bring, offer.inspection.id))

    def export_to(self, path: Path, agency: str = JOINT) -> None:
        """Write the form of an agency."""
        inspection_id = self._desk.inspection_id
        self.write(
            path,
            WRITING,
            lambda workspace: self_evaluation_forms.export(workspace, inspection_id, path, agency),
        )

    def save_for_word(self, path: Path) -> None:
        """Write the paper as a document for Word."""
        inspection_id = self._desk.inspection_id

        def act(workspace: Workspace) -> Changes:
            paper = word_papers.make(workspace, inspection_id, KEY)
            return papers.save(workspace, inspection_id, paper, path)

        self.write(path, WRITING_WORD, act)

    def bring(self, from_id: str) -> None:
        """Bring an earlier inspection’s answers forward; undo takes all of it back."""
        inspection_id = self._desk.inspection_id

        def done(changes: Changes) -> None:
            self._tell(f"{changes.summary}. Each is marked until somebody looks at it.")

        self._desk.hub.act(
            lambda workspace: self_evaluation.bring(workspace, inspection_id, from_id),
            done,
            self.said.emit,
        )

    def import_from(self, path: Path) -> SelfPreview:
        """Show what the form would change, once it is read."""
        view, inspection_id = SelfPreview(), self._desk.inspection_id

        def act_of(seen: Preview) -> Act:
            taken = view.taken
            return lambda workspace: self_evaluation_forms.apply(
                workspace, inspection_id, seen, taken
            )

        self.show_file(
            self._over,
            TITLE,
            path,
            view,
            lambda workspace, say, stop: self_evaluation_forms.preview(
                workspace, inspection_id, path, say, stop
            ),
            act_of,
        )
        return view

    def _go_to_paper(self) -> None:
        self._desk.go.emit("papers", KEY)

    def _ask_out(self, agency: str) -> None:
        path = ask_where(self._forms, OUT, f"self-evaluation-{agency or 'joint'}")
        if path:
            self.export_to(path, agency)

    def _ask_back(self) -> None:
        path = ask_which(self._forms, TITLE)
        if path:
            self.import_from(path)

    def _ask_word(self) -> None:
        usual = f"{KEY}{word_papers.SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(self._more, "Save for Word", usual, WORD)
        if name:
            self.save_for_word(Path(name))


def _forward_words(offer: EarlierOffer) -> str:
    """Bring forward 34 answers of Northmoor, March 2025."""
    day = london(offer.inspection.notified).date()
    when = f"{MONTHS[day.month - 1]} {day.year}"
    area = offer.inspection.area.replace("&", "&&")
    return f"Bring forward {counted(offer.answers, 'answer')} of {area}, {when}"
