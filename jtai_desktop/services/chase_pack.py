"""The chase pack: what an agency or a person owes, ready to be sent, saved, and noted as chased."""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents import chasing
from jtai_desktop.domain.documents.cells import Row, rows
from jtai_desktop.domain.documents.chasing import ChaseItem, Letter
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.moments import Moment, london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import documents, overview, papers, register_cells
from jtai_desktop.services.documents import Said
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.workspace import Workspace

NAME = "Chase e-mail"
BY_MAIL = "E-mail"
COLLEAGUE = "colleague"
SEAL = 12
NO_DOCUMENT = "There is no document yet on which a chase could be noted. Add one first."


@dataclass(frozen=True, slots=True)
class ChasePack:
    """What is owed, as text and as HTML. `of` is who owes it, `whom` the role that is greeted."""

    of: str
    whom: str
    subject: str
    text: str
    html: str
    items: tuple[ChaseItem, ...]
    as_at: datetime

    @property
    def document_ids(self) -> tuple[str, ...]:
        """The documents that are chased, each once."""
        return tuple(dict.fromkeys(each.row.document_id for each in self.items if each.row[1]))


@dataclass(frozen=True, slots=True)
class _Whom:
    """Which rows are meant, who owes them, and whom the e-mail greets if it is not the owner."""

    wanted: Callable[[Row], bool]
    of: str
    greeted: str = ""


def pack_for(
    workspace: Workspace,
    inspection_id: str,
    *,
    agency: str = "",
    owner_id: str = "",
    document_ids: Collection[str] = (),
) -> ChasePack:
    """What one agency, one person, or some documents are waited for; refused where nothing is."""
    view = overview.load(workspace, inspection_id)
    names = register_cells.known_of(view)
    every = rows(view.register().entries)
    meant = _meant(view, agency, owner_id, document_ids)
    items = chasing.owed(every, names, meant.wanted)
    if not items:
        raise Refused(f"Nothing is waited for: {meant.of}.", place="Chase")
    asked_for = {item.row for item in items}
    theirs = [row for row in every if row.key in asked_for]
    letter = Letter(
        marking=view.council.marking,
        area=view.inspection.area,
        inspection=view.pack.words.inspection,
        whom=meant.greeted or _greeted(view, theirs),
        signed=workspace.signature,
        as_at=view.now,
        practice=view.inspection.practice,
    )
    return ChasePack(
        of=meant.of,
        whom=letter.whom,
        subject=chasing.subject(letter, items),
        text=chasing.to_text(letter, items),
        html=chasing.to_html(letter, items),
        items=items,
        as_at=view.now,
    )


def save(workspace: Workspace, inspection_id: str, pack: ChasePack, path: Path) -> Changes:
    """Write it as a page that Outlook and Word open, and note in the log that it left."""
    from jtai_desktop.exchange.chase_writing import page

    content = page(pack.subject, pack.html)
    seal = hashlib.sha256(content).hexdigest()[:SEAL]
    paper = Paper(NAME, pack.of, london(pack.as_at), content, pages=1, seal=seal)
    return papers.save(workspace, inspection_id, paper, path)


def log(
    workspace: Workspace,
    inspection_id: str,
    pack: ChasePack,
    *,
    how: str = BY_MAIL,
    whom: str = "",
    next: Moment | None = None,  # noqa: A002 - as it stands in the form
) -> Changes:
    """One chase on each document, all in one step; it lasts, for it was done outside."""
    if not pack.document_ids:
        raise Refused(NO_DOCUMENT, place="Chase")
    said = Said(way=how, whom=whom or pack.whom, due=next)
    return documents.take_step(workspace, inspection_id, Step.CHASE, pack.document_ids, said)


def _meant(view: Overview, agency: str, owner_id: str, document_ids: Collection[str]) -> _Whom:
    if document_ids:
        ids = frozenset(document_ids)
        of = counted(len(ids), "document")
        return _Whom(lambda row: row.key.document_id in ids, of)
    if owner_id:
        owner = view.contact(owner_id)
        if owner is None:
            raise Refused("That person is no longer on the page People.", place="Owner")
        return _Whom(lambda row: chasing.owner_of(row) == owner_id, owner.role, owner.role)
    short = papers.agency_of(view, agency).short
    return _Whom(lambda row: chasing.agency_of(row) == agency, short)


def _greeted(view: Overview, theirs: Collection[Row]) -> str:
    """Of one agency: who owns most of it, else its first contact. Of several: nobody’s role."""
    agencies = {chasing.agency_of(row) for row in theirs}
    if len(agencies) > 1:
        return COLLEAGUE
    owners = Counter(owner for row in theirs if (owner := chasing.owner_of(row)))
    found = [view.contact(owner) for owner, _ in owners.most_common(1)]
    of_agency = {each.id for each in view.agencies if each.key in agencies}
    found += [each for each in view.contacts if each.agency_id in of_agency]
    return next((each.role for each in found if each), COLLEAGUE)
