"""The command `letter`: a published letter in, its findings out. It needs no vault."""

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli.plain_parser import refused
from jtai_desktop.domain.letters.letter import Facts, Finding, Kind, Letter, Unplaced, Why
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted, day_full

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - only name

TITLES = {
    Kind.STRENGTH: "Strength",
    Kind.IMPROVEMENT: "Area for improvement",
    Kind.PRIORITY: "Area for priority action",
    Kind.PRACTICE: "Practice study",
}
UNKNOWN = "not found"
SHOWN = 100  # signs of a passage that is only listed


def add_parser(subparsers: "Subparsers") -> None:
    """Adds `letter`."""
    parser = subparsers.add_parser("letter", help="read the findings of a published letter")
    parser.add_argument("file", type=Path, metavar="FILE", help="the letter, a PDF")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints the findings; a file that is no letter is one sentence on stderr."""
    from jtai_desktop.services.letters import read

    try:
        letter = read(args.file)
    except Refused as problem:
        return refused(problem)
    # Plain ASCII inside the JSON, so that no terminal's or pipe's encoding can spoil it.
    print(json.dumps(as_data(letter), indent=2) if args.json else "\n".join(_lines(letter)))
    return 0


def as_data(letter: Letter) -> dict[str, object]:
    """The letter as JSON has it."""
    facts = letter.facts
    return {
        "letter_date": _iso(facts.letter_date),
        "fieldwork_start": _iso(facts.fieldwork_start),
        "fieldwork_end": _iso(facts.fieldwork_end),
        "area": facts.area,
        "theme": facts.theme,
        "statement_due": _iso(facts.statement_due),
        "principal_authority": facts.principal_authority,
        "findings": [_finding(finding) for finding in letter.findings],
        "unplaced": [_unplaced(left) for left in letter.unplaced],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _finding(finding: Finding) -> dict[str, object]:
    passage = finding.passage
    return {
        "kind": str(finding.kind),
        "heading": passage.heading,
        "text": passage.text,
        "page": passage.page,
    }


def _unplaced(left: Unplaced) -> dict[str, object]:
    passage = left.passage
    return {
        "why": str(left.why),
        "heading": passage.heading,
        "text": passage.text,
        "page": passage.page,
    }


def _lines(letter: Letter) -> Iterator[str]:
    yield from _facts(letter.facts)
    heading = ""
    for finding in letter.findings:
        if finding.passage.heading != heading:
            heading = finding.passage.heading
            yield from ("", heading)
        yield from _listed(finding)
    yield from ("", _count(letter))
    for left in letter.unplaced:
        if left.why is not Why.NARRATIVE:
            yield f"  page {left.passage.page}, {left.why}: {_short(left.passage.text)}"


def _facts(facts: Facts) -> Iterator[str]:
    start, end = facts.fieldwork_start, facts.fieldwork_end
    fieldwork = f"{day_full(start)} to {day_full(end)}" if start and end else UNKNOWN
    yield f"Area                 {facts.area or UNKNOWN}"
    yield f"Theme                {facts.theme or UNKNOWN}"
    yield f"Letter of            {_day(facts.letter_date)}"
    yield f"Fieldwork            {fieldwork}"
    yield f"Statement due        {_day(facts.statement_due)}"
    yield f"Principal authority  {facts.principal_authority or UNKNOWN}"


def _day(day: date | None) -> str:
    return day_full(day) if day else UNKNOWN


def _listed(finding: Finding) -> Iterator[str]:
    first, *rest = finding.passage.text.split("\n")
    yield f"  {TITLES[finding.kind]}, page {finding.passage.page}: {first}"
    yield from (f"    {part}" for part in rest)


def _count(letter: Letter) -> str:
    narrative = sum(left.why is Why.NARRATIVE for left in letter.unplaced)
    other = len(letter.unplaced) - narrative
    return (
        f"{counted(len(letter.findings), 'finding')}; not placed: "
        f"{counted(narrative, 'paragraph')} of narrative, {other} other."
    )


def _short(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1].rstrip()}…"
