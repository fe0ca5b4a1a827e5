"""What the page of the self-evaluation shows, read in one go on the vault’s thread."""

from collections.abc import Mapping
from dataclasses import dataclass

from jtai_desktop.domain.self_evaluation.answer import DOCUMENT
from jtai_desktop.domain.self_evaluation.register import Entry, SelfEvaluation, Stand
from jtai_desktop.services import overview, self_evaluation
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.self_evaluation import EarlierOffer
from jtai_desktop.services.workspace import Workspace

GONE = "no longer here"
BEGIN = "Nothing is answered yet: write at the right, or send out a form"


@dataclass(frozen=True, slots=True)
class Facts:
    """The self-evaluation as it stands, and what its links are called."""

    view: Overview
    found: SelfEvaluation
    agencies: Mapping[str, str]
    documents: Mapping[str, str]
    items: Mapping[str, str]
    earlier: tuple[EarlierOffer, ...] = ()

    @property
    def fact(self) -> str:
        """20 of 71 agreed, 21 drafts, 30 missing; what to do where nothing is answered."""
        if not self.found.is_begun:
            return BEGIN
        counts, number = self.found.counts, len(self.found.entries)
        drafts = counts[Stand.DRAFT]
        parts = [f"{counts[Stand.AGREED]} of {number} agreed"]
        parts += [f"{drafts} draft{'' if drafts == 1 else 's'}"] if drafts else []
        parts += [f"{counts[Stand.MISSING]} missing"] if counts[Stand.MISSING] else []
        return ", ".join(parts)

    def agency(self, key: str) -> str:
        """What an agency is called here; all together are “Joint”."""
        return self.agencies.get(key, key) if key else "Joint"

    @property
    def linkable(self) -> dict[str, str]:
        """Whatever can show an answer, by its key: documents of the register, then audits."""
        documents = sorted(self.documents.items(), key=lambda each: each[1])
        audits = {each.audit: each.called for each in self.view.headlines}
        return {**{f"{DOCUMENT}{key}": words for key, words in documents}, **audits}

    def linked(self, target: str) -> str:
        """What a link is called."""
        return self.linkable.get(target, GONE)

    def entry(self, key: str) -> Entry | None:
        """The point of a row."""
        return self.found.entry(key)


def read(workspace: Workspace, inspection_id: str) -> Facts:
    """Everything at once."""
    view = overview.load(workspace, inspection_id)
    return Facts(
        view=view,
        found=view.self_evaluation(),
        agencies={each.key: each.short for each in view.agencies},
        documents=_documents(view),
        items={d.id: a.item_id for d in view.documents for a in reversed(d.answers)},
        earlier=self_evaluation.earlier_ones(workspace, inspection_id),
    )


def _documents(view: Overview) -> dict[str, str]:
    """Each document of the register by the item it answers, such as “4.6 Problem profile”."""
    items = {item.id: item for item in view.items}
    called = {}
    for document in view.documents:
        answered = [items[a.item_id] for a in document.answers if a.item_id in items]
        first = min(answered, key=lambda each: each.position, default=None)
        if first is None or first.child is None:
            code = f"{first.code} " if first else ""
            called[document.id] = f"{code}{document.title}"
    return called
