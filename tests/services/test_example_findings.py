"""The example’s earlier letter: read, confirmed, given to agencies, its statement sent in time."""

from datetime import date

from jtai_desktop.domain.findings.finding import Kind
from jtai_desktop.domain.remarks.of_day import remarks
from jtai_desktop.services import overview
from jtai_desktop.services.workspace import Workspace


def test_the_earlier_letter_stands_there_calmly(workspace: Workspace, inspection: str) -> None:
    view = overview.load(workspace, inspection)
    found = view.findings()
    (letter,) = found.letters
    assert letter.facts.letter_date == date(2026, 3, 6)
    assert (letter.left, letter.unplaced) == (0, 0)
    counts = {kind: found.count(kind) for kind in Kind}
    assert counts == {
        Kind.STRENGTH: 5,
        Kind.IMPROVEMENT: 8,
        Kind.PRIORITY: 1,
        Kind.PRACTICE: 1,
    }
    assert not found.without_agency
    assert [each.number for each in found.findings if each.is_corrected] == [6]
    assert all(each.page and each.printed for each in found.findings)
    (statement,) = found.statements
    assert statement.due == date(2026, 6, 18)
    assert statement.check is not None
    assert statement.check.apart == -1  # 70 working days from receipt on 9 March
    assert "day of the letter" in statement.why_apart
    assert all(each.kept.held and not each.planned.warnings[1:] for each in statement.steps)
    mine = {"Findings", "Written statement"}
    assert not [each for each in remarks(view.day()) if each.link in mine]
