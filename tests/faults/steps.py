"""A round of real actions, through the services that a person’s clicks call.

Step `n` does the same each time it is done: identities and the clock come from its number. So
the state after each step is known beforehand, and a state that is none of them is a partial one.
"""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from jtai_desktop.domain.inspection import Beginning
from jtai_desktop.domain.milestones import Agreed
from jtai_desktop.domain.moments import LONDON, Hour, Moment
from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.domain.printing import Way
from jtai_desktop.services import (
    council,
    inspections,
    milestones,
    overview,
    papers,
    people,
    undoing,
    views,
    working_as,
)
from jtai_desktop.services.workspace import Workspace

START = datetime(2026, 11, 2, 9, 20, tzinfo=LONDON)
NOTIFIED = datetime(2026, 11, 2, 9, 0, tzinfo=LONDON)
HERE = f"{1:032x}"
MEETINGS = "meetings"
PAPERS = "papers"
Step = Callable[[Workspace, int], object]
Round = tuple[tuple[str, Step], ...]
_in_place: list[Round] = []


def clock_of(n: int) -> datetime:
    """The time at which step `n` is done."""
    return START + timedelta(minutes=n)


def birth(workspace: Workspace) -> None:
    """Begin the inspection that all steps are about."""
    workspace.new_id = _ids(0)
    beginning = Beginning("Northmoor", NOTIFIED, "cmh-2019")
    assert inspections.begun(inspections.begin(workspace, beginning)) == HERE


def take(workspace: Workspace, n: int) -> None:
    """Do step `n`, counted from 1."""
    workspace.new_id, workspace.clock = _ids(n), lambda: clock_of(n)
    workspace.on_behalf_of = ""
    here = round_now()
    here[(n - 1) % len(here)][1](workspace, n)


def name_of(n: int) -> str:
    """What step `n` is."""
    here = round_now()
    return here[(n - 1) % len(here)][0]


def round_now() -> Round:
    """The steps that are gone through: the usual ones, unless others stand in their place."""
    return _in_place[-1] if _in_place else ROUND


@contextmanager
def instead(other: Round) -> Iterator[None]:
    """Go through other steps, also in processes that begin meanwhile."""
    _in_place.append(other)
    yield
    _in_place.pop()


def paper_of(folder: Path) -> Path:
    """Where the steps save their paper: beside the vault, not in it."""
    return folder.parent / PAPERS / "checklist.pdf"


def _ids(n: int) -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: (
        f"{n:x}{next(numbers):028x}"[-32:].rjust(32, "0") if n else f"{next(numbers):032x}"
    )


def _settings(workspace: Workspace, n: int) -> None:
    settings = replace(council.load(workspace), council=f"Northmoor {n}", destroy_after_days=30)
    working_as.act_for(workspace, f"Director {n}")
    council.change(workspace, settings)


def _rename(workspace: Workspace, n: int) -> None:
    inspections.rename(workspace, HERE, f"Northmoor {n}")


def _add_agency(workspace: Workspace, n: int) -> None:
    people.add_agency(workspace, HERE, f"Agency {n}")


def _change_agency(workspace: Workspace, n: int) -> None:
    people.change_agency(workspace, HERE, replace(_agency(workspace), name=f"Agency changed {n}"))


def _remove_agency(workspace: Workspace, _n: int) -> None:
    people.remove_agency(workspace, HERE, _agency(workspace))


def _add_contact(workspace: Workspace, n: int) -> None:
    agency = _agency(workspace).id
    people.add_contact(workspace, HERE, Contact("", agency, f"Lead {n}", phone="01632 960 101"))


def _change_contact(workspace: Workspace, n: int) -> None:
    people.change_contact(workspace, HERE, replace(_contact(workspace), away=f"until day {n}"))


def _remove_contact(workspace: Workspace, _n: int) -> None:
    people.remove_contact(workspace, HERE, _contact(workspace))


def _name_owner(workspace: Workspace, _n: int) -> None:
    named = overview.load(workspace, HERE).named_milestones[0]
    people.name_owner(workspace, HERE, named, _contact(workspace).id)


def _name_deputy(workspace: Workspace, _n: int) -> None:
    named = overview.load(workspace, HERE).named_milestones[0]
    people.name_deputy(workspace, HERE, named, _contact(workspace).id)


def _done(workspace: Workspace, n: int) -> None:
    milestones.mark_done(workspace, HERE, MEETINGS, note=f"Note of step {n}")


def _reopen(workspace: Workspace, _n: int) -> None:
    milestones.reopen(workspace, HERE, MEETINGS)


def _set_by_hand(workspace: Workspace, n: int) -> None:
    moment = Moment(date(2026, 11, 6), Hour.AT, time(9, n % 60))
    milestones.set_by_hand(workspace, HERE, MEETINGS, moment, f"Reason of step {n}")


def _bring_back(workspace: Workspace, _n: int) -> None:
    milestones.bring_back(workspace, HERE, MEETINGS)


def _agree(workspace: Workspace, n: int) -> None:
    agreed = Agreed(Moment(date(2026, 11, 6)), "Lead inspector", workspace.now, f"Agreed in {n}")
    milestones.record_agreement(workspace, HERE, MEETINGS, agreed)


def _withdraw(workspace: Workspace, _n: int) -> None:
    milestones.withdraw_agreement(workspace, HERE, MEETINGS)


def _undo(workspace: Workspace, _n: int) -> None:
    undoing.undo(workspace, HERE)


def _redo(workspace: Workspace, _n: int) -> None:
    undoing.redo(workspace, HERE)


def _add_closure(workspace: Workspace, n: int) -> None:
    day = date(2027, 1, 4) + timedelta(days=n)
    council.add_closure(workspace, council.closure_for(day, f"Closed {n}"))


def _remove_closure(workspace: Workspace, _n: int) -> None:
    council.remove_closure(workspace, council.load(workspace).closures[-1])


def _date(workspace: Workspace, n: int) -> None:
    notified = NOTIFIED + timedelta(minutes=n % 30)
    inspections.change_dates(workspace, HERE, notified, date(2026, 11, 16))


def _view(workspace: Workspace, n: int) -> None:
    views.save(workspace, HERE, {"today": {"scroll": n}})


def _print(workspace: Workspace, n: int) -> None:
    papers.log(workspace, HERE, _paper(workspace, n), Way.PRINTED)


def _save_paper(workspace: Workspace, n: int) -> None:
    papers.save(workspace, HERE, _paper(workspace, n), paper_of(workspace.folder))


def _begin(workspace: Workspace, n: int) -> None:
    beginning = Beginning(f"Practice {n}", NOTIFIED, "cmh-2019", practice=True)
    inspections.begin(workspace, beginning)


def _paper(workspace: Workspace, n: int) -> papers.Paper:
    """A stand-in: how a paper is drawn is none of the vault’s business."""
    content = b"%PDF paper of step " + str(n).encode() + b"." * 9000
    return papers.Paper("Daily checklist", "everyone", workspace.now, content, 2, f"{n:012x}")


def _agency(workspace: Workspace) -> Agency:
    return overview.load(workspace, HERE).agencies[-1]


def _contact(workspace: Workspace) -> Contact:
    return overview.load(workspace, HERE).contacts[-1]


# One after the other each finds what it needs, and the next round can follow.
ROUND: Round = (
    ("change the settings", _settings),
    ("rename the inspection", _rename),
    ("add an agency", _add_agency),
    ("change an agency", _change_agency),
    ("add a contact", _add_contact),
    ("change a contact", _change_contact),
    ("name an owner", _name_owner),
    ("add another contact", _add_contact),
    ("name a deputy", _name_deputy),
    ("mark a milestone done", _done),
    ("open a milestone again", _reopen),
    ("set a time by hand", _set_by_hand),
    ("bring the time back", _bring_back),
    ("record an agreement", _agree),
    ("withdraw an agreement", _withdraw),
    ("undo", _undo),
    ("do again", _redo),
    ("add a closure day", _add_closure),
    ("remove a closure day", _remove_closure),
    ("change the dates", _date),
    ("keep how a page was left", _view),
    ("log a print", _print),
    ("save a paper", _save_paper),
    ("remove a contact", _remove_contact),
    ("remove the other contact", _remove_contact),
    ("remove an agency", _remove_agency),
    ("begin another inspection", _begin),
)
