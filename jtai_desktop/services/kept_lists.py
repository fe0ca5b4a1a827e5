"""Child-level lists in a vault: what is taken in of them, and who checks, signs and sends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.lists.comparing import Difference, Marks, difference
from jtai_desktop.domain.lists.findings import Account, Finding, most_first
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.domain.lists.scope import Kept, Scope, in_scope
from jtai_desktop.domain.lists.versions import KeptProblem, Line, ListVersion, Step, take
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import listed
from jtai_desktop.exchange.list_reading import Hand
from jtai_desktop.exchange.list_requests import NOTHING_SAID
from jtai_desktop.exchange.list_rulebook import rulebook
from jtai_desktop.services import lists, overview
from jtai_desktop.services.lists import Checked, Wish
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import lists as stored
from jtai_desktop.store import packs, settings

ROWS_NAMED = 50  # of each problem; the workbook itself has the others
ACTIONS = {
    Step.CHECKED: "checked",
    Step.SIGNED: "signed off",
    Step.SENT: "sent",
    Step.WITHDRAWN: "check and signature withdrawn",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What is said with a step: who checked or signed, how it went, why all the same."""

    who: str = ""
    way: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A list that was read and not kept yet, beside the newest version that is kept of it."""

    version: ListVersion
    rest: stored.Rest
    before: ListVersion | None = None
    difference: Difference | None = None
    marks_before: int = 0

    @property
    def is_known(self) -> bool:
        """Whether the file is the one that was taken in last, read the same way."""
        same = self.before is not None and self.before.digest == self.version.digest
        return same and not self.difference

    @property
    def rows_known(self) -> bool:
        """Whether the rows could be compared: of old versions no marks are kept."""
        before = self.before
        return before is not None and (self.marks_before >= before.read - before.blank)


@dataclass(frozen=True, slots=True)
class Since:
    """The newest version of a list beside the one before; rows only where both have marks."""

    before: ListVersion
    difference: Difference
    rows_known: bool


def wish(workspace: Workspace, inspection_id: str, hand: Hand = NOTHING_SAID) -> Wish:
    """How lists of this inspection are checked: its pack, its day, and what was said before."""
    view = overview.load(workspace, inspection_id)
    with workspace.reading() as session:
        text = packs.load(session, view.pack.id, view.pack.version)
        salt = stored.salt(session, inspection_id)
        known = stored.hands(session)
    spoken = {(each.list_number, each.heading) for each in hand.columns}
    before = (each for each in known if (each.list_number, each.heading) not in spoken)
    return Wish(
        today=london(workspace.now).date(),
        notified=london(view.inspection.notified).date(),
        pack=view.pack.id,
        text=text or "",
        hand=replace(hand, columns=(*before, *hand.columns)),
        salt=salt or workspace.new_id(),
        known=_children(workspace, view),
        marking=view.council.marking,
    )


def read(
    files: Sequence[Path],
    wanted: Wish,
    say: lists.Say = lambda _: None,
    stop: lists.Stop = lambda: False,
) -> Checked:
    """Read and check files, in a process of their own; nothing of the vault is touched."""
    return lists.check(files, wanted, say, stop)


def export(
    files: Sequence[Path],
    wanted: Wish,
    path: Path,
    seen: Checked,
    say: lists.Say = lambda _: None,
    stop: lists.Stop = lambda: False,
) -> Checked:
    """Write what was read and seen, with its problems, as a new workbook; not into the vault."""
    return lists.export(files, wanted, path, say, stop, seen=seen)


def incoming(workspace: Workspace, inspection_id: str, checked: Checked) -> tuple[Incoming, ...]:
    """What would be taken in, each list beside its newest version."""
    with workspace.reading() as session:
        known = stored.load(session, inspection_id)
        rests = {each.id: stored.rest(session, each.id) for each in known}
    newest = {each.list_number: each for each in known}
    return tuple(
        _incoming(workspace, checked, account, newest.get(account.list_number), rests)
        for account in checked.answer.report.accounts
    )


def take_in(
    workspace: Workspace, inspection_id: str, new: Sequence[Incoming], said: Iterable[ByHand] = ()
) -> Changes:
    """Keep these lists, all or none, as one step; what was said of headings is remembered."""
    ready = [each for each in new if not each.is_known]
    if not ready:
        raise Refused("These files are the ones taken in last. Nothing was changed.", place="file")
    names = listed([str(each.version.list_number) for each in ready])
    what = f"List{'s' if len(ready) > 1 else ''} {names} taken in"
    with workspace.action("lists.taken-in", what, inspection_id) as work:
        here = stored.load(work.session, inspection_id)
        keeps_children = settings.load(work.session).keeps_children
        for each in ready:
            _refuse_overtaken(here, each.version)
            rest = each.rest if keeps_children else replace(each.rest, children=())
            stored.add(work.session, inspection_id, each.version, rest)
        stored.remember(work.session, said)
    return work.changes


def take_step(
    workspace: Workspace, inspection_id: str, list_number: int, step: Step, said: Said
) -> Changes:
    """Check, sign, send or withdraw the newest version of a list. Never undone by a key."""
    with workspace.reading() as session:
        version = _newest(stored.load(session, inspection_id), list_number)
    done = _taken(workspace, version, step, said)
    what = f"List {list_number}, version {version.number}: {ACTIONS[step]}"
    with workspace.action(f"list.{step}", what, inspection_id, undoable=False) as work:
        now = _newest(stored.load(work.session, inspection_id), list_number)
        if now != version:
            raise Refused("Somebody else has worked on this list meanwhile. Look at it again.")
        stored.add_line(work.session, version.id, done.lines[-1])
    return work.changes


def since(workspace: Workspace, inspection_id: str) -> dict[int, Since]:
    """By its number, what changed in each list with the version taken in last."""
    with workspace.reading() as session:
        known = stored.load(session, inspection_id)
        pairs = [
            (before, after)
            for before, after in pairwise(known)
            if before.list_number == after.list_number
        ]
        last = {after.list_number: (before, after) for before, after in pairs}
        marks = {
            each.id: stored.rest(session, each.id).marks for pair in last.values() for each in pair
        }
    return {
        number: _since(before, after, marks[before.id], marks[after.id])
        for number, (before, after) in last.items()
    }


def scope(workspace: Workspace, inspection_id: str) -> Scope:
    """Who is in scope by the newest versions that are kept."""
    view = overview.load(workspace, inspection_id)
    return in_scope(_children(workspace, view), rulebook(view.pack))


def taken_in(changes: Changes) -> frozenset[str]:
    """The identities of what was taken in."""
    return frozenset(key for kind, key in changes.touched if kind is Kind.LIST)


def _children(workspace: Workspace, view: Overview) -> tuple[Kept, ...]:
    """What is kept of the children of the newest version of each list."""
    newest = [each.newest for each in view.lists() if each.newest]
    with workspace.reading() as session:
        return tuple(child for each in newest for child in stored.rest(session, each.id).children)


def _incoming(
    workspace: Workspace,
    checked: Checked,
    account: Account,
    before: ListVersion | None,
    rests: dict[str, stored.Rest],
) -> Incoming:
    version = _version(workspace, checked, account, before)
    rest = _rest(checked, account.list_number)
    if before is None:
        return Incoming(version, rest)
    were = rests[before.id].marks
    found = difference(were, rest.marks, before.problems, version.problems)
    return Incoming(version, rest, before, found, len(were))


def _since(before: ListVersion, after: ListVersion, were: Marks, are: Marks) -> Since:
    found = difference(were, are, before.problems, after.problems)
    rows_known = len(were) >= before.read - before.blank and len(are) >= after.read - after.blank
    return Since(before, found, rows_known)


def _version(
    workspace: Workspace, checked: Checked, account: Account, before: ListVersion | None
) -> ListVersion:
    digests = {each.name: each.digest for each in checked.answer.files}
    mine = [each for each in checked.findings if each.list_number == account.list_number]
    return ListVersion(
        id=workspace.new_id(),
        list_number=account.list_number,
        number=before.number + 1 if before else 1,
        when=workspace.now,
        by=Who(workspace.person, workspace.on_behalf_of),
        file=account.file,
        digest=digests.get(account.file, ""),
        sheet=account.sheet,
        heading_row=account.heading_row,
        read=account.read,
        accepted=account.accepted,
        with_problems=account.with_problems,
        blank=account.blank,
        problems=tuple(_problem(each) for each in most_first(mine)),
    )


def _problem(finding: Finding) -> KeptProblem:
    return KeptProblem(
        rule=finding.rule.value,
        gravity=finding.gravity,
        letter=finding.letter,
        heading=finding.heading,
        wanted=finding.wanted,
        alike=finding.alike,
        rows=tuple(each.row for each in finding.cells[:ROWS_NAMED]),
    )


def _rest(checked: Checked, number: int) -> stored.Rest:
    report = checked.answer.report
    marks = next((each for of, each in report.marks if of == number), Marks())
    children = tuple(each for each in report.kept if each.list_number == number)
    return stored.Rest(children, checked.salt, marks)


def _refuse_overtaken(here: Iterable[ListVersion], new: ListVersion) -> None:
    numbers = [each.number for each in here if each.list_number == new.list_number]
    if max(numbers, default=0) + 1 != new.number:
        raise Refused(
            f"List {new.list_number} was taken in again meanwhile. Read the file once more.",
            place="file",
        )


def _newest(versions: Iterable[ListVersion], list_number: int) -> ListVersion:
    mine = [each for each in versions if each.list_number == list_number]
    if not mine:
        raise Refused(f"List {list_number} was not taken in yet.", place="List")
    return mine[-1]


def _taken(workspace: Workspace, version: ListVersion, step: Step, said: Said) -> ListVersion:
    by = Who(workspace.person, workspace.on_behalf_of)
    line = Line(0, step, workspace.now, by, said.who or by.acting, said.way, said.reason)
    return take(version, line)
