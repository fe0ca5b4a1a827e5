"""What the self-evaluation asks: the points of the pack, and what the council makes of them."""

from collections.abc import Callable

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.self_evaluation import point as rules
from jtai_desktop.domain.self_evaluation.point import CRITERIA, Change, Point, Sort
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.services import register
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import self_evaluation as stored

GONE = "This is no longer in the self-evaluation. Choose another."


def of_pack(pack: Pack) -> tuple[Point, ...]:
    """The criteria and markers as the pack has them."""
    criteria = (
        Point(Sort.CRITERION, c.number, CRITERIA, c.title, c.short, c.paragraph, c.title)
        for c in pack.criteria
    )
    markers = (
        Point(Sort.MARKER, m.number, m.group, m.title, by_pack=m.title) for m in pack.markers
    )
    return (*criteria, *markers)


def here(work: Work, pack: Pack, inspection_id: str) -> tuple[Point, ...]:
    """The points of an inspection, as they stand while something is done."""
    return rules.points(of_pack(pack), stored.changes(work.session, inspection_id))


def reword(workspace: Workspace, inspection_id: str, key: str, title: str) -> Changes:
    """Word a point otherwise; with an empty text as the pack does."""
    return _change(
        workspace, inspection_id, key, "reworded", lambda found: rules.reword(found, title)
    )


def retire(workspace: Workspace, inspection_id: str, key: str, reason: str) -> Changes:
    """No longer ask a point, with a reason; its answers stay."""
    return _change(
        workspace, inspection_id, key, "retired", lambda found: rules.retire(found, reason)
    )


def bring_back(workspace: Workspace, inspection_id: str, key: str) -> Changes:
    """Ask a retired point again."""
    return _change(workspace, inspection_id, key, "asked again", rules.bring_back)


def add(workspace: Workspace, inspection_id: str, sort: Sort, group: str, title: str) -> Changes:
    """Ask one more criterion or marker."""
    pack = register.pack_of(workspace, inspection_id)
    with workspace.action("self-evaluation.added", f"New {sort}: added", inspection_id) as work:
        new = rules.add(here(work, pack, inspection_id), sort, group, title)
        stored.put_change(work.session, inspection_id, new, "")
    return work.changes


def found(every: tuple[Point, ...], key: str) -> Point:
    """The point of that key, or a refusal."""
    for each in every:
        if each.key == key:
            return each
    raise Refused(GONE, place="Self-evaluation")


def called(key: str) -> str:
    """Marker 9, before anything is read."""
    sort, _, number = key.partition(":")
    if sort not in tuple(Sort) or not number.isdecimal():
        raise Refused(GONE, place="Self-evaluation")
    return f"{rules.SORT_WORDS[Sort(sort)]} {number}"


def _change(
    workspace: Workspace,
    inspection_id: str,
    key: str,
    words: str,
    rule: Callable[[Point], Change],
) -> Changes:
    pack = register.pack_of(workspace, inspection_id)
    action = f"self-evaluation.{words.replace(' ', '-')}"
    with workspace.action(action, f"{called(key)}: {words}", inspection_id) as work:
        point = found(here(work, pack, inspection_id), key)
        stored.put_change(work.session, inspection_id, rule(point), point.by_pack)
    return work.changes
