"""Days with their hour, and time that passes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from jtai_desktop.domain.moments import LONDON, Hour, Moment, apart, at, end_of_day, london

DAY = date(2026, 7, 1)


def test_the_last_instant_of_a_moment() -> None:
    assert Moment(DAY, Hour.AT, time(9)).deadline().isoformat() == "2026-07-01T09:00:00+01:00"
    assert Moment(DAY, Hour.BEFORE, time(12)).deadline().isoformat() == "2026-07-01T12:00:00+01:00"
    assert end_of_day(DAY).deadline().isoformat() == "2026-07-01T17:00:00+01:00"
    assert end_of_day(DAY).deadline(time(16)).isoformat() == "2026-07-01T16:00:00+01:00"
    assert Moment(DAY).deadline().isoformat() == "2026-07-02T00:00:00+01:00"


def test_iso_has_the_offset_of_its_own_day() -> None:
    assert end_of_day(date(2026, 10, 23)).iso() == "2026-10-23T17:00+01:00"
    assert end_of_day(date(2026, 10, 26)).iso() == "2026-10-26T17:00+00:00"
    assert Moment(DAY).iso() == "2026-07-01"


def test_another_day_keeps_the_hour() -> None:
    assert Moment(DAY, Hour.BEFORE, time(12)).on(date(2026, 7, 2)) == Moment(
        date(2026, 7, 2), Hour.BEFORE, time(12)
    )


@pytest.mark.parametrize(("hour", "clock"), [(Hour.AT, None), (Hour.NONE, time(9))])
def test_hour_and_time_go_together(hour: Hour, clock: time | None) -> None:
    with pytest.raises(ValueError, match="does not go with"):
        Moment(DAY, hour, clock)


def test_london_time() -> None:
    assert london(datetime(2026, 7, 1, 9)).isoformat() == "2026-07-01T09:00:00+01:00"  # noqa: DTZ001 - without a zone on purpose
    assert london(datetime(2026, 7, 1, 9, tzinfo=UTC)).isoformat() == "2026-07-01T10:00:00+01:00"
    assert at(datetime(2026, 7, 1, 23, 30, 59, tzinfo=UTC)) == Moment(
        date(2026, 7, 2), Hour.AT, time(0, 30)
    )


def test_the_time_that_passes_when_the_clocks_change() -> None:
    friday = datetime(2026, 10, 23, 17, tzinfo=LONDON)
    monday = datetime(2026, 10, 26, 9, tzinfo=LONDON)
    assert apart(friday, monday) == timedelta(hours=65)
    assert apart(friday.astimezone(UTC), monday) == timedelta(hours=65)
    assert apart(monday, friday) == -timedelta(hours=65)
