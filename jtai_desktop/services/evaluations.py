"""What a person can do about evaluations: ask for them, write, move them on, set our own time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.conversations.selection import is_selected
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.evaluation import JOINT, Evaluation, Key, Move, Stage
from jtai_desktop.domain.evaluations.frame import Frame, HeadField, Question
from jtai_desktop.domain.evaluations.writing import Signed
from jtai_desktop.domain.evaluations.writing import move as moved
from jtai_desktop.domain.evaluations.writing import write as written
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import counted, listed, moment_short
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.services import register
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import conversations, documents, people
from jtai_desktop.store import evaluations as stored

GONE = "This evaluation is no longer in the list. Choose another."
STAGE_WORDS = {
    Stage.ASKED: "asked for",
    Stage.DRAFTING: "being drafted",
    Stage.RETURNED: "returned",
    Stage.AGREED: "agreed",
}


def frame_of(pack: Pack) -> Frame:
    """The questions and the head of the form, as the pack of the inspection has them."""
    return Frame(
        tuple(Question(q.number, q.title, q.short, q.paragraph) for q in pack.questions),
        tuple(HeadField(each.key, each.title, each.detail) for each in pack.evaluation_head),
    )


def ask(
    workspace: Workspace,
    inspection_id: str,
    child_ids: Sequence[str],
    agency: str,
    internal: Moment | None = None,
) -> Changes:
    """Ask an agency for its own evaluation of these children, with our own time if there is one."""
    children = [_child(workspace, inspection_id, each) for each in dict.fromkeys(child_ids)]
    if not children:
        raise Refused("Choose the children it is asked for.", place="Child")
    return _ask(workspace, inspection_id, children, [agency], internal)


def ask_involved(
    workspace: Workspace, inspection_id: str, child_id: str, internal: Moment | None = None
) -> Changes:
    """Ask each agency that is involved with a child and was not asked yet."""
    child = _child(workspace, inspection_id, child_id)
    with workspace.reading() as session:
        every = stored.load(session, inspection_id)
    have = {each.agency for each in every if each.child_id == child_id}
    new = [key for key in child.agencies if key not in have]
    if not new:
        raise Refused(f"{child.label}: every agency involved was asked already.", place=child.label)
    return _ask(workspace, inspection_id, [child], new, internal)


def take_back_request(workspace: Workspace, inspection_id: str, evaluation_id: str) -> Changes:
    """Take out what was asked of an agency by mistake; not once anything is written."""
    called = _called(workspace, inspection_id, evaluation_id)
    with workspace.action(
        "evaluation.not-asked", f"{called}: no longer asked for", inspection_id
    ) as work:
        found = _here(work, inspection_id, evaluation_id)
        if found.is_joint:
            raise Refused(f"{called}: each child has one, so it stays.", place=found.child)
        if found.texts or found.stage is not Stage.ASKED:
            raise Refused(f"{called}: something is written already, so it stays.", place=called)
        stored.remove(work.session, found)
    return work.changes


def set_internal(
    workspace: Workspace, inspection_id: str, evaluation_ids: Sequence[str], moment: Moment | None
) -> Changes:
    """Set our own, earlier time for some evaluations at once, or take it away."""
    when = f"internal time {moment_short(moment)}" if moment else "no internal time"
    summary = f"{counted(len(set(evaluation_ids)), 'evaluation')}: {when}"
    with workspace.action("evaluation.internal-time", summary, inspection_id) as work:
        every = {each.id: each for each in stored.load(work.session, inspection_id)}
        for each in dict.fromkeys(evaluation_ids):
            if each not in every:
                raise Refused(GONE, place="Evaluation")
            stored.change(work.session, replace(every[each], internal=moment))
    return work.changes


def write(
    workspace: Workspace, inspection_id: str, evaluation_id: str, texts: Mapping[Key, str]
) -> Changes:
    """Keep what was written; the first text begins the draft."""
    frame = frame_of(register.pack_of(workspace, inspection_id))
    return _change(
        workspace,
        inspection_id,
        evaluation_id,
        "evaluation.written",
        _what(frame, texts),
        lambda found: written(found, frame, texts, signed(workspace)),
    )


def move(
    workspace: Workspace, inspection_id: str, evaluation_id: str, stage: Stage, reason: str = ""
) -> Changes:
    """Take an evaluation one step further, or back with a reason. “Agreed” is never undone."""
    frame = frame_of(register.pack_of(workspace, inspection_id))
    return _change(
        workspace,
        inspection_id,
        evaluation_id,
        f"evaluation.{stage}",
        STAGE_WORDS[stage],
        lambda found: moved(found, frame, stage, signed(workspace), reason),
    )


def agency_names(workspace: Workspace, inspection_id: str) -> dict[str, str]:
    """What each agency is called here, by its key."""
    with workspace.reading() as session:
        known = people.load(session, inspection_id)
    return {each.key: each.short for each in known.agencies}


def called(evaluation: Evaluation, names: Mapping[str, str]) -> str:
    """Child A, joint evaluation; Child A, Police."""
    return evaluation.called(names.get(evaluation.agency, ""))


def _ask(
    workspace: Workspace,
    inspection_id: str,
    children: Sequence[Child],
    agencies: Sequence[str],
    internal: Moment | None,
) -> Changes:
    names = agency_names(workspace, inspection_id)
    for key in agencies:
        if key == JOINT or key not in names:
            raise Refused(f"There is no agency {shown(key)} here.", place="Agency")
    of_whom = listed([names[key] for key in agencies])
    summary = f"{listed([each.label for each in children])}: own evaluation of {of_whom} asked for"
    with workspace.action("evaluation.asked", summary, inspection_id) as work:
        have = {(each.child_id, each.agency) for each in stored.load(work.session, inspection_id)}
        chosen = conversations.choices(work.session, inspection_id)
        for child, key in product(children, agencies):
            if not is_selected(chosen.get(child.id, ())):
                sentence = f"{child.label} is no longer among the selected children."
                raise Refused(sentence, place=child.label)
            if (child.id, key) in have:
                sentence = f"{child.label}, {names[key]}: it was asked for already."
                raise Refused(sentence, place=child.label)
            stored.add(work.session, inspection_id, _asked(workspace, child, key, internal))
    return work.changes


def _asked(workspace: Workspace, child: Child, key: str, internal: Moment | None) -> Evaluation:
    by = signed(workspace)
    asked = Move(1, Stage.ASKED, by.when, by.by)
    return Evaluation(workspace.new_id(), child.id, child.label, key, internal, moves=(asked,))


def _what(frame: Frame, texts: Mapping[Key, str]) -> str:
    """Which places were written, in a few words; never what was written."""
    if len(texts) == 1:
        (key,) = texts
        return f"{frame.called(key)} written"
    return f"{counted(len(texts), 'text')} written"


def _change(
    workspace: Workspace,
    inspection_id: str,
    evaluation_id: str,
    action: str,
    words: str,
    rule: Callable[[Evaluation], Evaluation],
) -> Changes:
    summary = f"{_called(workspace, inspection_id, evaluation_id)}: {words}"
    with workspace.action(
        action, summary, inspection_id, undoable=action != f"evaluation.{Stage.AGREED}"
    ) as work:
        found = _here(work, inspection_id, evaluation_id)
        stored.change(work.session, rule(found))
    return work.changes


def signed(workspace: Workspace) -> Signed:
    """Who does it, and when."""
    return Signed(workspace.now, Who(workspace.person, workspace.on_behalf_of))


def _here(work: Work, inspection_id: str, evaluation_id: str) -> Evaluation:
    return _one(stored.load(work.session, inspection_id), evaluation_id)


def _called(workspace: Workspace, inspection_id: str, evaluation_id: str) -> str:
    with workspace.reading() as session:
        found = _one(stored.load(session, inspection_id), evaluation_id)
    return called(found, agency_names(workspace, inspection_id))


def _one(every: Sequence[Evaluation], evaluation_id: str) -> Evaluation:
    for each in every:
        if each.id == evaluation_id:
            return each
    raise Refused(GONE, place="Evaluation")


def _child(workspace: Workspace, inspection_id: str, child_id: str) -> Child:
    with workspace.reading() as session:
        for child in documents.children(session, inspection_id):
            if child.id == child_id:
                return child
    raise Refused("This child is no longer in the list. Choose another.", place="Child")
