"""The command `findings`: letters, findings and statements; with `read`, a letter taken in."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli.returned import say
from jtai_desktop.cli.tables import aligned
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from datetime import date

    from jtai_desktop.domain.findings.draft import Draft
    from jtai_desktop.domain.findings.finding import Finding
    from jtai_desktop.domain.findings.letter import KeptLetter
    from jtai_desktop.domain.findings.register import Findings
    from jtai_desktop.domain.findings.statement import Statement
    from jtai_desktop.services.one_inspection import Overview

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

HEADS = ("No.", "Kind", "Page", "Agencies", "Actions", "Text")
SHOWN = 90  # signs of a text in the table


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `findings`."""
    parser = subparsers.add_parser("findings", help="findings of letters, and their statements")
    add_vault(parser, outer=True)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)
    inner = parser.add_subparsers(title="commands", metavar="")
    read = inner.add_parser("read", help="read a letter of findings, and keep it with --yes")
    add_vault(read, inner=True)
    read.add_argument("file", type=Path, metavar="FILE", help="the letter, a PDF")
    read.add_argument(
        "--yes", action="store_true", help="confirm every fact and finding, and keep them"
    )
    read.set_defaults(run=take_in)


def run(args: argparse.Namespace) -> int:
    """Print letters, findings and statements, or JSON."""
    from jtai_desktop.services import overview

    with opened(args) as workspace:
        view = overview.load(workspace, inspection_of(workspace, args))
    if args.json:
        print(json.dumps(_data(view.findings()), indent=2))
    else:
        print("\n".join(_lines(view)))
    return 0


def take_in(args: argparse.Namespace) -> int:
    """Read a letter; keep what it says once that is confirmed."""
    from jtai_desktop.domain.findings import draft as drafts
    from jtai_desktop.services import findings, letters

    file = letters.opened(args.file)
    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        draft = findings.beside(workspace, inspection_id, letters.draft_of(file, say()))
        print("\n".join(_of_draft(draft)))
        if not draft.left:
            print("All of it was kept before; nothing was changed.")
            return 0
        if not args.yes:
            print("Nothing was kept yet; say --yes once you have looked through it.")
            return 0
        done = drafts.confirmed(draft, [each.key for each in draft.left])
        changes = findings.take_in(workspace, inspection_id, done, content=file.content)
    print(f"{changes.summary}.")
    return 0


def _data(found: "Findings") -> dict[str, object]:
    return {
        "letters": [_letter(found, each) for each in found.statements],
        "findings": [_finding(found, each) for each in found.findings],
    }


def _letter(found: "Findings", statement: "Statement") -> dict[str, object]:
    letter, facts = statement.letter, statement.letter.facts
    return {
        "id": letter.id,
        "letter_date": _iso(facts.letter_date),
        "fieldwork_start": _iso(facts.fieldwork_start),
        "fieldwork_end": _iso(facts.fieldwork_end),
        "area": facts.area,
        "theme": facts.theme,
        "principal_authority": facts.principal_authority,
        "file": letter.file or None,
        "sha256": letter.sha256 or None,
        "in_vault": bool(letter.file_id),
        "not_confirmed": letter.left,
        "not_placed": letter.unplaced,
        "findings": len(found.of_letter(letter.id)),
        "statement": _statement(statement),
    }


def _statement(statement: "Statement") -> dict[str, object]:
    check = statement.check
    return {
        "received": _iso(statement.received.day),
        "received_assumed": statement.received.assumed,
        "due": _iso(statement.due),
        "computed": statement.computed,
        "printed": _iso(statement.letter.facts.statement_due),
        "counted": _iso(check.counted) if check else None,
        "apart": check.apart if check else None,
        "why_apart": statement.why_apart,
        "who": statement.who,
        "sent": _iso(statement.letter.sent),
        "asked_for": not statement.letter.no_statement,
        "steps": [
            {
                "name": each.kept.step.name,
                "papers": _iso(each.planned.papers),
                "meets": _iso(each.planned.meets),
                "latest": _iso(each.planned.latest),
                "held": each.kept.held,
                "warnings": list(each.warnings),
            }
            for each in statement.steps
        ],
    }


def _finding(found: "Findings", finding: "Finding") -> dict[str, object]:
    return {
        "id": finding.id,
        "letter": finding.letter_id,
        "number": finding.number,
        "kind": finding.kind.value,
        "heading": finding.heading,
        "text": finding.text,
        "printed": finding.printed or None,
        "agencies": list(finding.agencies),
        "page": finding.page or None,
        "paragraph": finding.paragraph or None,
        "way": finding.way.value,
        "confirmed_by": finding.confirmed.by.signed,
        "confirmed": finding.confirmed.when.isoformat(timespec="minutes"),
        "retired": finding.retired.words if finding.retired else None,
        "actions": found.answers.get(finding.id, 0),
    }


def _iso(day: "date | None") -> str | None:
    return day.isoformat() if day else None


def _lines(view: "Overview") -> Iterator[str]:
    found = view.findings()
    if not found.letters:
        yield "No letter is in the record yet."
    for statement in found.statements:
        yield from _of_letter(view, found, statement)


def _of_letter(view: "Overview", found: "Findings", statement: "Statement") -> Iterator[str]:
    from jtai_desktop.domain.findings.register import called

    letter = statement.letter
    yield f"{called(letter)}: {_counted(found, letter)}"
    yield _due(statement)
    rows = [_row(view, found, each) for each in found.of_letter(letter.id)]
    if rows:
        yield from aligned(HEADS, rows)
    for each in statement.steps:
        yield from (f"  {words}" for words in each.warnings)


def _counted(found: "Findings", letter: "KeptLetter") -> str:
    from jtai_desktop.domain.findings.register import open_words
    from jtai_desktop.domain.wording import counted

    said = counted(len(found.of_letter(letter.id)), "finding")
    left = open_words(letter)
    return f"{said}, {left}" if left else said


def _due(statement: "Statement") -> str:
    from jtai_desktop.domain.wording import day_full

    if statement.letter.no_statement:
        return "No written statement is asked for."
    if statement.letter.sent:
        return f"Written statement sent {day_full(statement.letter.sent)}."
    if statement.due is None or statement.check is None:
        return "No date for the written statement."
    how = "computed" if statement.computed else "as printed"
    said = f"Written statement due {day_full(statement.due)}, {how}. {statement.check.sentence}"
    return f"{said} {statement.why_apart}".strip()


def _row(view: "Overview", found: "Findings", finding: "Finding") -> tuple[str, ...]:
    from jtai_desktop.domain.findings.finding import kind_words

    short = {each.key: each.short for each in view.agencies}
    text = finding.text.replace("\n", " ")
    return (
        str(finding.number),
        kind_words(finding.kind),
        str(finding.page or "–"),
        ", ".join(short.get(key, key) for key in finding.agencies) or "–",
        str(found.answers.get(finding.id, 0) or "–"),
        text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…",
    )


def _of_draft(draft: "Draft") -> Iterator[str]:
    heading = ""
    for each in draft.items:
        if each.heading != heading and each.is_placed:
            heading = each.heading
            yield from ("", heading or "Without a heading")
        if each.is_placed:
            first, *rest = each.text.split("\n")
            yield f"  {each.words}, page {each.page}: {first}"
            yield from (f"    {line}" for line in rest)
    yield from ("", f"{draft.said}.")
