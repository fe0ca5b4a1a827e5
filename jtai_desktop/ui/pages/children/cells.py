"""What one cell of the grid shows and says: the state, the late mark, versions, printed or not."""

from dataclasses import dataclass

from jtai_desktop.domain.documents import printed
from jtai_desktop.domain.documents.children import spoken
from jtai_desktop.domain.documents.doubts import DoubtKind
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.documents.lateness import said as late_said
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.documents.track import Theirs
from jtai_desktop.domain.wording import moment_near
from jtai_desktop.guidance.requested import DocumentKind
from jtai_desktop.ui.evaluations.looks import look_of_late, look_of_stage, stands_at
from jtai_desktop.ui.pages.children.facts import Facts, is_printed
from jtai_desktop.ui.talks.looks import look_of_talk
from jtai_desktop.ui.talks.words import said_of
from jtai_desktop.ui.theme.states import State, StateLook, look_of
from jtai_desktop.ui.theme.tokens import Role

# What the ring is on where it is on the conversations of a child.
OF_CHILD = "child:"
# The same, on its evaluation.
EVALUATED = "evaluated:"
LATE = {Late.NO: "", Late.TO_US: "Late to us", Late.LATE: "Late"}


@dataclass(frozen=True, slots=True)
class GridCell:
    """A state with its word; `fill` is the ground of a cell that means: act.

    `small` is the line under the word, `warns` that it is a warning, `last` one more where there is
    room; `said` is all of it in words.
    """

    state: StateLook
    fill: Role | None = None
    small: str = ""
    warns: bool = False
    printed: bool = False
    item_id: str = ""
    said: str = ""
    last: str = ""

    @property
    def plain(self) -> str:
        """The cell in a copied table."""
        late = self.small if self.fill is Role.LATE else ""
        mark = "" if late else self.small
        parts = (self.state.said, late, mark, "printed" if self.printed else "")
        return ", ".join(each for each in parts if each)


def cell_of(facts: Facts, child: Child, kind: DocumentKind) -> GridCell:
    """The cell of a child and a kind."""
    entry = facts.entry(child.id, kind.number)
    if entry is None:
        nothing = look_of(State.NOT_ASKED)
        return GridCell(nothing, said=f"{child.label}, {kind.short}: {nothing.said}")
    state, fill = _state(entry)
    small, warns = _small(entry)
    return GridCell(
        state=state,
        fill=fill,
        small=small,
        warns=warns,
        printed=is_printed(entry),
        item_id=entry.item.id,
        said=_said(facts, entry),
    )


@dataclass(frozen=True, slots=True)
class TalksCell:
    """Where each conversation with a child’s people stands, with what is to tell below it."""

    looks: tuple[StateLook, ...]
    key: str
    said: str


def talks_of(facts: Facts, child: Child) -> TalksCell:
    """The cell of a child’s conversations."""
    looks: list[StateLook] = []
    spoken_ones = [f"{child.label}, conversations"]
    for talk in facts.view.conversations.of_child(child.id):
        look = look_of_talk(talk.state)
        looks.append(look.worded(f"{talk.person.word}: {look.word}"))
        spoken_ones.append(f"{talk.person.word}: {said_of(talk)}")
        if talk.standing.open_duties:
            looks.append(look_of(State.TELL_LEAD_INSPECTOR))
    return TalksCell(tuple(looks), f"{OF_CHILD}{child.id}", "; ".join(spoken_ones))


def evaluation_of(facts: Facts, child: Child) -> GridCell | None:
    """The cell of a child’s joint evaluation, with how many of the agencies’ own are here."""
    found = facts.view.evaluations()
    joint, own = found.joint_of(child.id), found.own_of(child.id)
    if joint is None:
        return None
    late = look_of_late(joint)
    own_late = sum(1 for each in own if each.late is not Late.NO)
    own_said = f"own evaluations of agencies {found.own_back_of(child.id)}" if own else ""
    parts = (
        f"{child.label}, joint evaluation: {stands_at(joint)}",
        own_said,
        f"{own_late} of them late" if own_late else "",
    )
    return GridCell(
        state=look_of_stage(joint.evaluation),
        fill=Role.LATE if late is not None else None,
        small=joint.filled_of,
        item_id=f"{EVALUATED}{child.id}",
        said=", ".join(each for each in parts if each),
        last=f"own {found.own_back_of(child.id)}" if own else "",
    )


def child_lines(child: Child) -> tuple[str, str, str]:
    """Label; reference and age; why in scope."""
    age = f"age {child.aged}" if child.aged else ""
    return child.label, ", ".join(each for each in (child.reference, age) if each), child.in_scope


def child_said(facts: Facts, child: Child) -> str:
    """Child C, NM-03, age 15, In care: 3 of 7 sent, 0 printed."""
    done, every = facts.printed(child.id)
    return f"{spoken(child)}: {facts.child_counts(child.id).sent_of}, {done} of {every} printed"


def _state(entry: Entry) -> tuple[StateLook, Role | None]:
    """How the state is shown, and the ground of the cell: late before what looks wrong."""
    ours = look_of(entry.ours.value)
    if entry.late is not Late.NO:
        return ours, Role.LATE
    if entry.theirs is Theirs.QUERY:
        return look_of(State.QUERY), Role.WARNING
    if any(each.kind is DoubtKind.NO_REASON for each in entry.doubts):
        return look_of(State.WARNING).worded("No reason"), Role.WARNING
    return ours, None


def _small(entry: Entry) -> tuple[str, bool]:
    """The line under the word: late, a warning, or which version there is."""
    if entry.late is not Late.NO:
        return LATE[entry.late], False
    doubts = [
        each for each in entry.doubts if each.kind not in {DoubtKind.NO_REASON, DoubtKind.QUERY}
    ]
    if entry.sent and entry.here > entry.sent and _newer_waits(entry):
        return f"v{entry.sent} → v{entry.here}", True
    if doubts:
        return doubts[0].fact, True
    return (f"v{entry.here}" if entry.here else ""), False


def _newer_waits(entry: Entry) -> bool:
    return any(each.newer is not None for each in entry.standings)


def _said(facts: Facts, entry: Entry) -> str:
    """State, what, until when; then versions, warnings and prints."""
    item = entry.item
    due = f"due {moment_near(entry.first_due, facts.today)}" if entry.first_due else ""
    held = f"version {entry.here} here" if entry.here else ""
    sent = f"inspectors hold version {entry.sent}" if entry.sent else ""
    on_paper = [printed.said(each) for each in entry.documents if each.copied]
    parts = (
        f"{look_of(entry.ours.value).said}, {item.called} {item.short}",
        late_said(entry.late, entry.late_by),
        due if entry.open else "",
        held,
        sent,
        *(each.fact for each in entry.doubts),
        *on_paper,
    )
    return ", ".join(each for each in parts if each)
