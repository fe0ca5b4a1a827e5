"""Forms of evaluations out and back: exported, compared three ways, taken in at once."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.evaluations.coming_back import TextBack, came_back
from jtai_desktop.domain.evaluations.evaluation import JOINT, Evaluation, Key, Stage
from jtai_desktop.domain.evaluations.form import FormFound, FormSheet, seal_of, sheet_of
from jtai_desktop.domain.evaluations.frame import Frame
from jtai_desktop.domain.evaluations.writing import LONGEST, Signed, answered
from jtai_desktop.domain.evaluations.writing import move as moved
from jtai_desktop.domain.evaluations.writing import write as written
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.sheets import ExportHead, Spot, Trouble
from jtai_desktop.domain.wording import counted, stamp
from jtai_desktop.exchange.form_clothing import Clothing
from jtai_desktop.services import evaluations, form_files, overview, papers, register
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.returned_workbooks import MOVED_ON, SHORT, belongs_elsewhere, older
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import evaluations as stored

Say = Callable[[str], None]
Stop = Callable[[], bool]
NAME = "Evaluation form"
GONE = "This evaluation is no longer asked for here, so nothing of it can be taken."
TAKEN_OUT = "This child is no longer among the selected children, so nothing is taken of it."
AGREED = "This evaluation is agreed. Take it back to “returned” first, with a reason."
OTHER_CHILD = "This form is not of the child that it was wanted for."


class Fate(StrEnum):
    """What taking a text in would come to."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text that would change: what it was when exported, what it is here, what it would be.

    A conflict was changed on both sides; it is taken only where somebody chooses it.
    """

    fate: Fate
    spot: Spot
    evaluation_id: str
    called: str
    key: Key
    place: str
    exported: str
    here: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a form in would do. With a problem nothing can be taken in."""

    file: str
    sha256: str
    as_at: datetime
    changes: tuple[TextChange, ...] = ()
    unchanged: int = 0
    problems: tuple[Trouble, ...] = ()
    remarks: tuple[Trouble, ...] = ()

    @property
    def takable(self) -> tuple[TextChange, ...]:
        """What is taken without a further word."""
        return tuple(each for each in self.changes if each.fate is not Fate.CONFLICT)

    @property
    def conflicts(self) -> tuple[TextChange, ...]:
        """What was changed here as well."""
        return tuple(each for each in self.changes if each.fate is Fate.CONFLICT)


def export(
    workspace: Workspace,
    inspection_id: str,
    path: Path,
    agency: str = JOINT,
    child_ids: Collection[str] | None = None,
) -> Changes:
    """Write the form of an agency for its children, or some; without an agency the joint one."""
    view = overview.load(workspace, inspection_id)
    paper = made(workspace, view, agency, child_ids, form_files.clothing_of(path))
    return papers.save(workspace, inspection_id, paper, path)


def made(
    workspace: Workspace,
    view: Overview,
    agency: str,
    child_ids: Collection[str] | None = None,
    clothing: Clothing = Clothing.WORKBOOK,
) -> Paper:
    """The form as a paper that can be saved and logged."""
    from jtai_desktop.exchange.evaluation_writing import Written

    short = papers.agency_of(view, agency).short if agency else "Joint evaluation"
    sheets = _sheets(view, agency, short, child_ids)
    if not sheets:
        sentence = f"{short}: no evaluation of these children is asked for. Ask for it first."
        raise Refused(sentence, place="Agency")
    as_at = london(view.now)
    bare = ExportHead(workspace.store.vault_id, view.inspection.id, as_at, view.council.close)
    head = replace(bare, seal=seal_of(bare, sheets))
    what = Written(
        head=head,
        sheets=sheets,
        marking=view.council.marking,
        title=f"{NAME}, {short}",
        about=_about(workspace, view, short, head.seal, clothing),
        practice=view.inspection.practice,
    )
    variant = f"{short}, {counted(len(sheets), 'child', 'children')}"
    return form_files.paper(NAME, variant, what, clothing, f"evaluation-{agency or 'joint'}")


def preview(
    workspace: Workspace,
    inspection_id: str,
    path: Path,
    child_id: str = "",
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
) -> Preview:
    """What a form would change; nothing is written. With a child given, only its form will do."""
    from jtai_desktop.exchange.evaluation_asking import ask

    found = ask(path, say, stop)
    first = found.sheets[0].name
    elsewhere = belongs_elsewhere(workspace, inspection_id, found.head, first)
    if elsewhere:
        return Preview(path.name, found.sha256, found.head.as_at, problems=elsewhere)
    seen = _compared(workspace, inspection_id, path.name, found)
    with workspace.reading() as session:
        every = {each.id: each for each in stored.load(session, inspection_id)}
    others = {id_ for id_ in found.names if id_ in every and every[id_].child_id != child_id}
    if child_id and others:
        label = found.names[min(others)]
        trouble = Trouble(Spot(label), label, "the form of the child", OTHER_CHILD)
        return replace(seen, problems=(trouble, *seen.problems))
    return seen


def apply(
    workspace: Workspace,
    inspection_id: str,
    seen: Preview,
    take: Collection[TextChange] = (),
    *,
    returned: bool = True,
) -> Changes:
    """Take in what a form says, and of the conflicts those chosen, all at once or not at all.

    Each evaluation with an answer is then “returned”, unless the agency is still writing.
    """
    if seen.problems:
        first = seen.problems[0].problem
        raise Refused(f"Nothing was taken in. {first}", place=first.place)
    wanted = [*seen.takable, *(each for each in seen.conflicts if each in take)]
    frame = evaluations.frame_of(register.pack_of(workspace, inspection_id))
    summary = (
        f"Evaluation form of {stamp(seen.as_at)} taken in:"
        f" {counted(len(wanted), 'text')}, sha256 {seen.sha256[:SHORT]}"
    )
    with workspace.action("evaluation.form-taken-in", summary, inspection_id) as work:
        every = {each.id: each for each in stored.load(work.session, inspection_id)}
        for evaluation_id, changes in _by_evaluation(wanted).items():
            before = every.get(evaluation_id)
            if before is None:
                raise Refused(GONE, place=changes[0].called)
            _refuse_moved_on(before, changes)
            after = _with(before, frame, changes, evaluations.signed(workspace))
            if returned:
                after = _returned(after, frame, evaluations.signed(workspace))
            stored.change(work.session, after)
    return work.changes


def _by_evaluation(wanted: Sequence[TextChange]) -> dict[str, list[TextChange]]:
    found: dict[str, list[TextChange]] = {}
    for each in wanted:
        found.setdefault(each.evaluation_id, []).append(each)
    return found


def _with(
    before: Evaluation, frame: Frame, changes: Sequence[TextChange], signed: Signed
) -> Evaluation:
    return written(before, frame, {each.key: each.wanted for each in changes}, signed)


def _returned(after: Evaluation, frame: Frame, signed: Signed) -> Evaluation:
    if after.stage is not Stage.DRAFTING or not answered(after, frame.numbers):
        return after
    return moved(after, frame, Stage.RETURNED, signed)


def _refuse_moved_on(before: Evaluation, changes: Sequence[TextChange]) -> None:
    for each in changes:
        if before.texts.get(each.key, "") != each.here:
            raise Refused(MOVED_ON, place=str(each.spot))


def _sheets(
    view: Overview, agency: str, short: str, child_ids: Collection[str] | None
) -> tuple[FormSheet, ...]:
    children = {child.id: child for child in view.children}
    frame = evaluations.frame_of(view.pack)
    return tuple(
        sheet_of(each, children[each.child_id], frame, short)
        for each in view.evaluated
        if each.agency == agency
        and each.child_id in children
        and (child_ids is None or each.child_id in child_ids)
    )


def _about(
    workspace: Workspace, view: Overview, short: str, seal: str, clothing: Clothing
) -> list[tuple[str, str]]:
    inspection = view.inspection
    return [
        ("Inspection", f"{inspection.area}: {view.pack.words.inspection}"),
        *([("Practice", "This is a practice inspection.")] if inspection.practice else []),
        ("For", short),
        ("As at", stamp(view.now)),
        ("Exported by", workspace.signature),
        ("Send it back", form_files.how_back(clothing, "child")),
        ("Export", seal),
    ]


def _compared(workspace: Workspace, inspection_id: str, name: str, found: FormFound) -> Preview:
    back = came_back(found)
    frame = evaluations.frame_of(register.pack_of(workspace, inspection_id))
    names = evaluations.agency_names(workspace, inspection_id)
    with workspace.reading() as session:
        every = {each.id: each for each in stored.load(session, inspection_id)}
    changes, problems, same = [], list(back.problems), back.unchanged
    for each in back.texts:
        here = every.get(each.evaluation_id)
        try:
            kept = _takable(here, frame, each)
        except Refused as refused:
            problems.append(_refusal(each, refused))
            continue
        if here is None or here.texts.get(each.key, "") == kept:
            same += 1
        else:
            changes.append(_change(here, frame, each, kept, names))
    log = papers.logged(workspace, inspection_id)
    return Preview(
        file=name,
        sha256=found.sha256,
        as_at=found.head.as_at,
        changes=tuple(changes),
        unchanged=same,
        problems=tuple(problems),
        remarks=(*older(found.head, found.sheets[0].name, NAME, log), *back.remarks),
    )


def _takable(here: Evaluation | None, frame: Frame, back: TextBack) -> str:
    """The text as it would be kept."""
    if here is None or back.key not in frame.keys(here):
        raise Refused(GONE)
    if not here.selected:
        raise Refused(TAKEN_OUT)
    if here.stage is Stage.AGREED and not frame.is_verdict(back.key):
        raise Refused(AGREED)
    return texts.note(back.text, frame.called(back.key), longest=LONGEST)


def _refusal(back: TextBack, refused: Refused) -> Trouble:
    length = f"{len(back.text):,} characters" if len(back.text) > LONGEST else ""
    return Trouble(back.spot, length, f"{LONGEST:,} at most" if length else "", str(refused))


def _change(
    here: Evaluation, frame: Frame, back: TextBack, kept: str, names: Mapping[str, str]
) -> TextChange:
    now = here.texts.get(back.key, "")
    fate = Fate.CONFLICT
    if now == back.exported:
        fate = Fate.CHANGED if now else Fate.NEW
    return TextChange(
        fate=fate,
        spot=back.spot,
        evaluation_id=here.id,
        called=evaluations.called(here, names),
        key=back.key,
        place=frame.called(back.key),
        exported=back.exported,
        here=now,
        wanted=kept,
    )
