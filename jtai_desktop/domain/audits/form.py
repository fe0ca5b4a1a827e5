"""The form that a team fills in offline: a sheet for each case, a row for each key line of enquiry.

It is the form of the evaluations in another format: the same hidden columns, stamp and seal, and
the same parts to each line, so that one mechanism writes, reads and compares both.
"""

from jtai_desktop.domain.audits.audit import Audit, Case, Team
from jtai_desktop.domain.audits.entries import Entry, Part
from jtai_desktop.domain.audits.returns import Return
from jtai_desktop.domain.evaluations.evaluation import OWN_PARTS, Key
from jtai_desktop.domain.evaluations.evaluation import Part as Told
from jtai_desktop.domain.evaluations.form import WHOSE, FormRow, FormSheet, RowId

FORMAT = "jtai-audit-return 1"


def sheets_of(audit: Audit, team: Team) -> tuple[FormSheet, ...]:
    """The sheets of a team: one for each case that it owes a return for."""
    found = ((case, audit.owed(case.id, team.id)) for case in audit.cases)
    return tuple(_sheet(audit, case, team, owed) for case, owed in found if owed is not None)


def case_said(case: Case) -> str:
    """Case 2, 14 to 16, In care; low mood."""
    return ", ".join(each for each in (case.reference, case.age_band, case.features) if each)


def row_of(line: Entry) -> str:
    """What names the row of a key line: its number, and itself, since a number may come again.

    A line that was never answered can be taken out, and the next one then has its number.
    """
    return f"{line.number}:{line.id}"


def _sheet(audit: Audit, case: Case, team: Team, owed: Return) -> FormSheet:
    whose = FormRow(RowId(owed.id, WHOSE), "", "Case", "", {Told.EVALUATION: case_said(case)})
    rows = [
        FormRow(
            RowId(owed.id, row_of(line)),
            str(line.number),
            line.text,
            "",
            {part.value: owed.texts.get(Key(line.number, part), "") for part in OWN_PARTS},
        )
        for line in audit.of(Part.LINE)
    ]
    return FormSheet(case.reference, f"{case.reference}, {team.name}", OWN_PARTS, (whose, *rows))
