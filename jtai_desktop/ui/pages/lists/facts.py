"""What the page of the lists shows, read in one go on the vault’s thread."""

from dataclasses import dataclass
from datetime import datetime

from jtai_desktop.domain.lists.kept import KeptList, KeptLists
from jtai_desktop.domain.lists.scope import Scope
from jtai_desktop.domain.lists.versions import ListVersion
from jtai_desktop.domain.moments import Moment, london
from jtai_desktop.domain.wording import clock, counted, day_short, moment_near, stamp
from jtai_desktop.services import kept_lists, overview
from jtai_desktop.services.kept_lists import Since
from jtai_desktop.services.workspace import Workspace

FORTNIGHT = 14


@dataclass(frozen=True, slots=True)
class Facts:
    """The lists as they stand, what the last versions changed, and who is in scope."""

    lists: KeptLists
    since: dict[int, Since]
    scope: Scope
    now: datetime
    pack: str
    titles: dict[str, str]
    milestones: dict[str, str]
    ages: tuple[int, int]
    versions: tuple[str, ...] = ()
    keeps_children: bool = True

    @property
    def fact(self) -> str:
        """3 of 7 sent, 1 late."""
        every = tuple(self.lists)
        said = f"{self.lists.sent} of {len(every)} sent"
        late = len(self.lists.late)
        return f"{said}, {late} late" if late else said

    @property
    def first_choice(self) -> str:
        """What is late, else what waits to be sent, else the first list that is there."""
        late, every = self.lists.late, tuple(self.lists)
        waiting = [each for each in every if each.newest and not each.newest.is_sent]
        there = [each for each in every if each.newest]
        first = next(iter((*late, *waiting, *there, *every)), None)
        return str(first.wanted.number) if first else ""

    def of(self, key: str) -> KeptList | None:
        """The list of a row."""
        return self.lists.of(int(key)) if key.isdecimal() else None

    def due(self, moment: Moment) -> str:
        """Today, 09:00; Thu 5, 09:00."""
        return moment_near(moment, london(self.now).date())

    def near(self, when: datetime) -> str:
        """Thu 5, 08:41 in these weeks; else with month and year."""
        day = london(when).date()
        if abs((london(self.now).date() - day).days) < FORTNIGHT:
            return f"{day_short(day)}, {clock(when)}"
        return stamp(when)


def read(workspace: Workspace, inspection_id: str, before: Facts | None = None) -> Facts:
    """Everything at once; rows are compared anew only where a version came or went."""
    view = overview.load(workspace, inspection_id)
    versions = tuple(each.id for each in view.list_versions)
    same = before is not None and before.versions == versions
    return Facts(
        lists=view.lists(),
        since=before.since if before and same else kept_lists.since(workspace, inspection_id),
        scope=before.scope if before and same else kept_lists.scope(workspace, inspection_id),
        now=view.now,
        pack=view.pack.id,
        titles={each.key: each.title for each in view.pack.extra_fields},
        milestones={each.key: each.rule.title for each in view.schedule.milestones},
        ages=(view.pack.head.age_from, view.pack.head.age_to),
        versions=versions,
        keeps_children=view.council.keeps_children,
    )


def rows_said(version: ListVersion) -> str:
    """412 rows = 398 accepted + 14 with problems + 0 blank."""
    return (
        f"{counted(version.read, 'row')} = {version.accepted} accepted"
        f" + {version.with_problems} with problems + {version.blank} blank"
    )
