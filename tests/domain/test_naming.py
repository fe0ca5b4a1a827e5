"""Who is named for what."""

from jtai_desktop.domain.naming import Wanted, named
from jtai_desktop.domain.people import Contact, Duty, Responsibility

LEAD, QUALITY = Contact("l", "a", "Lead"), Contact("q", "a", "Quality lead")
WANTED = (Wanted("1", "Section one", ("council",)), Wanted("2", "Section two"))


def test_each_thing_wanted_comes_once_in_its_order() -> None:
    held = [
        Responsibility("r", Duty.SECTION, "2", "l", "q"),
        # One whose people are gone; and the same key, another duty.
        Responsibility("t", Duty.SECTION, "1", "gone", ""),
        Responsibility("s", Duty.MILESTONE, "1", "q", "l"),
    ]
    first, second = named(Duty.SECTION, WANTED, held, [LEAD, QUALITY])
    assert (first.key, first.owner, first.deputy) == ("1", None, None)
    assert (first.gap, first.agencies) == ("no owner, no deputy", ("council",))
    assert (second.owner, second.deputy, second.gap) == (LEAD, QUALITY, "")


def test_nobody_is_named_where_nothing_is_recorded() -> None:
    assert [each.owner for each in named(Duty.MILESTONE, WANTED, [], [LEAD])] == [None, None]
