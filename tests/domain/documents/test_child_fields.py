"""The facts of a child as a person types them, and what is refused at which field."""

from datetime import datetime, timedelta

import pytest

from jtai_desktop.domain.documents.child_fields import NAMES, Field, ages, text_of, typed
from jtai_desktop.domain.documents.children import spoken
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.people import Agency
from jtai_desktop.domain.problems import Refused

NOW = datetime(2026, 11, 9, 14, 0, tzinfo=LONDON)
AGENCIES = (
    Agency("1", "council", "Northmoor Council", "Council"),
    Agency("2", "police", "Northmoor Police", "Police"),
)
CHILD = Child("c", "NM-01", "Child A")


def after(field: Field, text: str) -> Child:
    return typed(CHILD, field, text, NOW, AGENCIES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14", (14, 0)),
        ("13 to 15", (13, 15)),
        ("13-15", (13, 15)),
        ("13–15", (13, 15)),
        ("14-14", (14, 0)),
        (" ", (0, 0)),
    ],
)
def test_an_age_or_a_band(text: str, found: tuple[int, int]) -> None:
    assert ages(text) == found


@pytest.mark.parametrize("text", ["fourteen", "15 to 13", "26", "13 to 99", "-1", "14.5", "1 4"])
def test_what_is_no_age_is_refused_at_its_field(text: str) -> None:
    with pytest.raises(Refused) as refused:
        ages(text)
    assert refused.value.problem.place == NAMES[Field.AGE]


def test_a_band_is_shown_and_spoken() -> None:
    child = after(Field.AGE, "13 to 15")
    assert text_of(child, Field.AGE, AGENCIES) == "13–15"
    assert spoken(child) == "Child A, NM-01, age 13–15"


def test_agencies_are_found_by_any_of_their_names_each_once() -> None:
    child = after(Field.AGENCIES, "police,  Northmoor council, POLICE,")
    assert child.agencies == ("police", "council")
    assert text_of(child, Field.AGENCIES, AGENCIES) == "Police, Council"
    with pytest.raises(Refused, match="There are: Council and Police") as refused:
        after(Field.AGENCIES, "Police, Fire")
    assert refused.value.problem.place == "Agencies"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("now", NOW),
        ("yes", NOW),
        ("11:30", NOW.replace(hour=11, minute=30)),
        ("6 Nov 2026, 10:00", NOW - timedelta(days=3, hours=4)),
        ("no", None),
        ("", None),
    ],
)
def test_when_the_school_was_told(text: str, told: datetime | None) -> None:
    assert after(Field.SCHOOL_TOLD, text).school_told == told


@pytest.mark.parametrize("text", ["tomorrow", "10 Nov 2026, 09:00", "16:00"])
def test_a_time_to_come_or_none_at_all_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        after(Field.SCHOOL_TOLD, text)
    assert refused.value.problem.place == "School told"


def test_every_field_gives_back_what_was_typed() -> None:
    for field in set(Field) - {Field.AGE, Field.AGENCIES, Field.SCHOOL_TOLD}:
        assert text_of(after(field, "  Child   G "), field, AGENCIES) == "Child G"
    with pytest.raises(Refused, match="Label is empty"):
        after(Field.LABEL, " ")
