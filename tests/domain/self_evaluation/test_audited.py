"""Headlines of case audits, as answers are held against them."""

from datetime import date

from jtai_desktop.domain.audits.audit import Audit, Fact, with_facts
from jtai_desktop.domain.audits.entries import Entry, Part, Side
from jtai_desktop.domain.self_evaluation.audited import headlines


def test_a_headline_names_its_audit_its_day_and_the_point_that_it_is_about() -> None:
    found = (
        Entry("h1", Part.HEADLINE, 1, "They wait.", side=Side.IMPROVE, marker="ESN 26"),
        Entry("h2", Part.HEADLINE, 2, "All met.", side=Side.STRENGTH, marker="marker 9"),
        Entry("h3", Part.HEADLINE, 3, "Nobody rang.", side=Side.IMPROVE, marker="the third"),
        Entry("r1", Part.RECOMMENDATION, 1, "Ring."),
    )
    audit = with_facts(Audit("a1", "Thresholds", entries=found), {Fact.DUE: "4 Nov 2026, 12:00"})
    first, second, third = headlines((audit,))
    assert (first.audit, first.text, first.day) == ("audit:a1", "They wait.", date(2026, 11, 4))
    assert (sorted(first.points), first.is_weakness) == (["criterion:26"], True)
    assert (sorted(second.points), second.is_weakness) == (["marker:9"], False)
    assert third.points == frozenset()
    assert first.called == "Case audit, Thresholds"


def test_without_any_day_an_audit_was_always_there() -> None:
    entry = Entry("h1", Part.HEADLINE, 1, "They wait.", side=Side.IMPROVE)
    (only,) = headlines((Audit("a1", "Thresholds", entries=(entry,)),))
    assert only.day == date.min
