"""What a person can do with letters of findings and the findings in them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.findings import draft as drafts
from jtai_desktop.domain.findings import writing
from jtai_desktop.domain.findings.draft import FACT_WORDS, Draft
from jtai_desktop.domain.findings.finding import Finding, Way
from jtai_desktop.domain.findings.letter import KeptLetter
from jtai_desktop.domain.findings.register import called
from jtai_desktop.domain.findings.writing import Typed
from jtai_desktop.domain.flags import Noted
from jtai_desktop.domain.letters.letter import Facts
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.texts import line
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import letter_files
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import findings as stored
from jtai_desktop.store import people

GONE = "This finding is no longer in the list. Choose another."
LETTER_GONE = "This letter is no longer in the list. Choose another."
NOTHING_NEW = "Nothing is confirmed yet: confirm what is right, then keep it."
HOLDS = "{}: findings of it are kept, so it stays. Take them out one by one if they are wrong."


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A letter whose facts are typed."""

    facts: Facts
    received: date | None = None


def kept(workspace: Workspace, inspection_id: str) -> tuple[Finding, ...]:
    """Every finding of every letter, in the letters’ order; retired ones too."""
    with workspace.reading() as session:
        return stored.load(session, inspection_id)


def letters(workspace: Workspace, inspection_id: str) -> tuple[KeptLetter, ...]:
    """Every letter in the record, the oldest first."""
    with workspace.reading() as session:
        return stored.letters(session, inspection_id)


def beside(workspace: Workspace, inspection_id: str, draft: Draft) -> Draft:
    """A draft beside what is kept: where its file was taken in before, the rest of it is open."""
    with workspace.reading() as session:
        every = stored.letters(session, inspection_id)
        findings = stored.load(session, inspection_id)
    same = next((each for each in every if draft.sha256 and each.sha256 == draft.sha256), None)
    if same is None:
        return draft
    return drafts.marked(draft, same, (each for each in findings if each.letter_id == same.id))


def take_in(
    workspace: Workspace,
    inspection_id: str,
    draft: Draft,
    letter_id: str = "",
    content: bytes = b"",
) -> Changes:
    """Keep what was confirmed of a draft, all of it as one step; the rest is counted.

    With a letter named (or known by its file) it is added there, else the letter is new. With the
    content of its file that is taken into the vault too, encrypted as all files are.
    """
    if not draft.confirmed:
        raise Refused(NOTHING_NEW, place="Finding")
    summary = f"{drafts.what_is_kept(draft).capitalize()} of a letter kept"
    with (
        letter_files.taken_in(workspace, content) as taken,
        workspace.action("findings.kept", summary, inspection_id) as work,
    ):
        letter = _letter_for(workspace, work, inspection_id, draft, letter_id or draft.letter_id)
        if taken and not letter.file_id:
            stored.add_file(work.session, inspection_id, letter, taken, workspace.now)
        _add_findings(workspace, work, inspection_id, letter.id, draft)
    return work.changes


def add_letter(workspace: Workspace, inspection_id: str, new: NewLetter) -> Changes:
    """A letter typed: its date, and what else is known of it."""
    facts = drafts.checked_facts(_checked(new.facts))
    letter = KeptLetter(workspace.new_id(), facts, _noted(workspace), received=new.received)
    with workspace.action("letter.added", f"{called(letter)} added", inspection_id) as work:
        stored.add_letter(work.session, inspection_id, letter)
    return work.changes


def set_fact(
    workspace: Workspace, inspection_id: str, letter_id: str, name: str, text: str
) -> Changes:
    """Type or correct one fact of a letter; nothing takes it away."""
    if name not in FACT_WORDS:
        raise Refused("There is no such fact of a letter.", place="Letter")

    def rule(letter: KeptLetter) -> KeptLetter:
        given: dict[str, Any] = {name: drafts.value_of(name, text)}
        return replace(letter, facts=drafts.checked_facts(replace(letter.facts, **given)))

    words = FACT_WORDS[name][:1].lower() + FACT_WORDS[name][1:]
    return change_letter(workspace, inspection_id, letter_id, ("letter.fact", words), rule)


def remove_letter(workspace: Workspace, inspection_id: str, letter_id: str) -> Changes:
    """Take out a letter of which no finding was ever kept."""
    letter = find_letter(workspace, inspection_id, letter_id)
    with workspace.action("letter.removed", f"{called(letter)} taken out", inspection_id) as work:
        if any(each.letter_id == letter_id for each in stored.load(work.session, inspection_id)):
            raise Refused(HOLDS.format(called(letter)), place="Letter")
        for step in stored.steps(work.session, inspection_id):
            if step.letter_id == letter_id:
                stored.remove_step(work.session, step)
        stored.remove_letter(work.session, letter)
    return work.changes


def add(workspace: Workspace, inspection_id: str, letter_id: str, typed: Typed) -> Changes:
    """A finding typed by hand; who types it confirms it."""
    letter = find_letter(workspace, inspection_id, letter_id)
    with workspace.action(
        "finding.added", f"{called(letter)}: a finding added", inspection_id
    ) as work:
        number = stored.next_number(work.session, letter_id)
        bare = Finding(
            workspace.new_id(), letter_id, number, typed.kind, typed.text, _noted(workspace)
        )
        new = writing.changed(bare, typed, _agency_keys(work, inspection_id))
        stored.add(work.session, inspection_id, [new])
    return work.changes


def change(workspace: Workspace, inspection_id: str, finding_id: str, typed: Typed) -> Changes:
    """Another kind, text, heading, place, or other agencies; the printed wording stays."""
    return _change(
        workspace,
        inspection_id,
        (finding_id,),
        ("finding.changed", "changed"),
        lambda work, found: writing.changed(found, typed, _agency_keys(work, inspection_id)),
    )


def set_agencies(
    workspace: Workspace, inspection_id: str, finding_ids: Sequence[str], agencies: Iterable[str]
) -> Changes:
    """Whom these findings are about."""
    wanted = tuple(agencies)
    return _change(
        workspace,
        inspection_id,
        finding_ids,
        ("finding.agencies", "agencies"),
        lambda work, found: writing.concerns(found, wanted, _agency_keys(work, inspection_id)),
    )


def tick_agency(
    workspace: Workspace, inspection_id: str, finding_ids: Sequence[str], key: str, *, on: bool
) -> Changes:
    """Name an agency in each of these findings, or in none; their other agencies stay."""
    return _change(
        workspace,
        inspection_id,
        finding_ids,
        ("finding.agencies", "agencies"),
        lambda work, found: writing.ticked(found, key, _agency_keys(work, inspection_id), on=on),
    )


def retire(workspace: Workspace, inspection_id: str, finding_id: str, reason: str) -> Changes:
    """Take a finding out, with the reason; it stays in the record."""
    noted = replace(_noted(workspace), words=reason)
    return _change(
        workspace,
        inspection_id,
        (finding_id,),
        ("finding.retired", "taken out"),
        lambda _work, found: writing.retired(found, noted),
    )


def bring_back(workspace: Workspace, inspection_id: str, finding_id: str) -> Changes:
    """Let a finding count again."""
    return _change(
        workspace,
        inspection_id,
        (finding_id,),
        ("finding.brought-back", "counts again"),
        lambda _work, found: writing.brought_back(found),
    )


def change_letter(
    workspace: Workspace,
    inspection_id: str,
    letter_id: str,
    what: tuple[str, str],
    rule: Callable[[KeptLetter], KeptLetter],
) -> Changes:
    """A letter after a rule; `what` is the action and its words."""
    action, words = what
    letter = find_letter(workspace, inspection_id, letter_id)
    changed = rule(letter)
    with workspace.action(action, f"{called(letter)}: {words}", inspection_id) as work:
        stored.change_letter(work.session, changed)
    return work.changes


def find_letter(workspace: Workspace, inspection_id: str, letter_id: str) -> KeptLetter:
    """The letter, or a refusal where it is gone."""
    for each in letters(workspace, inspection_id):
        if each.id == letter_id:
            return each
    raise Refused(LETTER_GONE, place="Letter")


def touched(changes: Changes, kind: Kind) -> str:
    """The identity of the record of this kind that an action made or changed; nothing if none."""
    return next((record for of, record in sorted(changes.touched) if of is kind), "")


def _letter_for(
    workspace: Workspace, work: Work, inspection_id: str, draft: Draft, letter_id: str
) -> KeptLetter:
    every = stored.letters(work.session, inspection_id)
    before = next((each for each in every if each.id == letter_id), None)
    if letter_id and before is None:
        raise Refused(LETTER_GONE, place="Letter")
    read = draft.way is Way.READ
    letter = before or KeptLetter(workspace.new_id(), Facts(), _noted(workspace), draft.way)
    spots = {each.name: each.spot for each in draft.confirmed if each.is_fact}
    filled = replace(
        letter,
        facts=drafts.facts_of(draft, letter.facts),
        spots={**letter.spots, **spots},
        left=len(draft.left) if read else letter.left,
        unplaced=len(draft.unplaced) if read else letter.unplaced,
    )
    if read:
        name = line(draft.file, "File", longest=10_000)[-200:]
        filled = replace(filled, file=name, sha256=draft.sha256, pages=draft.pages, way=Way.READ)
    if before is None:
        stored.add_letter(work.session, inspection_id, filled)
    else:
        stored.change_letter(work.session, filled)
    return filled


def _add_findings(
    workspace: Workspace, work: Work, inspection_id: str, letter_id: str, draft: Draft
) -> None:
    first = stored.next_number(work.session, letter_id)
    items = [each for each in draft.confirmed if not each.is_fact]
    signed = _noted(workspace)
    new = [
        writing.of_item(item, workspace.new_id(), letter_id, number, signed, draft.way)
        for number, item in enumerate(items, first)
    ]
    stored.add(work.session, inspection_id, new)


def _change(
    workspace: Workspace,
    inspection_id: str,
    finding_ids: Sequence[str],
    what: tuple[str, str],
    rule: Callable[[Work, Finding], Finding],
) -> Changes:
    action, words = what
    with workspace.reading() as session:
        every = {each.id: each for each in stored.load(session, inspection_id)}
    found = [_one(every, each) for each in dict.fromkeys(finding_ids)]
    if not found:
        raise Refused("Choose a finding first.", place="Finding")
    which = f"Finding {found[0].number}" if len(found) == 1 else counted(len(found), "finding")
    with workspace.action(action, f"{which}: {words}", inspection_id) as work:
        for each in found:
            stored.change(work.session, rule(work, each))
    return work.changes


def _one(every: dict[str, Finding], finding_id: str) -> Finding:
    if finding_id not in every:
        raise Refused(GONE, place="Finding")
    return every[finding_id]


def _checked(facts: Facts) -> Facts:
    names: dict[str, Any] = {
        name: line(getattr(facts, name) or "", FACT_WORDS[name], longest=300) or None
        for name in ("area", "theme", "principal_authority")
    }
    return replace(facts, **names)


def _agency_keys(work: Work, inspection_id: str) -> tuple[str, ...]:
    return tuple(each.key for each in people.load(work.session, inspection_id).agencies)


def _noted(workspace: Workspace) -> Noted:
    return Noted(workspace.now, Who(workspace.person, workspace.on_behalf_of))
