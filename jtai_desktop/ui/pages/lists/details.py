"""What the panel of a list says: its chips, facts, the difference, versions, history."""

from jtai_desktop.domain.lists.kept import KeptList
from jtai_desktop.domain.lists.versions import KeptProblem, Line, ListVersion, Step
from jtai_desktop.domain.wording import counted
from jtai_desktop.services.kept_lists import Since
from jtai_desktop.ui.pages.lists.facts import Facts
from jtai_desktop.ui.pages.lists.rows import late_look, named, problem_counts
from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.theme.states import State, StateLook, look_of

NAMED = 3
SHORT_HASH = 12
WAYS = {"portal": "portal", "mail": "e-mail", "paper": "on paper"}
DONE = {
    Step.CHECKED: "Checked by {who}",
    Step.SIGNED: "Signed by {who}",
    Step.SENT: "Sent, {way}",
    Step.WITHDRAWN: "Check and signature withdrawn",
}


def chips_of(kept: KeptList) -> tuple[StateLook, ...]:
    """How far it has come, whether it is late, whether the inspectors hold an older one."""
    looks = [look_of(kept.state.value)]
    if kept.late_by:
        looks.insert(0, late_look(kept))
    if kept.behind and kept.held:
        looks.append(look_of(State.WARNING).worded(f"They hold {kept.held.number}"))
    return tuple(looks)


def facts_of(facts: Facts, kept: KeptList) -> tuple[Fact, ...]:
    """When it is due and why, the file, and every row of it accounted for."""
    found = []
    if kept.wanted.due is not None:
        found.append(Fact("Due", facts.due(kept.wanted.due)))
    found.append(Fact("Milestone", facts.milestones.get(kept.wanted.milestone, "")))
    newest = kept.newest
    if newest is not None:
        found += _of_version(newest)
    if kept.behind:
        found.append(Fact("Inspectors", kept.behind.capitalize()))
    return tuple(each for each in found if each.text)


def since_of(since: Since | None, newest: ListVersion | None) -> tuple[Fact, ...]:
    """Rows new, gone and changed; problems new and mended."""
    if since is None or newest is None:
        return ()
    found = since.difference
    rows = f"{found.new} new, {found.gone} gone, {found.changed} changed"
    if not since.rows_known:
        rows = f"{newest.read}, before {since.before.read}"
    return (
        Fact("Rows", rows),
        Fact("New", _listed(found.problems_new)),
        Fact("Mended", _listed(found.problems_mended)),
    )


def versions_of(facts: Facts, kept: KeptList) -> tuple[Fact, ...]:
    """Every version, the newest first, with its mark where the inspectors hold it."""
    return tuple(
        Fact(f"Version {each.number}", _version(facts, each)) for each in reversed(kept.versions)
    )


def history_of(facts: Facts, kept: KeptList) -> tuple[Fact, ...]:
    """Everything done with it, the newest first."""
    told = []
    for version in kept.versions:
        taken = f"Version {version.number} taken in\n{version.by.signed}"
        told.append((version.when, taken))
        told += [(line.when, _line(version, line)) for line in version.lines]
    told.sort(key=lambda each: each[0], reverse=True)
    return tuple(Fact(facts.near(when), text) for when, text in told)


def _of_version(version: ListVersion) -> list[Fact]:
    return [
        Fact("Version", f"{version.number}, {version.file}"),
        Fact("SHA-256", f"{version.digest[:SHORT_HASH]} …"),
        Fact("Sheet", f"{version.sheet}, headings in row {version.heading_row}"),
        Fact(
            "Rows",
            f"{version.read} read = {version.accepted} accepted + {version.with_problems}"
            f" with problems + {version.blank} blank",
        ),
        Fact("Problems", ", ".join(problem_counts(version)) or "none"),
    ]


def _version(facts: Facts, version: ListVersion) -> str:
    parts = [counted(version.read, "row"), *problem_counts(version)]
    if version.is_sent:
        parts.append("sent")
    return f"{facts.near(version.when)}\n{', '.join(parts)}"


def _line(version: ListVersion, line: Line) -> str:
    done = DONE[line.step].format(who=line.who, way=WAYS.get(line.way, line.way))
    told = f"{done}, version {version.number}"
    if line.reason:
        told += f": {line.reason}"
    return f"{told}\n{line.by.signed}"


def _listed(problems: tuple[KeptProblem, ...]) -> str:
    if not problems:
        return "no problem"
    return "\n".join((counted(len(problems), "problem"), *named(problems, NAMED)))
