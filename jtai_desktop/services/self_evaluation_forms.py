"""Forms of the self-evaluation out and back: exported, compared three ways, taken in at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.evaluations.coming_back import TextBack, came_back
from jtai_desktop.domain.evaluations.evaluation import Part as Column
from jtai_desktop.domain.evaluations.form import FormFound, seal_of
from jtai_desktop.domain.evaluations.writing import LONGEST
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.self_evaluation.answer import JOINT, PART_WORDS, Answer, Part
from jtai_desktop.domain.self_evaluation.form import (
    FORMAT,
    HEADINGS,
    PART_OF,
    WORDS,
    sheets_of,
    whose,
)
from jtai_desktop.domain.self_evaluation.point import Point
from jtai_desktop.domain.self_evaluation.writing import AGREED_ALREADY
from jtai_desktop.domain.sheets import ExportHead, Trouble
from jtai_desktop.domain.wording import counted, stamp
from jtai_desktop.exchange.form_clothing import Clothing
from jtai_desktop.services import form_files, overview, papers, self_evaluation
from jtai_desktop.services.evaluation_forms import Fate, Preview, Say, Stop, TextChange
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.returned_workbooks import MOVED_ON, SHORT, belongs_elsewhere, older
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import self_evaluation as stored

NAME = "Self-evaluation form"
GUIDE = (
    "Say what difference it makes for children, not what is done; then how you know. Leave empty"
    " what is not yours to answer. No names of children."
)
NOTHING = "Nothing is asked in this self-evaluation, so there is no form of it."
GONE = "This criterion or marker is no longer asked here, so nothing of it can be taken."


def export(workspace: Workspace, inspection_id: str, path: Path, agency: str = JOINT) -> Changes:
    """Write the form of an agency; without one that of all together."""
    view = overview.load(workspace, inspection_id)
    paper = made(workspace, view, agency, form_files.clothing_of(path))
    return papers.save(workspace, inspection_id, paper, path)


def made(
    workspace: Workspace, view: Overview, agency: str, clothing: Clothing = Clothing.WORKBOOK
) -> Paper:
    """The form as a paper that can be saved and logged."""
    from jtai_desktop.exchange.evaluation_writing import Written

    short = papers.agency_of(view, agency).short if agency else "Joint answers"
    sheets = sheets_of(view.self_evaluation().entries, agency, short)
    if not sheets:
        raise Refused(NOTHING, place="Self-evaluation")
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
        form=FORMAT,
        guide=GUIDE,
        headings=HEADINGS,
    )
    return form_files.paper(NAME, short, what, clothing, f"self-evaluation-{agency or 'joint'}")


def preview(
    workspace: Workspace,
    inspection_id: str,
    path: Path,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
) -> Preview:
    """What a form would change; nothing is written."""
    from jtai_desktop.exchange.evaluation_asking import ask
    from jtai_desktop.exchange.register_worker import SELF_EVALUATION

    found = replace(ask(path, say, stop, what=SELF_EVALUATION), words=WORDS)
    first = found.sheets[0].name
    elsewhere = belongs_elsewhere(workspace, inspection_id, found.head, first)
    if elsewhere:
        return Preview(path.name, found.sha256, found.head.as_at, problems=elsewhere)
    return _compared(workspace, inspection_id, path.name, found)


def apply(
    workspace: Workspace, inspection_id: str, seen: Preview, take: Collection[TextChange] = ()
) -> Changes:
    """Take in what a form says, and of the conflicts those chosen, all at once or not at all."""
    if seen.problems:
        first = seen.problems[0].problem
        raise Refused(f"Nothing was taken in. {first}", place=first.place)
    wanted = [*seen.takable, *(each for each in seen.conflicts if each in take)]
    with workspace.reading() as session:
        here = _by_place(stored.answers(session, inspection_id))
    texts_of: dict[tuple[str, str], dict[Part, str]] = {}
    for each in wanted:
        place, part = _place(each.evaluation_id, each.key.question), PART_OF[Column(each.key.part)]
        if _text(here.get(place), part) != each.here:
            raise Refused(MOVED_ON, place=str(each.spot))
        texts_of.setdefault(place, {})[part] = each.wanted
    summary = (
        f"Self-evaluation form of {stamp(seen.as_at)} taken in:"
        f" {counted(len(wanted), 'text')}, sha256 {seen.sha256[:SHORT]}"
    )
    said = ("form-taken-in", summary)
    return self_evaluation.write_all(workspace, inspection_id, said, texts_of)


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
        ("Send it back", form_files.how_back(clothing)),
        ("Export", seal),
    ]


def _compared(workspace: Workspace, inspection_id: str, name: str, found: FormFound) -> Preview:
    back, view = came_back(found), overview.load(workspace, inspection_id)
    here = _by_place(view.self_answers)
    asked = {each.key: each for each in view.self_points if not each.is_retired}
    names = {"": "Joint", **{each.key: each.short for each in view.agencies}}
    changes, problems, same = [], list(back.problems), back.unchanged
    for each in back.texts:
        place = _place(each.evaluation_id, each.key.question)
        try:
            kept = _takable(asked.get(place[0]), here.get(place), names, place[1], each)
        except Refused as refused:
            problems.append(_refusal(each, refused))
            continue
        now = _text(here.get(place), PART_OF[Column(each.key.part)])
        if now == kept:
            same += 1
        else:
            called = f"{asked[place[0]].called}, {names[place[1]]}"
            changes.append(_change(each, called, now, kept))
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


def _takable(
    point: Point | None,
    answer: Answer | None,
    names: Mapping[str, str],
    agency: str,
    back: TextBack,
) -> str:
    """The text as it would be kept."""
    if point is None or agency not in names:
        raise Refused(GONE)
    if answer is not None and answer.agreed:
        raise Refused(AGREED_ALREADY)
    place = f"{point.called}, {PART_WORDS[PART_OF[Column(back.key.part)]]}"
    return texts.note(back.text, place, longest=LONGEST)


def _refusal(back: TextBack, refused: Refused) -> Trouble:
    length = f"{len(back.text):,} characters" if len(back.text) > LONGEST else ""
    return Trouble(back.spot, length, f"{LONGEST:,} at most" if length else "", str(refused))


def _change(back: TextBack, called: str, now: str, kept: str) -> TextChange:
    fate = Fate.CONFLICT
    if now == back.exported:
        fate = Fate.CHANGED if now else Fate.NEW
    return TextChange(
        fate=fate,
        spot=back.spot,
        evaluation_id=back.evaluation_id,
        called=called,
        key=back.key,
        place=PART_WORDS[PART_OF[Column(back.key.part)]],
        exported=back.exported,
        here=now,
        wanted=kept,
    )


def _place(sheet_id: str, number: int) -> tuple[str, str]:
    """The key of the point, and the agency."""
    found = whose(sheet_id)
    return (f"{found[0]}:{number}", found[1]) if found else ("", "?")


def _by_place(answers: Sequence[Answer]) -> dict[tuple[str, str], Answer]:
    return {(each.point, each.agency): each for each in answers}


def _text(answer: Answer | None, part: Part) -> str:
    return answer.text(part) if answer else ""
