"""What the panel asks the vault to do with a document, each as one call of the services."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Concatenate, ParamSpec

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.copies import CopyOut
from jtai_desktop.domain.documents.document import Answer, Document, Version
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.services import (
    copies_out,
    document_details,
    documents,
    histories,
    register,
    requests,
)
from jtai_desktop.services.documents import Said
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.documents.panel.viewer import Shown, looked_at
from jtai_desktop.ui.shell.hub import Act, Read

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Beside:
    """The history of an item and its document, the files astray, the copies that lie outside.

    `partly` are the copies of which the writing was interrupted.
    """

    lines: tuple[HistoryLine, ...]
    astray: Mapping[int, str] = field(default_factory=dict)
    copies: tuple[CopyOut, ...] = ()
    partly: frozenset[str] = frozenset()


class Deeds:
    """The actions and readings of one inspection."""

    def __init__(self, inspection_id: str) -> None:
        self._inspection_id = inspection_id

    def note_internal(self, document_id: str, text: str) -> Act:
        """The note that stays here."""
        return self._bound(document_details.note_internal, document_id, text)

    def note_inspectors(self, document_id: str, text: str) -> Act:
        """The note that goes with it."""
        return self._bound(document_details.note_inspectors, document_id, text)

    def note_item(self, item_id: str, text: str, *, internal: bool) -> Act:
        """A note on the item: the one that stays here, or the one that goes with it."""
        return self._bound(document_details.note_item, item_id, text, internal=internal)

    def remove_request(self, item_id: str) -> Act:
        """A request that was added by hand is not needed."""
        return self._bound(requests.remove, item_id)

    def link(self, document_id: str, item_id: str, pages: str) -> Act:
        """It answers an item, on these pages."""
        return self._bound(document_details.answer, document_id, item_id, pages)

    def unlink(self, document_id: str, item_id: str) -> Act:
        """It does not answer it after all."""
        return self._bound(document_details.answer_no_more, document_id, item_id)

    def correct(self, document_id: str, line_id: str, reason: str) -> Act:
        """An entry that lasts was wrong."""
        said = Said(reason=reason, corrects=line_id)
        return self._bound(documents.take_step, Step.CORRECT, [document_id], said)

    def add_document(self, title: str, agency: str, item_id: str) -> Act:
        """A further document that answers an item."""
        return self._bound(register.add_document, title, agency, [Answer(item_id)])

    def gone(self, copy_id: str) -> Act:
        """A copy outside is gone."""
        return self._bound(copies_out.say_gone, [copy_id])

    def save_copy(
        self, document_id: str, version: int, folder: Path, saved: Callable[[Path], None]
    ) -> Act:
        """Put a version into a folder; `saved` hears, on the vault’s thread, where it lies."""
        inspection_id = self._inspection_id

        def act(workspace: Workspace) -> Changes:
            path = copies_out.save_copy(workspace, inspection_id, document_id, version, folder)
            saved(path)
            return Changes("", frozenset({(Kind.COPY, document_id)}))

        return act

    def beside(self, item: Item, document: Document | None) -> Read[Beside]:
        """What is read for the panel alone."""
        inspection_id = self._inspection_id

        def read(workspace: Workspace) -> Beside:
            lines = list(histories.lines(workspace, inspection_id, Kind.ITEM, item.id))
            if document is None:
                return Beside(tuple(lines))
            lines += histories.lines(workspace, inspection_id, Kind.DOCUMENT, document.id)
            every = copies_out.still_out(workspace, inspection_id)
            mine = [each for each in every if each.copy.document_id == document.id]
            return Beside(
                tuple({line.number: line for line in lines}.values()),
                document_details.astray(workspace, document),
                tuple(each.copy for each in mine),
                frozenset(each.copy.id for each in mine if each.is_partly_there),
            )

        return read

    @staticmethod
    def content(version: Version) -> Read[Shown]:
        """What a version holds, unpacked so far that it only has to be painted."""
        return lambda workspace: looked_at(document_details.whole(workspace, version))

    def _bound(
        self,
        service: Callable[Concatenate[Workspace, str, P], Changes],
        *args: P.args,
        **given: P.kwargs,
    ) -> Act:
        inspection_id = self._inspection_id
        return lambda workspace: service(workspace, inspection_id, *args, **given)
