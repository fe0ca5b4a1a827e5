"""The action plan out as a workbook and back: exported, compared three ways, taken in at once."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jtai_desktop.domain.actions.action import Action
from jtai_desktop.domain.actions.plan import ActionPlan, Entry
from jtai_desktop.domain.actions.workbook import (
    BY_KEY,
    DEEDS,
    RULES,
    Key,
    RowKey,
    TextsOf,
    seal_of,
    texts_of,
)
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.evaluations.writing import Signed
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.sheets import ExportHead, Trouble
from jtai_desktop.domain.table_back import TableBack, TableCell, TableFound, table_back
from jtai_desktop.domain.wording import counted, stamp
from jtai_desktop.services import actions, overview, papers
from jtai_desktop.services.evaluations import signed
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.returned_workbooks import (
    MOVED_ON,
    SHORT,
    CellChange,
    Preview,
    belongs_elsewhere,
    older,
)
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import actions as stored

Say = Callable[[str], None]
Stop = Callable[[], bool]
NAME = "Action plan workbook"
GONE = "This action is no longer in the plan, so nothing of it can be taken."
HOW_BACK = (
    "Change the columns with white headings and send the file back. What is typed under “Progress"
    " to add” becomes a dated entry. Sort, filter and add columns of your own as you like; leave"
    " the hidden columns and sheets as they are."
)


@dataclass(frozen=True, slots=True)
class Edit:
    """What a cell is to become."""

    row: RowKey
    column: Key
    text: str


Change = CellChange[Edit]
Seen = Preview[Edit]


def export(
    workspace: Workspace,
    inspection_id: str,
    path: Path,
    action_ids: Collection[str] | None = None,
) -> Changes:
    """Write the plan, or some of its actions, as a workbook; it is logged."""
    view = overview.load(workspace, inspection_id)
    return papers.save(workspace, inspection_id, made(workspace, view, action_ids), path)


def made(workspace: Workspace, view: Overview, action_ids: Collection[str] | None = None) -> Paper:
    """The workbook as a paper that can be saved and logged."""
    from jtai_desktop.exchange.plan_writing import PLAN, Written, workbook

    plan = view.action_plan()
    rows = [
        (RowKey(each.action.id), texts_of(each, plan))
        for each in plan.entries
        if action_ids is None or each.action.id in action_ids
    ]
    if not rows:
        raise Refused("There is no action to write. Add one first.", place="Plan")
    as_at = london(view.now)
    bare = ExportHead(workspace.store.vault_id, view.inspection.id, as_at, view.council.close)
    head = replace(bare, seal=seal_of(bare, rows))
    written = Written(
        head=head,
        rows=rows,
        marking=view.council.marking,
        title=f"{PLAN}, {view.inspection.area}",
        about=_about(workspace, view, f"{len(rows)} of {len(plan.entries)}", head.seal),
        practice=view.inspection.practice,
    )
    of = counted(len(rows), "action")
    return Paper(NAME, of, as_at, workbook(written), 1, head.seal, "action-plan.xlsx")


def preview(
    workspace: Workspace,
    inspection_id: str,
    path: Path,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
) -> Seen:
    """What a workbook would change; nothing is written. Refused where it can’t be read."""
    from jtai_desktop.exchange.plan_asking import ask

    found = ask(path, say, stop)
    elsewhere = belongs_elsewhere(workspace, inspection_id, found.head, found.sheet)
    if elsewhere:
        return Preview(path.name, found.sha256, found.head.as_at, problems=elsewhere)
    return _compared(workspace, inspection_id, path.name, found)


def apply(
    workspace: Workspace, inspection_id: str, seen: Seen, take: Collection[Change] = ()
) -> Changes:
    """Take in the changes, and of the conflicts those chosen, all at once or not at all."""
    if seen.problems:
        first = seen.problems[0].problem
        raise Refused(f"Nothing was taken in. {first}", place=first.place)
    chosen = {each.edit for each in take}
    cells = [*seen.changes, *(each for each in seen.conflicts if each.edit in chosen)]
    view = overview.load(workspace, inspection_id)
    plan, by = view.action_plan(), signed(workspace)
    here = _texts_here(plan)
    for each in cells:
        if here.get(each.edit.row.action_id, {}).get(each.edit.column, "") != each.here:
            raise Refused(MOVED_ON, place=str(each.spot))
    wanted = _by_action(each.edit for each in cells)
    # An entry of progress is never undone, so neither is what brought it.
    undoable = all(each.edit.column is not Key.ADD for each in cells)
    summary = (
        f"Plan of {stamp(seen.as_at)} taken in: {counted(len(cells), 'cell')},"
        f" sha256 {seen.sha256[:SHORT]}"
    )
    with workspace.action("plan.taken-in", summary, inspection_id, undoable=undoable) as work:
        every = {each.id: each for each in stored.load(work.session, inspection_id)}
        for action_id, texts in wanted.items():
            before = every.get(action_id)
            if before is None:
                raise Refused(actions.GONE, place="Action")
            after = _after(before, texts, plan, by)
            if after != before:
                stored.change(work.session, after)
    return work.changes


def _by_action(edits: Iterable[Edit]) -> dict[str, dict[Key, str]]:
    found: dict[str, dict[Key, str]] = {}
    for each in edits:
        found.setdefault(each.row.action_id, {})[each.column] = each.text
    return found


def _after(before: Action, texts: TextsOf, plan: ActionPlan, by: Signed) -> Action:
    after = before
    for key, deed in DEEDS.items():
        if key in texts:
            after = deed(after, texts[key], plan, by)
    return after


def _texts_here(plan: ActionPlan) -> Mapping[str, TextsOf]:
    return {each.action.id: texts_of(each, plan) for each in plan.entries}


def _compared(
    workspace: Workspace, inspection_id: str, name: str, found: TableFound[RowKey, Key]
) -> Seen:
    back: TableBack[RowKey, Key] = table_back(found, RULES)
    plan, by = overview.load(workspace, inspection_id).action_plan(), signed(workspace)
    by_id = {each.action.id: each for each in plan.entries}
    changed: list[Change] = []
    problems = list(back.problems)
    for row, cells in _rows(back).items():
        entry = by_id.get(row.action_id)
        if entry is None:
            problems += [Trouble(each.spot, each.text, "", GONE) for each in cells[:1]]
            continue
        kept, wrong = _settled(entry, cells, plan, by)
        changed += kept
        problems += wrong
    log = papers.logged(workspace, inspection_id)
    return Preview(
        file=name,
        sha256=found.sha256,
        as_at=found.head.as_at,
        changes=tuple(each for each in changed if each.here == each.exported),
        conflicts=tuple(each for each in changed if each.here != each.exported),
        problems=tuple(problems),
        remarks=(*older(found.head, found.sheet, NAME, log), *back.remarks),
    )


def _rows(back: TableBack[RowKey, Key]) -> dict[RowKey, list[TableCell[RowKey, Key]]]:
    """The cells of each row, in the order in which they are done."""
    order = list(DEEDS)
    found: dict[RowKey, list[TableCell[RowKey, Key]]] = {}
    for each in sorted(back.cells, key=lambda cell: (cell.spot.row, order.index(cell.column))):
        found.setdefault(each.row, []).append(each)
    return found


def _settled(
    entry: Entry, cells: list[TableCell[RowKey, Key]], plan: ActionPlan, by: Signed
) -> tuple[list[Change], list[Trouble]]:
    """What each cell would change, one after the other; and what can’t be."""
    changed: list[Change] = []
    wrong: list[Trouble] = []
    action, known = entry.action, {each.key: each for each in plan.sources}
    for each in cells:
        here = texts_of(entry, plan)[each.column]
        try:
            after = DEEDS[each.column](action, each.text, plan, by)
        except Refused as refused:
            wrong.append(Trouble(each.spot, each.text, _wanted(each.column), str(refused)))
            continue
        sources = tuple(known[key] for key in after.sources if key in known)
        told = texts_of(replace(entry, action=after, sources=sources), plan)
        text = each.text.strip() if each.column is Key.ADD else told[each.column]
        if after != action and text != here:
            edit = Edit(each.row, each.column, each.text)
            changed.append(CellChange(each.spot, each.code, each.exported, here, text, edit))
        action = after
    return changed, wrong


def _wanted(column: Key) -> str:
    """What stands there in words."""
    if column is Key.ANSWERS:
        return "findings such as F1, F3"
    if column is Key.TIMESCALE:
        return "a timescale such as End June 2027"
    return "a day such as 4 Nov 2026" if BY_KEY[column].is_day else "a text that can be kept"


def _about(workspace: Workspace, view: Overview, count: str, seal: str) -> list[tuple[str, str]]:
    inspection = view.inspection
    practice = [("Practice", "This is a practice inspection.")] if inspection.practice else []
    return [
        ("Inspection", f"{inspection.area}: {view.pack.words.inspection}"),
        *practice,
        ("As at", stamp(view.now)),
        ("Exported by", workspace.signature),
        ("Actions", count),
        ("Send it back", HOW_BACK),
        ("Export", seal),
    ]
