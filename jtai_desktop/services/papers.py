"""Papers: what is printed, from the same facts as the screens, and the log of what left."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.conversations.calling_back import Holds
from jtai_desktop.domain.day import for_agency
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.people import Agency
from jtai_desktop.domain.printing import PrintEntry, Way
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.texts import shown_name
from jtai_desktop.domain.typed import quoted
from jtai_desktop.domain.wording import day_full, listed
from jtai_desktop.exchange.whole_files import written_aside
from jtai_desktop.reports.checklist import DailyChecklist
from jtai_desktop.reports.checklist_of_day import Setting, checklist_of
from jtai_desktop.reports.pack import Pack, Single
from jtai_desktop.reports.progress import Heard, unheard
from jtai_desktop.reports.seals import seal_of, with_seal
from jtai_desktop.services import overview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import printing as stored

CHECKLIST = "Daily checklist"
EVERYONE = "everyone"
SAVING = "Writing the file"
STAYS = "The paper itself could not be taken back: delete {name} there, since the log may lack it."


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper ready to print or save; `seal` is the hash of what is on it.

    `holds` names the conversations on it, for the log and for calling it back.
    """

    name: str
    variant: str
    as_at: datetime
    content: bytes
    pages: int
    seal: str
    file_name: str = ""
    missing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    holds: Holds = ()


@dataclass(frozen=True, slots=True)
class Named:
    """What a paper is called: its name, for whom, at which time, and as a file."""

    name: str
    variant: str
    as_at: datetime
    file_name: str


def checklist(
    workspace: Workspace,
    inspection_id: str,
    day: date | None = None,
    *,
    agency: str = "",
    as_at: datetime | None = None,
) -> Paper:
    """The daily checklist of a day, for everyone or one agency (its key)."""
    return rendered(*checklist_of_day(workspace, inspection_id, day, agency=agency, as_at=as_at))


def checklist_of_day(
    workspace: Workspace,
    inspection_id: str,
    day: date | None = None,
    *,
    agency: str = "",
    as_at: datetime | None = None,
) -> tuple[DailyChecklist, Named]:
    """What it says and what it is called, not yet drawn."""
    view = overview.load(workspace, inspection_id)
    moment = london(as_at or view.now)
    wanted = day or moment.date()
    what = checklist_paper(view, wanted, moment, agency)
    variant = agency_of(view, agency).short if agency else EVERYONE
    # By its key, which names nobody, whatever an agency is called here.
    file_name = f"checklist-{wanted.isoformat()}-{agency or EVERYONE}.pdf"
    return what, Named(CHECKLIST, variant, moment, file_name)


def checklist_paper(view: Overview, day: date, as_at: datetime, agency: str = "") -> DailyChecklist:
    """What the checklist says."""
    facts = view.day(as_at) if day == as_at.date() else view.day_on(day)
    name = ""
    if agency:
        found = agency_of(view, agency)
        people = frozenset(each.id for each in view.contacts if each.agency_id == found.id)
        facts, name = for_agency(facts, found.key, people), found.name
    return checklist_of(
        facts,
        Setting(
            area=view.inspection.area,
            theme=view.pack.words.inspection,
            marking=view.council.marking,
            practice=view.inspection.practice,
            as_at=as_at,
            agency=name,
        ),
    )


def agency_of(view: Overview, key: str) -> Agency:
    """The agency of that key; refused, with the keys there are, where there is none."""
    for agency in view.agencies:
        if agency.key == key:
            return agency
    keys = listed([agency.key for agency in view.agencies])
    raise Refused(f"There is no agency {quoted(key)}. There are: {keys}.", place="Agency")


def log(
    workspace: Workspace,
    inspection_id: str,
    paper: Paper,
    way: Way,
    last: Callable[[], None] = lambda: None,
) -> Changes:
    """Note that a paper left the program. Never undone: paper can't be called back by a key.

    `last` is done just before the line is kept; if it raises, there is no line.
    """
    days = overview.load(workspace, inspection_id).council.destroy_after_days
    now = workspace.now
    entry = PrintEntry(
        id=workspace.new_id(),
        when=now,
        who=workspace.signature,
        paper=paper.name,
        variant=paper.variant,
        as_at=paper.as_at,
        pages=paper.pages,
        way=way,
        destroy_by=london(now).date() + timedelta(days=days),
        seal=paper.seal,
    )
    summary = f"{paper.name} ({paper.variant}) {way}, destroy by {day_full(entry.destroy_by)}"
    with workspace.action("paper.left", summary, inspection_id, undoable=False) as work:
        stored.add(work.session, inspection_id, entry, paper.holds)
        last()
    return work.changes


def save(
    workspace: Workspace, inspection_id: str, paper: Paper, path: Path, heard: Heard = unheard
) -> Changes:
    """Write a paper to a file, whole or not at all, and note it in the log; both or neither.

    It is written aside, and put in its place when only the end of the log’s own writing is to come:
    what stops it before that leaves neither, and the file of before as it was.
    """
    _refuse_in_vault(workspace, path)
    with written_aside(paper.content, path, lambda share: heard(SAVING, share)) as aside:
        try:
            return log(workspace, inspection_id, paper, Way.SAVED, aside.put)
        except BaseException as stop:
            if aside.is_put:
                _take_back(path, stop)
            raise


def _take_back(path: Path, stop: BaseException) -> None:
    """The log could not be kept after all, so neither may the paper."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        if isinstance(stop, Refused):
            sentence = f"{stop} {STAYS.format(name=shown_name(path.name))}"
            raise Refused(sentence, place="file") from error


def _refuse_in_vault(workspace: Workspace, path: Path) -> None:
    """A paper must not take the place of the database or the keys."""
    vault, folder = (os.path.realpath(each) for each in (workspace.folder, path.parent))
    if Path(folder).is_relative_to(vault):
        sentence = "That is the folder of the vault. Choose another folder for papers."
        raise Refused(sentence, place="file")


def logged(workspace: Workspace, inspection_id: str) -> tuple[PrintEntry, ...]:
    """What left the program, newest first."""
    with workspace.reading() as session:
        return stored.listed(session, inspection_id)


def rendered(
    what: DailyChecklist | Single | Pack,
    named: Named,
    heard: Heard = unheard,
    files: Sequence[bytes] = (),
) -> Paper:
    """The paper as PDF, sealed: the seal stands in its footers and in the log.

    `files` are the pages of the documents that a pack names as bound in.
    """
    from jtai_desktop.reports.pdf.document import printed

    seal = seal_of(what, named.variant)
    done = printed(with_seal(what, seal), heard, files)
    return Paper(
        name=named.name,
        variant=named.variant,
        as_at=named.as_at,
        content=done.pdf,
        pages=done.pages,
        seal=seal,
        file_name=named.file_name,
        missing=tuple(glyph.name for glyph in done.missing),
        holds=_held_by(what),
    )


def _held_by(what: DailyChecklist | Single | Pack) -> Holds:
    """Whose conversations stand on a paper, each once."""
    if isinstance(what, DailyChecklist):
        return what.holds
    sheets = (what.sheet,) if isinstance(what, Single) else (what.cover, *what.sheets)
    return tuple(dict.fromkeys(one for sheet in sheets for one in sheet.holds))
