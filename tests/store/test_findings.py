"""Letters, findings and steps: what goes in comes out, stale saves are refused, nothing is lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jtai_desktop.domain.changes import Kind as Record
from jtai_desktop.domain.findings.finding import Kind, Way
from jtai_desktop.domain.findings.letter import Spot
from jtai_desktop.domain.letters.letter import Facts
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import findings
from jtai_desktop.store.vault import Store
from tests.domain.findings import made
from tests.store import scene

LETTER = made.letter(
    way=Way.READ,
    file="letter.pdf",
    sha256="ab" * 32,
    pages=11,
    spots={"letter_date": Spot(1, 2, "6 March 2026")},
    received=date(2026, 3, 9),
    left=2,
    unplaced=3,
)
READ = made.finding(
    printed="Point 1 must be better.", agencies=("police", "council"), page=4, paragraph=2
)


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """A small vault with a letter, a finding and a step."""
    found = scene.reopen(folder)
    with found.action(scene.deed()) as doing:
        findings.add_letter(doing.session, scene.HERE, LETTER)
        findings.add(doing.session, scene.HERE, [READ])
        findings.add_step(doing.session, scene.HERE, made.step(meets=date(2026, 5, 5)))
    yield found
    found.close()


def test_what_goes_in_comes_out(store: Store) -> None:
    with store.reading() as session:
        assert findings.letters(session, scene.HERE) == (LETTER,)
        assert findings.load(session, scene.HERE) == (READ,)
        assert findings.steps(session, scene.HERE) == (made.step(meets=date(2026, 5, 5)),)
        assert findings.load(session, "elsewhere") == ()
        assert findings.next_number(session, "l1") == 2
        assert findings.next_number(session, "none") == 1
    assert store.verify() == ()


def test_the_oldest_letter_comes_first_with_its_findings(store: Store) -> None:
    earlier = made.letter(id="l0", facts=Facts(letter_date=date(2019, 5, 1)))
    undated = made.letter(id="l9", facts=Facts())
    with store.action(scene.deed()) as doing:
        for each in (earlier, undated):
            findings.add_letter(doing.session, scene.HERE, each)
        new = [made.finding(2, letter_id="l0"), made.finding(1, id="f9", letter_id="l0")]
        findings.add(doing.session, scene.HERE, new)
    with store.reading() as session:
        ids = [each.id for each in findings.letters(session, scene.HERE)]
        found = [(each.letter_id, each.number) for each in findings.load(session, scene.HERE)]
    assert ids == ["l9", "l0", "l1"]
    assert found == [("l0", 1), ("l0", 2), ("l1", 1)]


def test_a_change_is_kept_and_told_and_a_stale_one_refused(store: Store) -> None:
    retired = replace(READ, kind=Kind.PRIORITY, text="Other.", retired=made.BY, agencies=())
    with store.action(scene.deed()) as doing:
        findings.change(doing.session, retired)
    assert doing.changes.touched == {(Record.FINDING, "f1")}
    with store.reading() as session:
        (found,) = findings.load(session, scene.HERE)
    assert found == retired
    assert (found.stands, found.is_corrected, found.wants_answer) == (False, True, False)
    with (
        pytest.raises(Refused, match="changed in the meantime"),
        store.action(scene.deed()) as doing,
    ):
        findings.change(doing.session, replace(READ, text="From before"))


def test_letters_and_steps_change_and_go(store: Store) -> None:
    with store.action(scene.deed()) as doing:
        findings.change_letter(doing.session, replace(LETTER, sent=date(2026, 6, 1), left=0))
        findings.change_step(doing.session, made.step(name="Cabinet", held=True))
    with store.reading() as session:
        (letter,) = findings.letters(session, scene.HERE)
        (step,) = findings.steps(session, scene.HERE)
    assert (letter.sent, letter.left) == (date(2026, 6, 1), 0)
    assert (step.step.name, step.held, step.step.meets) == ("Cabinet", True, None)
    with store.action(scene.deed()) as doing:
        findings.remove_step(doing.session, step)
    with store.reading() as session:
        assert findings.steps(session, scene.HERE) == ()
