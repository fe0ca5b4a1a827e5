"""The command `audits`: where each return stands; `form` and `import`: the forms out and back."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli.returned import (
    THEIRS,
    add_options,
    becomes,
    ended,
    exported_as,
    part,
    say,
    trouble,
)
from jtai_desktop.cli.tables import aligned
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.audits.audit import Audit, Team
    from jtai_desktop.domain.audits.register import Owed, Standing
    from jtai_desktop.services.evaluation_forms import Preview, TextChange
    from jtai_desktop.services.one_inspection import Overview

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

HEADS = ("Case", "Team", "Stands at", "Chased", "Late", "Records")
NONE = "No case audit has been begun."
WHICH = "which one, if not the newest"


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `audits`."""
    parser = subparsers.add_parser("audits", help="where the returns of the case audits stand")
    add_vault(parser, outer=True)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)
    inner = parser.add_subparsers(title="commands", metavar="")
    form = inner.add_parser("form", help="write the form of a team, with its cases")
    add_vault(form, inner=True)
    add = form.add_argument
    add("--team", required=True, metavar="NAME", help="whose form")
    add("--audit", type=int, default=0, metavar="NUMBER", help=WHICH)
    add("--out", type=Path, required=True, metavar="FILE", help="the .xlsx or .docx to write")
    form.set_defaults(run=write_form)
    report = inner.add_parser("report", help="write the report of an audit, as PDF or for Word")
    add_vault(report, inner=True)
    report.add_argument("--audit", type=int, default=0, metavar="NUMBER", help=WHICH)
    report.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the .pdf or .docx to write"
    )
    report.set_defaults(run=write_report)
    back = inner.add_parser("import", help="show what a form that came back would change")
    add_vault(back, inner=True)
    add_options(back, what="form", unit="answer")
    back.set_defaults(run=take_in)


def run(args: argparse.Namespace) -> int:
    """Print a line for each return that is owed, or JSON."""
    from jtai_desktop.services import overview

    with opened(args) as workspace:
        view = overview.load(workspace, inspection_of(workspace, args))
    if args.json:
        print(json.dumps(as_data(view), indent=2))
    else:
        print("\n".join(_told(view)))
    return 0


def write_form(args: argparse.Namespace) -> int:
    """Write the form of a team."""
    from jtai_desktop.services import audit_forms, overview

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        audit = _audit(overview.load(workspace, inspection_id), args.audit)
        team = _team(audit, args.team)
        changes = audit_forms.export(workspace, inspection_id, args.out, audit.id, team.id)
    print(f"{changes.summary}: {args.out.name}")
    return 0


def write_report(args: argparse.Namespace) -> int:
    """Write the report of one audit."""
    from jtai_desktop.services import audit_reports, overview

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        audit = _audit(overview.load(workspace, inspection_id), args.audit)
        changes = audit_reports.save(workspace, inspection_id, audit.id, args.out)
    print(f"{changes.summary}: {args.out.name}")
    return 0


def take_in(args: argparse.Namespace) -> int:
    """Print what would change; with --yes change it. 1 where a problem stops it."""
    from jtai_desktop.services import audit_forms

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        seen = audit_forms.preview(workspace, inspection_id, args.file, say())
        code = ended(_lines(seen), seen.problems, yes=args.yes)
        if code is not None:
            return code
        chosen = seen.conflicts if args.both_changed == THEIRS else ()
        changes = audit_forms.apply(workspace, inspection_id, seen, chosen)
    print(f"{changes.summary}." if changes else "There was nothing to take in.")
    return 0


def as_data(view: "Overview") -> dict[str, object]:
    """The audits as JSON has them: how they stand, never what is written."""
    found = view.audits()
    return {
        "as_at": view.now.isoformat(timespec="minutes"),
        "late": len(found.late),
        "audits": [_standing(view, each) for each in found.standing],
    }


def _standing(view: "Overview", found: "Standing") -> dict[str, object]:
    from jtai_desktop.domain.audits.entries import Part

    audit = found.audit
    return {
        "id": audit.id,
        "theme": audit.theme,
        "period": audit.period or None,
        "due": audit.due.iso(view.council.close) if audit.due else None,
        "cases": len(audit.cases),
        "teams": [each.name for each in audit.teams],
        "attendees": found.attendees,
        "entries": {part.value: len(audit.of(part)) for part in Part},
        "received": len(found.received),
        "late": len(found.late),
        "lacks": list(found.doubts),
        "returns": [_return(each) for each in found.owed],
    }


def _return(owed: "Owed") -> dict[str, object]:
    received = owed.found.received
    return {
        "id": owed.found.id,
        "case": owed.case.reference,
        "team": owed.team.name,
        "stage": owed.found.stage.value,
        "chased": len(owed.found.chases),
        "archived": owed.found.archived is not None,
        "received": received.isoformat(timespec="minutes") if received else None,
        "late": owed.late_by is not None,
        "answered": sorted({key.question for key in owed.found.texts}),
    }


def _told(view: "Overview") -> Iterator[str]:
    standing = view.audits().standing
    if not standing:
        yield NONE
    for number, each in enumerate(standing, 1):
        late = f", {len(each.late)} late" if each.late else ""
        yield f"{number}. {each.audit.theme}: {each.received_of}{late}"
        yield from ("", *aligned(HEADS, [_row(owed) for owed in each.owed]), "")


def _row(owed: "Owed") -> tuple[str, ...]:
    return (
        owed.case.reference,
        owed.team.name,
        owed.found.stage.value,
        str(len(owed.found.chases) or "–"),
        owed.late_said or "–",
        "archived" if owed.found.archived else "–",
    )


def _audit(view: "Overview", number: int) -> "Audit":
    from jtai_desktop.domain.problems import Refused

    every = view.audited
    if not every:
        raise Refused(f"{NONE} Begin one in the window.", place="Audit")
    if not 0 <= number <= len(every):
        raise Refused(f"There is no audit {number}: there are {len(every)}.", place="Audit")
    return every[number - 1]


def _team(audit: "Audit", name: str) -> "Team":
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.typed import quoted
    from jtai_desktop.domain.wording import listed

    for team in audit.teams:
        if team.name.casefold() == name.strip().casefold():
            return team
    there = listed([each.name for each in audit.teams]) or "none yet"
    raise Refused(f"There is no team {quoted(name)}. There are: {there}.", place="Team")


def _lines(seen: "Preview") -> Iterator[str]:
    from jtai_desktop.domain.wording import counted, stamp
    from jtai_desktop.services.evaluation_forms import Fate

    would = counted(len(seen.takable), "text")
    yield f"Form of {stamp(seen.as_at)}: {would} would change, {seen.unchanged} unchanged."
    for title, fate in (("New", Fate.NEW), ("Changed", Fate.CHANGED)):
        yield from part(title, [_change(each) for each in seen.changes if each.fate is fate])
    both = [f"{_change(each)}; {exported_as(each.exported)}" for each in seen.conflicts]
    yield from part("Changed here as well", both)
    for title, troubles in (("Problems", seen.problems), ("Remarks", seen.remarks)):
        yield from part(title, [trouble(each) for each in troubles])


def _change(each: "TextChange") -> str:
    return f"{each.called}, {each.place}: {becomes(each.here, each.wanted)} ({each.spot})"
