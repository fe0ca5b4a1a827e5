"""The self-evaluation of the example, played through the actions that a person uses."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time
from typing import Any

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.writing import Signed
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.self_evaluation.answer import DOCUMENT, JOINT, Answer, Part
from jtai_desktop.domain.self_evaluation.forward import Earlier
from jtai_desktop.domain.self_evaluation.point import Sort
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import overview, self_evaluation, self_points
from jtai_desktop.services.example_documents import document_ids
from jtai_desktop.services.workspace import Workspace

Script = dict[str, Any]
JOINTLY = "joint"


def play(
    workspace: Workspace,
    inspection_id: str,
    step: Script,
    data: Script,
    new_id: Callable[[], str],
) -> None:
    """One step, if it is about the self-evaluation; ids of others do not shift by it."""
    with _ids(workspace, new_id):
        _answer(workspace, inspection_id, step, data)
        _ask(workspace, inspection_id, step)


def _answer(workspace: Workspace, inspection_id: str, step: Script, data: Script) -> None:
    if "self_written" in step:
        _write(workspace, inspection_id, step["self_written"], data)
    elif "self_agreed" in step:
        places = [(key, _key(step["self_agreed"])) for key in step["points"]]
        self_evaluation.agree_all(workspace, inspection_id, places)
    elif "self_linked" in step:
        _link(workspace, inspection_id, step["self_linked"])
    elif "self_dated" in step:
        agency = _key(step["self_dated"])
        self_evaluation.date_evidence(workspace, inspection_id, step["point"], agency, step["day"])
    elif "self_brought" in step:
        _bring(workspace, inspection_id, step["self_brought"], data)


def _ask(workspace: Workspace, inspection_id: str, step: Script) -> None:
    if "self_added" in step:
        sort = Sort(step["self_added"])
        self_points.add(workspace, inspection_id, sort, step["group"], step["title"])
    elif "self_retired" in step:
        self_points.retire(workspace, inspection_id, step["self_retired"], step["reason"])
    elif "self_reworded" in step:
        self_points.reword(workspace, inspection_id, step["self_reworded"], step["title"])


def _write(workspace: Workspace, inspection_id: str, named: str, data: Script) -> None:
    """What one agency, or all together, returned in a form."""
    rows = data[named]
    wanted = {
        (key, _key(named)): {Part(part): text for part, text in texts.items()}
        for key, texts in rows.items()
    }
    said = ("form-taken-in", f"Form taken in: {counted(len(wanted), 'answer')}")
    self_evaluation.write_all(workspace, inspection_id, said, wanted)


def _link(workspace: Workspace, inspection_id: str, wanted: Script) -> None:
    documents = document_ids(overview.load(workspace, inspection_id))
    for of, items in wanted.items():
        key, _, agency = of.partition(" ")
        for code in items:
            target = f"{DOCUMENT}{documents[code]}"
            self_evaluation.link(workspace, inspection_id, key, _key(agency), target)


def _bring(workspace: Workspace, inspection_id: str, named: str, data: Script) -> None:
    view = overview.load(workspace, inspection_id)
    then = data[named]
    written = Signed(
        datetime.combine(then["written"], time(15, 0), LONDON), Who("Inspection coordinator")
    )
    answers = tuple(
        Answer(
            id=key,
            point=key,
            texts={Part(part): text for part, text in texts.items()},
            dated=then["dated"],
            worded=next(each.title for each in view.self_points if each.key == key),
            written=written,
        )
        for key, texts in then["answers"].items()
    )
    area, pack = view.inspection.area, view.inspection.pack_id
    earlier = Earlier(area, then["notified"], pack, view.self_points, answers)
    self_evaluation.bring_from(workspace, inspection_id, earlier)


def _key(agency: str) -> str:
    return JOINT if agency in {JOINTLY, ""} else agency


@contextmanager
def _ids(workspace: Workspace, new_id: Callable[[], str]) -> Iterator[None]:
    before, workspace.new_id = workspace.new_id, new_id
    yield
    workspace.new_id = before
