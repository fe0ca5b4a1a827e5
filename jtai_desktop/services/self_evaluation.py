"""What a person can do with the answers of the self-evaluation: write, date, link, agree, bring."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.writing import Signed
from jtai_desktop.domain.inspection import Inspection
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.self_evaluation import writing
from jtai_desktop.domain.self_evaluation.answer import DOCUMENT, JOINT, PART_WORDS, Answer, Part
from jtai_desktop.domain.self_evaluation.forward import Earlier, Forward, bring_forward
from jtai_desktop.domain.self_evaluation.point import Point, points
from jtai_desktop.domain.wording import counted, day_full
from jtai_desktop.services import kept_packs, register, self_points
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import documents, inspections, people
from jtai_desktop.store import self_evaluation as stored

NO_SUCH_AGENCY = "There is no such agency in this inspection."
NO_SUCH_DOCUMENT = "This document is no longer in the register. Choose another."
NOTHING_TO_BRING = "There is nothing in it that is not answered here already."
NOTHING_TO_AGREE = "No draft is shown that could be agreed."
Rule = Callable[[Answer, Point, Signed], Answer]


@dataclass(frozen=True, slots=True)
class EarlierOffer:
    """An inspection whose answers could be brought forward, and how many there are."""

    inspection: Inspection
    answers: int


def write(
    workspace: Workspace, inspection_id: str, key: str, agency: str, texts: Mapping[Part, str]
) -> Changes:
    """Keep what an agency, or all together, answer to a point."""
    parts = [PART_WORDS[part].partition(":")[0] for part in texts]
    what = f"{parts[0]} written" if len(parts) == 1 else f"{counted(len(parts), 'text')} written"
    return _answer(
        workspace,
        inspection_id,
        (key, agency),
        ("written", what),
        lambda answer, point, signed: writing.write(answer, point, texts, signed),
    )


def write_all(
    workspace: Workspace,
    inspection_id: str,
    said: tuple[str, str],
    wanted: Mapping[tuple[str, str], Mapping[Part, str]],
) -> Changes:
    """Keep texts of many answers at once, each named by its point and agency."""
    action, summary = said
    pack = register.pack_of(workspace, inspection_id)
    with workspace.action(f"self-evaluation.{action}", summary, inspection_id) as work:
        every = stored.answers(work.session, inspection_id)
        here = self_points.here(work, pack, inspection_id)
        for (key, agency), texts in wanted.items():
            before = answer_of(workspace, every, key, agency)
            point = self_points.found(here, key)
            after = writing.write(before, point, texts, signed(workspace))
            if after is not before:
                stored.put(work.session, inspection_id, after)
    return work.changes


def date_evidence(
    workspace: Workspace, inspection_id: str, key: str, agency: str, day: date | None
) -> Changes:
    """Say of which day the evidence is, or take that away."""
    today = london(workspace.now).date()
    return _answer(
        workspace,
        inspection_id,
        (key, agency),
        ("dated", f"evidence of {day_full(day)}" if day else "evidence without a date"),
        lambda answer, point, signed: writing.date_evidence(answer, point, day, today, signed),
    )


def link(workspace: Workspace, inspection_id: str, key: str, agency: str, target: str) -> Changes:
    """Link a document of the register, or an audit, that shows it."""
    _refuse_unknown(workspace, inspection_id, target)
    return _answer(
        workspace,
        inspection_id,
        (key, agency),
        ("linked", "evidence linked"),
        lambda answer, point, signed: writing.link(answer, point, target, signed),
    )


def unlink(workspace: Workspace, inspection_id: str, key: str, agency: str, target: str) -> Changes:
    """Take a link away."""
    return _answer(
        workspace,
        inspection_id,
        (key, agency),
        ("unlinked", "link taken away"),
        lambda answer, point, signed: writing.unlink(answer, point, target, signed),
    )


def agree(workspace: Workspace, inspection_id: str, key: str, agency: str = JOINT) -> Changes:
    """Mark an answer as agreed."""
    with workspace.reading() as session:
        every = stored.answers(session, inspection_id)
    others = [each for each in every if each.point == key]
    return _answer(
        workspace,
        inspection_id,
        (key, agency),
        ("agreed", "agreed"),
        lambda answer, point, signed: writing.agree(answer, point, others, signed),
    )


def agree_all(
    workspace: Workspace, inspection_id: str, places: Sequence[tuple[str, str]]
) -> Changes:
    """Mark several answers, each named by its point and agency, as agreed: all or none."""
    if not places:
        raise Refused(NOTHING_TO_AGREE, place="Self-evaluation")
    pack = register.pack_of(workspace, inspection_id)
    summary = f"{counted(len(places), 'answer')} agreed"
    with workspace.action("self-evaluation.agreed", summary, inspection_id) as work:
        every = stored.answers(work.session, inspection_id)
        here = self_points.here(work, pack, inspection_id)
        for key, agency in places:
            point, by = self_points.found(here, key), signed(workspace)
            before = answer_of(workspace, every, key, agency)
            others = [each for each in every if each.point == key]
            stored.put(work.session, inspection_id, writing.agree(before, point, others, by))
    return work.changes


def take_back(workspace: Workspace, inspection_id: str, key: str, agency: str = JOINT) -> Changes:
    """Make an agreed answer a draft again."""
    return _answer(
        workspace,
        inspection_id,
        (key, agency),
        ("draft", "a draft again"),
        lambda answer, point, _: writing.take_back(answer, point),
    )


def look_at(workspace: Workspace, inspection_id: str, key: str, agency: str = JOINT) -> Changes:
    """Say that what was brought forward still holds."""
    return _answer(
        workspace,
        inspection_id,
        (key, agency),
        ("looked-at", "looked at what was brought forward"),
        lambda answer, point, _: writing.look_at(answer, point),
    )


def earlier_ones(workspace: Workspace, inspection_id: str) -> tuple[EarlierOffer, ...]:
    """The other inspections of this vault in which something is answered, the newest first."""
    with workspace.reading() as session:
        others = [e for e in inspections.listed(session) if e.id != inspection_id]
        said = {
            each.id: sum(1 for one in stored.answers(session, each.id) if one.is_said)
            for each in others
        }
    return tuple(EarlierOffer(each, said[each.id]) for each in others if said[each.id])


def forward(workspace: Workspace, inspection_id: str, from_id: str) -> Forward:
    """What bringing forward would bring; nothing is written."""
    return _forward(workspace, inspection_id, _earlier(workspace, from_id))


def bring(workspace: Workspace, inspection_id: str, from_id: str) -> Changes:
    """Bring an earlier inspection’s answers forward, each marked until somebody looks at it."""
    return bring_from(workspace, inspection_id, _earlier(workspace, from_id))


def bring_from(workspace: Workspace, inspection_id: str, earlier: Earlier) -> Changes:
    """The same, of what is known of an earlier inspection."""
    wanted = _forward(workspace, inspection_id, earlier)
    if not wanted.answers:
        raise Refused(NOTHING_TO_BRING, place="Self-evaluation")
    summary = f"{counted(len(wanted.answers), 'answer')} brought forward{_left(wanted)}"
    with workspace.action("self-evaluation.brought", summary, inspection_id) as work:
        for change in wanted.added:
            stored.put_change(work.session, inspection_id, change, "")
        for each in wanted.answers:
            stored.put(work.session, inspection_id, each)
    return work.changes


def signed(workspace: Workspace) -> Signed:
    """Who does it, and when."""
    return Signed(workspace.now, Who(workspace.person, workspace.on_behalf_of))


def answer_of(workspace: Workspace, every: Sequence[Answer], key: str, agency: str) -> Answer:
    """The answer of an agency to a point, or an empty one that is kept once it has something."""
    kept = next((e for e in every if (e.point, e.agency) == (key, agency)), None)
    return kept or Answer(workspace.new_id(), key, agency)


def agency_called(workspace: Workspace, inspection_id: str, agency: str) -> str:
    """Police; joint. Refused where there is no such agency."""
    if agency == JOINT:
        return "joint"
    with workspace.reading() as session:
        known = people.load(session, inspection_id).agencies
    for each in known:
        if each.key == agency:
            return each.short
    raise Refused(NO_SUCH_AGENCY, place="Agency")


def _left(wanted: Forward) -> str:
    """What came with them, and what stayed behind: 2 were answered here, 1 is not asked here."""
    here, lost, new = wanted.here_already, wanted.without_place, len(wanted.added)
    parts = (
        f"{counted(new, 'criterion or marker', 'criteria or markers')} added" if new else "",
        f"{here} {'was' if here == 1 else 'were'} answered here already" if here else "",
        f"{lost} {'is' if lost == 1 else 'are'} not asked here" if lost else "",
    )
    return "".join(f"; {each}" for each in parts if each)


def _answer(
    workspace: Workspace,
    inspection_id: str,
    of: tuple[str, str],
    said: tuple[str, str],
    rule: Rule,
) -> Changes:
    (key, agency), (action, words) = of, said
    pack = register.pack_of(workspace, inspection_id)
    whose = agency_called(workspace, inspection_id, agency)
    summary = f"{self_points.called(key)}, {whose}: {words}"
    with workspace.action(f"self-evaluation.{action}", summary, inspection_id) as work:
        point = self_points.found(self_points.here(work, pack, inspection_id), key)
        every = stored.answers(work.session, inspection_id)
        before = answer_of(workspace, every, key, agency)
        after = rule(before, point, signed(workspace))
        if after is not before:
            stored.put(work.session, inspection_id, after)
    return work.changes


def _refuse_unknown(workspace: Workspace, inspection_id: str, target: str) -> None:
    """Refuse a document that is not of this register."""
    if not target.startswith(DOCUMENT):
        return
    with workspace.reading() as session:
        known = {each.id for each in documents.load(session, inspection_id).documents}
    if target.removeprefix(DOCUMENT) not in known:
        raise Refused(NO_SUCH_DOCUMENT, place="Document")


def _earlier(workspace: Workspace, from_id: str) -> Earlier:
    with workspace.reading() as session:
        inspection = inspections.load(session, from_id)
        answers = stored.answers(session, from_id)
        changed = stored.changes(session, from_id)
    every = points(self_points.of_pack(kept_packs.kept(workspace, inspection)), changed)
    notified = london(inspection.notified).date()
    return Earlier(inspection.area, notified, inspection.pack_id, every, answers)


def _forward(workspace: Workspace, inspection_id: str, earlier: Earlier) -> Forward:
    with workspace.reading() as session:
        inspection = inspections.load(session, inspection_id)
        here = stored.answers(session, inspection_id)
        changed = stored.changes(session, inspection_id)
    pack = kept_packs.kept(workspace, inspection)
    every = points(self_points.of_pack(pack), changed)
    return bring_forward(earlier, every, here, inspection.pack_id, workspace.new_id)
