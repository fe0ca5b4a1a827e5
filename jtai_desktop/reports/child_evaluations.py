"""The evaluations of a child: how each stands, and question by question what each one says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.evaluations.evaluation import HEAD, OWN_PARTS, PART_WORDS, Part, Stage
from jtai_desktop.domain.evaluations.frame import OF_THE_JOINT
from jtai_desktop.domain.evaluations.register import Entry, Nudge
from jtai_desktop.domain.wording import counted, listed, stamp
from jtai_desktop.reports import evaluation_cells
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Row,
    SectionRow,
    Sentence,
    Sign,
    Table,
)
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.pack import Sheet

TITLE = "Evaluations"
JOINT = "Joint"
STANDING = (
    Column("Whose", 27, names_row=True),
    Column("Stands at", 38),
    Column("Answered", 20),
    Column("Since, by", 51),
    Column("Lacking", 44),
)
STANDING_FOR_INSPECTORS = (
    Column("Whose", 27, names_row=True),
    Column("Stands at", 38),
    Column("Answered", 115),
)
# Short texts stand side by side; with a long one among them all stand below one another.
BESIDE = (
    Column("Whose", 27, names_row=True),
    Column("Evaluation", 43),
    Column("Evidence", 35),
    Column("Impact", 39),
    Column("The child’s own view", 36),
)
BELOW = (Column("Whose", 27, names_row=True), Column("What is said", 153))
LONG = 320
LEAD = 0.36
OF_DIFFERENCES = {Part.DIFFERENCE: "Seen differently", Part.SETTLED: "How settled"}
LACKS = {Nudge.IMPACT: "No impact", Nudge.VIEW: "No own view", Nudge.EVIDENCE: "No evidence"}
NOT_SAID = "No answer"
NOTHING = "No evaluation of this child is asked for yet."
TO_FOLLOW = "The evaluations of this child are to follow."
NO_QUESTIONS = "The guidance pack of this inspection asks no questions."


@dataclass(frozen=True, slots=True)
class _Told:
    """The evaluations of a child, the joint one first; `entries` are those told in full."""

    material: Material
    every: tuple[Entry, ...]
    entries: tuple[Entry, ...]

    @property
    def is_long(self) -> bool:
        """Whether a text is too long to be read in a narrow column."""
        return any(
            len(text) > LONG
            for each in self.entries
            for key, text in each.evaluation.texts.items()
            if key.question != HEAD and key.part in OWN_PARTS
        )

    def whose(self, entry: Entry) -> str:
        """Joint; Police: by the name the agency has here."""
        agency = entry.evaluation.agency
        return self.material.agency_short(agency) if agency else JOINT


def child_evaluations_sheet(material: Material, child: Child) -> Sheet:
    """For inspectors the joint one once it is agreed, and those that agencies have returned."""
    told = _told(material, child)
    return Sheet(
        f"{TITLE}, {child.label}",
        material.readers,
        tuple(_blocks(told)),
        about=_about(child),
        footer=f"evaluations, {child.label}",
        kind="Evaluations of a child",
    )


def evaluated(material: Material) -> tuple[Child, ...]:
    """The children of whom there is an evaluation that this reader is told of."""
    return tuple(child for child in material.children if _told(material, child).entries)


def _told(material: Material, child: Child) -> _Told:
    """Which agencies have still to bring theirs is not for inspectors."""
    joint = material.evaluations.joint_of(child.id)
    own = material.evaluations.own_of(child.id)
    if material.for_inspectors:
        own = tuple(each for each in own if each.is_finished)
    every = (joint, *own) if joint else own
    told = tuple(each for each in every if each.is_finished or not material.for_inspectors)
    return _Told(material, every, told)


def _about(child: Child) -> str:
    """Reference NM-03, age 15."""
    reference = f"reference {child.reference}" if child.reference else ""
    said = ", ".join(filter(None, (reference, f"age {child.aged}" if child.aged else "")))
    return said[:1].upper() + said[1:]


def _blocks(told: _Told) -> Iterator[Block]:
    inspectors = told.material.for_inspectors
    columns = STANDING_FOR_INSPECTORS if inspectors else STANDING
    yield Heading("How they stand", _due(told))
    yield Table(columns, tuple(_standing(told, each) for each in told.every), NOTHING)
    if not told.entries:
        if told.every:
            yield Sentence(TO_FOLLOW)
        return
    if head := tuple(_head(told)):
        yield Heading("The child")
        yield Facts(head, lead=LEAD)
    questions = told.material.evaluations.frame.questions
    yield Heading("What they say", counted(len(questions), "question"))
    rows = tuple(_sections(told)) if questions else ()
    yield Table(BELOW if told.is_long else BESIDE, rows, NO_QUESTIONS, whole=True)
    yield Sentence("", quiet=True, aside="End of evaluations")


def _due(told: _Told) -> str:
    due = next((each.due for each in told.every), None)
    return f"due {told.material.due(due)}" if due else ""


def _standing(told: _Told, entry: Entry) -> Row:
    """Whose it is and where it stands; when that was, by whom and what lacks is our own matter."""
    material, state = told.material, evaluation_cells.state_cell(told.material, entry)
    if material.for_inspectors:
        answered = entry.filled_of if entry.is_finished else NOBODY
        return Cell(told.whose(entry)), state, Cell(answered)
    return (
        Cell(told.whose(entry)),
        replace(state, below=(*state.below, *_to_us(material, entry))),
        Cell(entry.filled_of),
        _since(material, entry),
        _lacking(entry),
    )


def _to_us(material: Material, entry: Entry) -> tuple[Cell, ...]:
    """Our own, earlier time, while it counts."""
    ours = None if entry.is_finished else entry.evaluation.internal
    return (Cell(f"to us by {material.due(ours)}", quiet=True),) if ours else ()


def _since(material: Material, entry: Entry) -> Cell:
    """The last step, with its reason where it was one back."""
    if not entry.evaluation.moves:
        return Cell(NOBODY)
    last = entry.evaluation.moves[-1]
    lines = [material.signed(last.by.signed), last.reason]
    below = tuple(Cell(line, quiet=True) for line in lines if line)
    return Cell(stamp(last.when), below=below)


def _lacking(entry: Entry) -> Cell:
    """What answers lack and what is not settled, by the numbers of the questions."""
    said = []
    if entry.evaluation.stage is not Stage.AGREED:
        for nudge, words in LACKS.items():
            numbers = [str(each.question) for each in entry.lacks if each.nudge is nudge]
            said += [f"{words}: {listed(numbers)}"] if numbers else []
    cells = [Cell(line) for line in said]
    if entry.unsettled:
        open_ones = listed([str(each) for each in entry.unsettled])
        cells.insert(0, Cell(f"Not settled: {open_ones}", Sign.WARNING, strong=True))
    if not cells:
        return Cell(NOBODY)
    return Cell(cells[0].text, cells[0].sign, cells[0].strong, below=tuple(cells[1:]))


def _head(told: _Told) -> Iterator[Fact]:
    """The fields of the head of the form; by whom, where agencies write there as well."""
    frame, joint = told.material.evaluations.frame, told.entries[0].evaluation.is_joint
    for each in frame.fields(joint=joint):
        found = [(entry, entry.evaluation.text(HEAD, each.key)) for entry in told.entries]
        said = [
            text if entry.evaluation.is_joint else f"{told.whose(entry)}: {text}"
            for entry, text in found
            if text
        ]
        # What the inspector is to say has room for a pen.
        nothing = "" if each.key in OF_THE_JOINT else NOBODY
        yield Fact(each.title, "\n".join(said) or nothing)


def _sections(told: _Told) -> Iterator[Row | SectionRow]:
    """The questions, each with what is said, whose it is first."""
    for each in told.material.evaluations.frame.questions:
        yield SectionRow(str(each.number), each.title, f"¶{each.paragraph}" * bool(each.paragraph))
        yield from _question_rows(told, each.number)


def _question_rows(told: _Told, number: int) -> Iterator[Row]:
    """One row for each that says something; what is seen differently, and who says nothing."""
    silent = []
    for entry in told.entries:
        texts = [entry.evaluation.text(number, part) for part in OWN_PARTS]
        if any(texts):
            yield _beside(told.whose(entry), texts, long=told.is_long)
        else:
            silent.append(told.whose(entry))
        if entry.evaluation.is_joint:
            yield from _differences(entry, number)
    if silent:
        yield Cell(NOT_SAID), Cell(", ".join(silent), quiet=True)


def _beside(whose: str, texts: list[str], *, long: bool) -> Row:
    if not long:
        return Cell(whose), *(Cell(text or NOBODY) for text in texts)
    said = zip((PART_WORDS[part] for part in OWN_PARTS), texts, strict=True)
    lines = [line for name, text in said if text for line in (Cell(name, strong=True), Cell(text))]
    return Cell(whose), replace(lines[0], below=tuple(lines[1:]))


def _differences(entry: Entry, number: int) -> Iterator[Row]:
    """What agencies see differently; with a warning where nobody says how it was settled."""
    for part, words in OF_DIFFERENCES.items():
        if text := entry.evaluation.text(number, part):
            yield Cell(words), Cell(text)
    if number in entry.unsettled:
        yield Cell(OF_DIFFERENCES[Part.SETTLED]), Cell("Not settled yet", Sign.WARNING, strong=True)
