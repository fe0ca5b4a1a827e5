"""What the inspectors hold: every version that was sent, with its hash, and who checked it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.documents.register import Register
from jtai_desktop.domain.documents.track import Sent, counting, standing
from jtai_desktop.domain.wording import clock, counted, day_short
from jtai_desktop.reports.blocks import Cell, Column, Row, Sentence, Sign, Table
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.pack import Sheet

TITLE = "What the inspectors hold"
FULL = (
    Column("No.", 19, names_row=True),
    Column("Document", 35),
    Column("Ver.", 8),
    Column("SHA-256", 25),
    Column("Sent", 41.5),
    Column("Checked by", 51.5),
)
FOR_INSPECTORS = (
    Column("No.", 22, names_row=True),
    Column("Document", 78),
    Column("Ver.", 12),
    Column("SHA-256", 30),
    Column("Sent", 38),
)
NOTHING = "Nothing was sent yet."
SHORT_HASH = 12
SAME_SLOT = "same passphrase"
SAME_SLOT_MEANS = " “Same passphrase”: it was added and checked under one passphrase."
WAYS = {"portal": "portal", "mail": "e-mail", "paper": "on paper"}


@dataclass(frozen=True, slots=True)
class Held:
    """One sending of one document; `codes` are the items that it answers."""

    codes: tuple[str, ...]
    document: Document
    sent: Sent


def held_sheet(material: Material) -> Sheet:
    """Version by version, in the order of the register."""
    held = tuple(every_sending(material.register))
    columns = FOR_INSPECTORS if material.for_inspectors else FULL
    rows = tuple(_row(material, each) for each in held)
    said = f"Of each file’s hash the first {SHORT_HASH} signs."
    if not material.for_inspectors and any(each.sent.same_slot for each in held):
        said += SAME_SLOT_MEANS
    blocks = (Table(columns, rows, NOTHING), Sentence(said, quiet=True, aside="End of list"))
    about = f"{counted(len(held), 'version')} sent"
    return Sheet(TITLE, material.readers, blocks, about, footer="what the inspectors hold")


def every_sending(register: Register) -> Iterable[Held]:
    """A later version does not take the earlier one back."""
    codes: dict[str, list[str]] = {}
    documents: dict[str, Document] = {}
    for entry in register.entries:
        for document in entry.documents:
            codes.setdefault(document.id, []).append(entry.item.called)
            documents[document.id] = document
    for document in documents.values():
        for sent in _sendings(document):
            yield Held(tuple(codes[document.id]), document, sent)


def _sendings(document: Document) -> Iterable[Sent]:
    """What each sending froze: the document as it stood just after it."""
    lines = tuple(counting(document.lines))
    for place, line in enumerate(lines, start=1):
        if line.step is Step.SEND:
            found = standing(replace(document, lines=lines[:place])).sent
            if found is not None:
                yield found


def _row(material: Material, held: Held) -> Row:
    sent = held.sent
    way = WAYS.get(sent.way, sent.way)
    by = () if material.for_inspectors else (Cell(f"by {material.signed(sent.by)}", quiet=True),)
    when = Cell(f"{day_short(sent.when.date())}, {clock(sent.when)}, {way}", below=by)
    row = (
        Cell("; ".join(held.codes)),
        Cell(held.document.title),
        Cell(f"v{sent.version}"),
        Cell(sent.sha256[:SHORT_HASH]),
        when,
    )
    return row if material.for_inspectors else (*row, _check(material, sent))


def _check(material: Material, sent: Sent) -> Cell:
    below = []
    if sent.override:
        below.append(Cell(f"Overridden: {sent.override}", Sign.OVERRIDDEN, strong=True))
    if sent.same_slot:
        below.append(Cell(SAME_SLOT, quiet=True))
    return Cell(material.signed(sent.checked_by) or NOBODY, below=tuple(below))
