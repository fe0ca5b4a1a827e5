"""Arriving: where files come in; how far they are, how to stop, and what came of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain import texts
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.documents.panel.files import (
    Goal,
    Told,
    Way,
    as_documents,
    as_versions,
)
from jtai_desktop.ui.pages.vault.watch import Watch
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

Make = Callable[[str, Goal, Sequence[Path], Told], Way]


class Arriving(QWidget):
    """Takes files in beside the vault; after a second it says how far, and how to stop.

    Where several came at once it asks what they are: versions are never mixed up by a drop.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._goal: Goal | None = None
        self._under_way = 0
        self._paths: tuple[Path, ...] = ()
        self._watch = Watch()
        self._question = Words("", FontRole.LABEL, wrap=True)
        self.as_versions = small_button("Versions, in this order", "", self._take_versions)
        self.as_documents = small_button("Documents of their own", "", self._take_documents)
        self._cancel = LinkButton("Cancel", FontRole.LABEL)
        self._outcome = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._watch, *self._asking(), self._outcome):
            column.addWidget(part)
        self._cancel.clicked.connect(self.fold)
        self.fold()
        self.say("")

    @property
    def outcome(self) -> str:
        """What came of it, or what stands in the way."""
        return self._outcome.text()

    def take_in(self, goal: Goal, paths: Sequence[Path]) -> None:
        """Take in a file; of several ask first what they are."""
        self.fold()
        self.say("")
        self._goal, self._paths = goal, tuple(paths)
        if len(paths) > 1:
            self._ask()
        elif paths:
            self._take_versions()

    def fold(self) -> None:
        """Take the question away."""
        for part in self._asking():
            part.hide()

    def say(self, sentence: str) -> None:
        """One line under the versions."""
        self._outcome.setText(sentence)
        self._outcome.setVisible(bool(sentence))

    def _ask(self) -> None:
        names = ", ".join(texts.shown_name(path.name) for path in self._paths)
        self._question.setText(f"{len(self._paths)} files came: {names}. What are they?")
        for part in self._asking():
            part.show()
        self.as_documents.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asking(self) -> tuple[QWidget, ...]:
        return (self._question, self.as_versions, self.as_documents, self._cancel)

    def _take_versions(self) -> None:
        if self._goal is not None:
            self._begin(as_versions, self._goal)

    def _take_documents(self) -> None:
        if self._goal is not None:
            self._begin(as_documents, self._goal)

    def _begin(self, make: Make, goal: Goal) -> None:
        """All of them or none, where nobody stops it on the way."""
        self.fold()
        self._under_way += 1
        self._watch.begin(_taking(self._paths))
        way = make(self._desk.inspection_id, goal, self._paths, Told(self._goes_on))
        self._desk.hub.act_after(
            way.ready, way.task, way.record, lambda _changes: self._end(""), self._end
        )

    def _goes_on(self, share: float) -> bool:
        """Asked beside the vault: nobody stopped it, and the vault is not closed."""
        return self._watch.progress(share) and not self._desk.hub.is_leaving

    def _end(self, sentence: str) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._watch.end()
        self.say(sentence)


def _taking(paths: Sequence[Path]) -> str:
    return f"Taking in {len(paths)} files…" if len(paths) > 1 else "Taking in the file…"
