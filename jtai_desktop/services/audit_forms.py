"""Returns of case audits out and back as forms: written, compared three ways, taken in at once.

What is compared and previewed is what the forms of the evaluations bring: it is one mechanism.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from jtai_desktop.domain import texts
from jtai_desktop.domain.audits.audit import Audit, Team
from jtai_desktop.domain.audits.entries import Part
from jtai_desktop.domain.audits.form import FORMAT, row_of, sheets_of
from jtai_desktop.domain.audits.returns import (
    Return,
    Said,
    Stage,
    Step,
    answer_called,
    take,
    write,
)
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.evaluations.coming_back import TextBack, came_back
from jtai_desktop.domain.evaluations.form import FormFound, FormSheet, seal_of
from jtai_desktop.domain.evaluations.writing import LONGEST
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.sheets import ExportHead, Trouble
from jtai_desktop.domain.wording import counted, moment_full, stamp
from jtai_desktop.exchange.form_clothing import Clothing
from jtai_desktop.services import audits, form_files, overview, papers
from jtai_desktop.services.evaluation_forms import Fate, Preview, Say, Stop, TextChange
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.returned_workbooks import MOVED_ON, SHORT, belongs_elsewhere, older
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import audits as stored

NAME = "Audit return form"
BY_FORM = "Form taken in"
GUIDE = (
    "Answer each line for the case: what you found, what shows it, what changed for the child, and"
    " what the child says. References only, no names."
)
GONE = "This return is no longer owed here, so nothing of it can be taken."
NO_LINES = "There is nothing to ask yet: write the key lines of enquiry first."
NOTHING_OWED = "{}: no return is owed for any case, so there is no form."


def export(
    workspace: Workspace, inspection_id: str, path: Path, audit_id: str, team_id: str
) -> Changes:
    """Write the form of a team, with a sheet for each of its cases."""
    view = overview.load(workspace, inspection_id)
    audit = audits.audit_of(view.audited, audit_id)
    paper = made(workspace, view, audit, team_id, form_files.clothing_of(path))
    return papers.save(workspace, inspection_id, paper, path)


def made(
    workspace: Workspace,
    view: Overview,
    audit: Audit,
    team_id: str,
    clothing: Clothing = Clothing.WORKBOOK,
) -> Paper:
    """The form as a paper that can be saved and logged."""
    from jtai_desktop.exchange.evaluation_writing import Written

    team = audits.team_of(audit, team_id)
    sheets = sheets_of(audit, team)
    if not audit.of(Part.LINE):
        raise Refused(NO_LINES, place="Key lines")
    if not sheets:
        raise Refused(NOTHING_OWED.format(team.name), place="Team")
    as_at = london(view.now)
    bare = ExportHead(workspace.store.vault_id, view.inspection.id, as_at, view.council.close)
    head = replace(bare, seal=seal_of(bare, sheets))
    about = _about(workspace, view, audit, team, head.seal)
    what = Written(
        head=head,
        sheets=sheets,
        marking=view.council.marking,
        title=f"{NAME}, {team.name}",
        about=[*about, ("Send it back", form_files.how_back(clothing, "case"))],
        practice=view.inspection.practice,
        form=FORMAT,
        guide=GUIDE,
    )
    # By its number, which names nobody, whatever the team is called.
    stem = f"audit-return-{1 + audit.teams.index(team)}"
    variant = f"{team.name}, {counted(len(sheets), 'case')}"
    return form_files.paper(NAME, variant, what, clothing, stem)


def preview(
    workspace: Workspace,
    inspection_id: str,
    path: Path,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
) -> Preview:
    """What a form would change; nothing is written."""
    from jtai_desktop.exchange.evaluation_asking import ask
    from jtai_desktop.exchange.register_worker import AUDITS

    found = ask(path, say, stop, what=AUDITS)
    elsewhere = belongs_elsewhere(workspace, inspection_id, found.head, found.sheets[0].name)
    if elsewhere:
        return Preview(path.name, found.sha256, found.head.as_at, problems=elsewhere)
    return _compared(workspace, inspection_id, path.name, found)


def apply(
    workspace: Workspace,
    inspection_id: str,
    seen: Preview,
    chosen: Collection[TextChange] = (),
    *,
    returned: bool = True,
) -> Changes:
    """Take in what a form says, and of the conflicts those chosen, all at once or not at all.

    Each return with an answer has then been received, unless the team is still writing. A return
    that was received is never undone by a key, so neither is such a taking in.
    """
    if seen.problems:
        first = seen.problems[0].problem
        raise Refused(f"Nothing was taken in. {first}", place=first.place)
    wanted = [*seen.takable, *(each for each in seen.conflicts if each in chosen)]
    summary = (
        f"{NAME} of {stamp(seen.as_at)} taken in: {counted(len(wanted), 'text')},"
        f" sha256 {seen.sha256[:SHORT]}"
    )
    with workspace.reading() as session:
        before = stored.load(session, inspection_id)
    ids = {each.evaluation_id for each in wanted}
    receives = returned and any(
        found.id in ids and found.stage is not Stage.RECEIVED
        for audit in before
        for found in audit.returns
    )
    with workspace.action(
        "audit.form-taken-in", summary, inspection_id, undoable=not receives
    ) as work:
        every = stored.load(work.session, inspection_id)
        for return_id in dict.fromkeys(each.evaluation_id for each in wanted):
            mine = [each for each in wanted if each.evaluation_id == return_id]
            after = _taken(workspace, every, return_id, mine, returned=returned)
            stored.change_return(work.session, after)
    return work.changes


def _taken(
    workspace: Workspace,
    every: Sequence[Audit],
    return_id: str,
    changes: Sequence[TextChange],
    *,
    returned: bool,
) -> Return:
    audit, before = audits.return_of(every, return_id)
    for each in changes:
        if before.texts.get(each.key, "") != each.here:
            raise Refused(MOVED_ON, place=str(each.spot))
    called, lines = audit.called(before), {each.number for each in audit.of(Part.LINE)}
    after = write(before, {each.key: each.wanted for each in changes}, lines, called)
    if returned and after.texts and after.stage is not Stage.RECEIVED:
        return take(after, Step.RECEIVED, Said(BY_FORM), audits.signed(workspace), called)
    return after


def _about(
    workspace: Workspace, view: Overview, audit: Audit, team: Team, seal: str
) -> list[tuple[str, str]]:
    due = [("Due back", moment_full(audit.due))] if audit.due else []
    practice = view.inspection.practice
    return [
        ("Case audit", ", ".join(each for each in (audit.theme, audit.period) if each)),
        ("Area", view.inspection.area),
        *([("Practice", "This is a practice inspection.")] if practice else []),
        ("For", team.name),
        *due,
        ("As at", stamp(view.now)),
        ("Exported by", workspace.signature),
        ("Export", seal),
    ]


def _compared(workspace: Workspace, inspection_id: str, name: str, found: FormFound) -> Preview:
    back = came_back(found)
    with workspace.reading() as session:
        every = stored.load(session, inspection_id)
    here = {each.id: (audit, each) for audit in every for each in audit.returns}
    changes: list[TextChange] = []
    problems = list(back.problems)
    for each in back.texts:
        try:
            change = _change(here.get(each.evaluation_id), each)
        except Refused as refused:
            problems.append(Trouble(each.spot, "", "", str(refused)))
            continue
        if change is not None:
            changes.append(change)
    log = papers.logged(workspace, inspection_id)
    return Preview(
        file=name,
        sha256=found.sha256,
        as_at=found.head.as_at,
        changes=tuple(changes),
        unchanged=back.unchanged + len(back.texts) - len(changes),
        problems=tuple(problems),
        remarks=(*older(found.head, found.sheets[0].name, NAME, log), *back.remarks),
    )


def _change(here: tuple[Audit, Return] | None, back: TextBack) -> TextChange | None:
    """What would change; nothing where it says here what the form says."""
    if here is None:
        raise Refused(GONE)
    audit, found = here
    if back.row not in {row_of(each) for each in audit.of(Part.LINE)}:
        raise Refused(f"Key line {back.key.question} was taken out here. Empty its answer.")
    now = found.texts.get(back.key, "")
    kept = texts.note(back.text, answer_called(back.key), longest=LONGEST)
    if now == kept:
        return None
    fate = Fate.CONFLICT
    if now == back.exported:
        fate = Fate.CHANGED if now else Fate.NEW
    return TextChange(
        fate=fate,
        spot=back.spot,
        evaluation_id=found.id,
        called=audit.called(found),
        key=back.key,
        place=answer_called(back.key),
        exported=back.exported,
        here=now,
        wanted=kept,
    )


def teams_of(audit: Audit) -> tuple[tuple[Team, tuple[FormSheet, ...]], ...]:
    """The teams that a form can be written for, with their sheets."""
    found = ((team, sheets_of(audit, team)) for team in audit.teams)
    return tuple((team, sheets) for team, sheets in found if sheets)
