"""What a person can do with case audits: begin one, its facts, cases, teams, and who owes what."""

from collections.abc import Callable, Mapping, Sequence

from jtai_desktop.domain.audits.audit import (
    CASE_TITLES,
    FACT_TITLES,
    Audit,
    Case,
    CaseFact,
    Fact,
    Team,
    with_case_facts,
    with_facts,
    with_team,
)
from jtai_desktop.domain.audits.entries import Part
from jtai_desktop.domain.audits.returns import (
    LASTING,
    WORDS,
    Return,
    Said,
    Signed,
    Step,
    answer_called,
)
from jtai_desktop.domain.audits.returns import take as taken
from jtai_desktop.domain.audits.returns import write as written
from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.evaluation import Key
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import counted, listed
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import audits as stored
from jtai_desktop.store import people

GONE = "This audit is no longer in the list. Choose another."
CASE_GONE = "This case is no longer in the audit. Choose another."
TEAM_GONE = "This team is no longer in the audit. Choose another."
RETURN_GONE = "This return is no longer asked for. Choose another."
STAYS = "{}: something was chased, received or written, so it stays."
MOST_CASES, MOST_TEAMS = 60, 40


def begin(workspace: Workspace, inspection_id: str, wanted: Mapping[Fact, str]) -> Changes:
    """Begin an audit: its theme at least."""
    new = with_facts(Audit(workspace.new_id(), ""), {Fact.THEME: "", **wanted})
    with workspace.action("audit.begun", f"Case audit begun: {new.theme}", inspection_id) as work:
        stored.add(work.session, inspection_id, new)
    return work.changes


def begun(changes: Changes) -> str:
    """The identity of the audit that was begun."""
    return next(iter({key for kind, key in changes.touched if kind is Kind.AUDIT}))


def set_facts(
    workspace: Workspace, inspection_id: str, audit_id: str, wanted: Mapping[Fact, str]
) -> Changes:
    """Change what is recorded of the audit as a whole."""
    what = listed([FACT_TITLES[each].lower() for each in wanted])

    def change(work: Work, audit: Audit) -> None:
        stored.change(work.session, with_facts(audit, wanted))

    return _act(workspace, inspection_id, audit_id, "audit.changed", f"{what} changed", change)


def remove(workspace: Workspace, inspection_id: str, audit_id: str) -> Changes:
    """Take out an audit that was begun by mistake; not once anything is in that would be missed."""

    def change(work: Work, audit: Audit) -> None:
        if any(each.is_touched for each in audit.returns):
            raise Refused(STAYS.format(audit.theme), place=audit.theme)
        stored.remove(work.session, audit)

    return _act(workspace, inspection_id, audit_id, "audit.removed", "taken out", change)


def add_case(
    workspace: Workspace, inspection_id: str, audit_id: str, wanted: Mapping[CaseFact, str]
) -> Changes:
    """Add a case; every team then owes a return for it."""

    def change(work: Work, audit: Audit) -> None:
        if len(audit.cases) >= MOST_CASES:
            raise Refused(f"An audit has {MOST_CASES} cases at the most.", place="Case")
        bare = Case(workspace.new_id(), "")
        new = with_case_facts(bare, {CaseFact.REFERENCE: "", **wanted}, audit)
        stored.add_case(work.session, audit, new)
        work.session.flush()
        for team in audit.teams:
            _owe(workspace, work, audit, new.id, team.id)

    return _act(workspace, inspection_id, audit_id, "audit.case-added", "case added", change)


def change_case(
    workspace: Workspace,
    inspection_id: str,
    audit_id: str,
    case_id: str,
    wanted: Mapping[CaseFact, str],
) -> Changes:
    """Change what is recorded of a case."""
    what = listed([CASE_TITLES[each].lower() for each in wanted])

    def change(work: Work, audit: Audit) -> None:
        stored.change_case(work.session, with_case_facts(case_of(audit, case_id), wanted, audit))

    words = f"{what} of a case changed"
    return _act(workspace, inspection_id, audit_id, "audit.case-changed", words, change)


def remove_case(workspace: Workspace, inspection_id: str, audit_id: str, case_id: str) -> Changes:
    """Take out a case of which nothing has come."""

    def change(work: Work, audit: Audit) -> None:
        case = case_of(audit, case_id)
        _drop(work, [each for each in audit.returns if each.case_id == case_id], case.reference)
        stored.remove_case(work.session, case)

    return _act(workspace, inspection_id, audit_id, "audit.case-removed", "case taken out", change)


def add_team(
    workspace: Workspace, inspection_id: str, audit_id: str, name: str, agency: str = ""
) -> Changes:
    """Add an agency or team; it then owes a return for every case."""
    _refuse_unknown(workspace, inspection_id, agency)

    def change(work: Work, audit: Audit) -> None:
        if len(audit.teams) >= MOST_TEAMS:
            raise Refused(f"An audit asks {MOST_TEAMS} teams at the most.", place="Team")
        new = with_team(Team(workspace.new_id(), ""), name, agency, audit)
        stored.add_team(work.session, audit, new)
        work.session.flush()
        for case in audit.cases:
            _owe(workspace, work, audit, case.id, new.id)

    return _act(workspace, inspection_id, audit_id, "audit.team-added", "team added", change)


def change_team(
    workspace: Workspace, inspection_id: str, audit_id: str, team_id: str, name: str, agency: str
) -> Changes:
    """Call a team otherwise, or say of which agency it is."""
    _refuse_unknown(workspace, inspection_id, agency)

    def change(work: Work, audit: Audit) -> None:
        stored.change_team(work.session, with_team(team_of(audit, team_id), name, agency, audit))

    return _act(workspace, inspection_id, audit_id, "audit.team-changed", "team changed", change)


def remove_team(workspace: Workspace, inspection_id: str, audit_id: str, team_id: str) -> Changes:
    """Take out a team of which nothing has come."""

    def change(work: Work, audit: Audit) -> None:
        team = team_of(audit, team_id)
        _drop(work, [each for each in audit.returns if each.team_id == team_id], team.name)
        stored.remove_team(work.session, team)

    return _act(workspace, inspection_id, audit_id, "audit.team-removed", "team taken out", change)


def set_owed(
    workspace: Workspace,
    inspection_id: str,
    audit_id: str,
    case_id: str,
    team_id: str,
    *,
    owed: bool,
) -> Changes:
    """Say whether a team owes a return for a case."""

    def change(work: Work, audit: Audit) -> None:
        case, team = case_of(audit, case_id), team_of(audit, team_id)
        before = audit.owed(case_id, team_id)
        if owed and before is None:
            _owe(workspace, work, audit, case.id, team.id)
        elif not owed and before is not None:
            _drop(work, [before], audit.called(before))

    words = f"a return is {'owed' if owed else 'not owed'}"
    return _act(workspace, inspection_id, audit_id, "audit.owed", words, change)


def take_step(
    workspace: Workspace,
    inspection_id: str,
    return_ids: Sequence[str],
    step: Step,
    said: Said | None = None,
) -> Changes:
    """Take one step with one return or with several: all or none. A chase is never undone."""
    ids = tuple(dict.fromkeys(return_ids))
    with workspace.reading() as session:
        before = stored.load(session, inspection_id)
    summary = f"{_called(before, ids)}: {WORDS[step]}"
    lasting = step in LASTING
    with workspace.action(
        f"audit.return-{step}", summary, inspection_id, undoable=not lasting
    ) as work:
        every = stored.load(work.session, inspection_id)
        for each in ids:
            audit, found = return_of(every, each)
            after = taken(found, step, said or Said(), signed(workspace), audit.called(found))
            stored.change_return(work.session, after)
    return work.changes


def write(
    workspace: Workspace, inspection_id: str, return_id: str, texts: Mapping[Key, str]
) -> Changes:
    """Keep what a team answers for a case; whether it has come is said apart."""
    with workspace.reading() as session:
        audit, found = return_of(stored.load(session, inspection_id), return_id)
    what = answer_called(next(iter(texts))) if len(texts) == 1 else counted(len(texts), "answer")
    summary = f"{audit.called(found)}: {what} written"
    with workspace.action("audit.return-written", summary, inspection_id) as work:
        audit, found = return_of(stored.load(work.session, inspection_id), return_id)
        lines = {each.number for each in audit.of(Part.LINE)}
        stored.change_return(work.session, written(found, texts, lines, audit.called(found)))
    return work.changes


def signed(workspace: Workspace) -> Signed:
    """Who does it, and when."""
    return Signed(workspace.now, Who(workspace.person, workspace.on_behalf_of))


def audit_of(every: Sequence[Audit], audit_id: str) -> Audit:
    """The audit of that identity."""
    for each in every:
        if each.id == audit_id:
            return each
    raise Refused(GONE, place="Audit")


def case_of(audit: Audit, case_id: str) -> Case:
    """The case of that identity."""
    found = audit.case(case_id)
    if found is None:
        raise Refused(CASE_GONE, place="Case")
    return found


def team_of(audit: Audit, team_id: str) -> Team:
    """The team of that identity."""
    found = audit.team(team_id)
    if found is None:
        raise Refused(TEAM_GONE, place="Team")
    return found


def return_of(every: Sequence[Audit], return_id: str) -> tuple[Audit, Return]:
    """The return of that identity, with its audit."""
    for audit in every:
        for found in audit.returns:
            if found.id == return_id:
                return audit, found
    raise Refused(RETURN_GONE, place="Return")


def _act(
    workspace: Workspace,
    inspection_id: str,
    audit_id: str,
    action: str,
    words: str,
    change: Callable[[Work, Audit], None],
) -> Changes:
    with workspace.reading() as session:
        theme = audit_of(stored.load(session, inspection_id), audit_id).theme
    with workspace.action(action, f"Case audit, {theme}: {words}", inspection_id) as work:
        change(work, audit_of(stored.load(work.session, inspection_id), audit_id))
    return work.changes


def _owe(workspace: Workspace, work: Work, audit: Audit, case_id: str, team_id: str) -> None:
    stored.add_return(work.session, audit, Return(workspace.new_id(), case_id, team_id))


def _drop(work: Work, returns: Sequence[Return], called: str) -> None:
    if any(each.is_touched for each in returns):
        raise Refused(STAYS.format(called), place=called)
    for each in returns:
        stored.remove_return(work.session, each)


def _called(every: Sequence[Audit], ids: Sequence[str]) -> str:
    """Case 2, Police; or 11 returns."""
    if len(ids) != 1:
        if not ids:
            raise Refused("Choose the returns first.", place="Return")
        return counted(len(ids), "return")
    audit, found = return_of(every, ids[0])
    return audit.called(found)


def _refuse_unknown(workspace: Workspace, inspection_id: str, agency: str) -> None:
    with workspace.reading() as session:
        keys = {each.key for each in people.load(session, inspection_id).agencies}
    if agency and agency not in keys:
        raise Refused(f"There is no agency {shown(agency)} here.", place="Agency")
