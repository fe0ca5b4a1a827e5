"""What papers say of the evaluations of a child; inspectors read only which are done."""

from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.evaluations.register import Entry
from jtai_desktop.domain.wording import counted, listed
from jtai_desktop.reports.blocks import Cell, Fact
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.states import LATE, STAGE

TO_FOLLOW = Cell("To follow")


def finished_words(material: Material) -> str:
    """1 of 6 finished; nothing where none is asked for."""
    found = material.evaluations
    return found.finished_of if found.joint else ""


def joint_cell(material: Material, child: Child) -> Cell:
    """Where the joint one stands, and whether it is late."""
    entry = material.evaluations.joint_of(child.id)
    if entry is None:
        return Cell(NOBODY)
    return state_cell(material, entry)


def own_cell(material: Material, child: Child) -> Cell:
    """How many agencies have brought theirs, and for whom we wait."""
    own = material.evaluations.own_of(child.id)
    if not own:
        return Cell(NOBODY)
    back = sum(1 for each in own if each.is_finished)
    said = f"{back} of {counted(len(own), 'agency', 'agencies')}"
    waiting = [
        material.agency_short(each.evaluation.agency) for each in own if not each.is_finished
    ]
    if not waiting or material.for_inspectors:
        return Cell(said)
    return Cell(said, below=(Cell(f"to come: {', '.join(waiting)}", quiet=True),))


def facts(material: Material, child: Child) -> tuple[Fact, ...]:
    """The joint one, and which agencies have brought their own."""
    joint = material.evaluations.joint_of(child.id)
    rows = [_joint_fact(material, joint)] if joint else []
    own = material.evaluations.own_of(child.id)
    if own:
        here = [_agency(material, each) for each in own if each.is_finished]
        waiting = [_agency(material, each) for each in own if not each.is_finished]
        said = [f"{listed(here)} here" if here else "", f"{listed(waiting)} to come"]
        shown = said if waiting and not material.for_inspectors else said[:1]
        rows.append(Fact("Agencies’ own", "; ".join(each for each in shown if each) or NOBODY))
    return tuple(rows)


def state_cell(material: Material, entry: Entry) -> Cell:
    """Where one stands, and whether it is late; inspectors read of none that is not finished."""
    if material.for_inspectors and not entry.is_finished:
        return TO_FOLLOW
    look, late = STAGE[entry.evaluation.stage], LATE.get(entry.late)
    return Cell(look.text, look.sign, below=(late,) if late else ())


def _joint_fact(material: Material, entry: Entry) -> Fact:
    look = state_cell(material, entry)
    late = ", ".join(each.text for each in look.below)
    answered = "" if material.for_inspectors else f", {entry.filled_of} questions answered"
    return Fact("Joint evaluation", f"{look.text}{answered}", remark=late, sign=look.sign)


def _agency(material: Material, entry: Entry) -> str:
    return material.agency_short(entry.evaluation.agency)
