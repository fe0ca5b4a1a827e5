"""Which versions of the action plan a paper tells of: by number, as they are typed or chosen."""

from dataclasses import dataclass
from datetime import datetime

from jtai_desktop.domain.actions.versions import AS_IT_STANDS, Compared, Issued
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import quoted
from jtai_desktop.services import plan_versions
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.paper_kind import Choice, PaperKind
from jtai_desktop.services.plan_versions import NOW
from jtai_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Versions:
    """What a paper of the plan is about; nothing for every other paper."""

    issued: Issued | None = None
    compared: Compared | None = None

    @property
    def frozen_at(self) -> datetime | None:
        """When what is told of stood so: it does not change with the day on which it is printed."""
        if self.issued is not None:
            return london(self.issued.version.when)
        later = self.compared.later if self.compared else None
        return london(later.when) if later else None

    @property
    def words(self) -> str:
        """Version 2; version 1 to 2; version 1 to the plan as it stands."""
        return self._named(AS_IT_STANDS)

    @property
    def in_file_name(self) -> str:
        """version-1-to-2, to tell the files apart."""
        return self._named("now").replace(" ", "-")

    def _named(self, now: str) -> str:
        if self.issued is not None:
            return self.issued.version.called.lower()
        if self.compared is None:
            return ""
        earlier, later = self.compared.earlier, self.compared.later
        return f"{earlier.called.lower()} to {later.number if later else now}"


def versions_of(
    workspace: Workspace, view: Overview, kind: PaperKind, typed: tuple[str, str], at: datetime
) -> Versions:
    """What the paper is about: the version, and the other one where it compares; empty is usual.

    Usual is the version issued last, compared with the plan as it stands. Where none was issued,
    the paper says so.
    """
    version, other = typed
    newest = view.plan_versions[-1].number if view.plan_versions else NOW
    number = _number(version) or newest
    if Choice.VERSION not in kind.choices or number == NOW:
        return Versions()
    if Choice.COMPARED not in kind.choices:
        return Versions(plan_versions.issued(workspace, view, number))
    pair = number, _number(other)
    return Versions(None, plan_versions.compared(workspace, view, pair, at))


def _number(typed: str) -> int:
    """A number of a version as it was typed; nought where nothing was."""
    text = typed.strip()
    if not text:
        return NOW
    if not (text.isascii() and text.isdigit()):
        sentence = f"{quoted(text)} is no number of a version. Type one such as 2."
        raise Refused(sentence, place="Version")
    return int(text)
