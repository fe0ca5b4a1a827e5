"""Calendar files: read back by another reader, London time over the year, folding, escaping."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.moments import LONDON
from jtai_desktop.exchange.calendars import TIMEZONE, ZONE, Appointment, calendar_of

STAMP = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
START = datetime(2026, 11, 17, 10, 0, tzinfo=LONDON)


def lines(*appointments: Appointment) -> list[str]:
    """The lines as a reader unfolds them."""
    text = calendar_of(appointments, STAMP).decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def entry(**given: object) -> Appointment:
    made: dict[str, object] = {"start": START, "end": START + timedelta(hours=1)}
    return Appointment("a@jtai", 7, **{"summary": "Review", **made, **given})  # type: ignore[arg-type]


def test_an_entry_has_all_that_a_calendar_asks_for() -> None:
    found = lines(entry(place="Room 2"))
    start = found.index("BEGIN:VEVENT")
    assert found[start:-1] == [
        "BEGIN:VEVENT",
        "UID:a@jtai",
        "SEQUENCE:7",
        "DTSTAMP:20261110T104000Z",
        "DTSTART;TZID=Europe/London:20261117T100000",
        "DTEND;TZID=Europe/London:20261117T110000",
        "SUMMARY:Review",
        "LOCATION:Room 2",
        "STATUS:CONFIRMED",
        "END:VEVENT",
    ]
    assert "STATUS:CANCELLED" in lines(entry(cancelled=True))


def test_a_day_without_an_hour_ends_the_day_after() -> None:
    found = lines(entry(start=date(2026, 11, 13), end=date(2026, 11, 13)))
    assert "DTSTART;VALUE=DATE:20261113" in found
    assert "DTEND;VALUE=DATE:20261114" in found


@given(st.integers(0, 365 * 24 * 4))
def test_another_reader_of_the_zone_has_london_s_time_all_the_year(quarters: int) -> None:
    when = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * quarters)
    local = when.astimezone(LONDON)
    read = tzical(StringIO("\r\n".join(TIMEZONE) + "\r\n")).get(ZONE)
    written = [line for line in lines(entry(start=local)) if line.startswith("DTSTART")][-1]
    value = written.partition(":")[2]
    if value.endswith("Z"):
        found = datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    else:
        found = datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=read)
    assert found.astimezone(UTC) == when


def test_the_hour_that_comes_twice_is_written_by_the_world_s_clock() -> None:
    again = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1)
    assert "DTSTART:20261025T013000Z" in lines(entry(start=again))
    assert "DTSTART:20261025T003000Z" in lines(entry(start=again.replace(fold=0)))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_any_text_comes_back_and_no_line_is_too_long(text: str) -> None:
    content = calendar_of([entry(summary=text)], STAMP)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    (summary,) = [line for line in lines(entry(summary=text)) if line.startswith("SUMMARY:")]
    plain = summary.removeprefix("SUMMARY:").replace("\\\\", "\0")
    assert plain.replace("\\;", ";").replace("\\,", ",").replace("\0", "\\") == text


def test_a_line_break_in_a_text_stays_within_its_line() -> None:
    assert "SUMMARY:One\\nEND:VEVENT" in lines(entry(summary="One\nEND:VEVENT"))


def test_the_same_input_gives_the_same_bytes() -> None:
    assert calendar_of([entry()], STAMP) == calendar_of([entry()], STAMP)


# A week that crosses the end of summer time: from Monday 19 to Monday 26 October 2026.
CROSSING = tuple(
    datetime(2026, 10, day, hour, 30, tzinfo=LONDON, fold=fold)
    for day, hour, fold in (
        (19, 9, 0),
        (23, 16, 0),
        (24, 23, 0),
        (25, 0, 0),
        (25, 1, 0),
        (25, 1, 1),
        (25, 2, 0),
        (25, 9, 0),
        (26, 9, 0),
    )
)


def by_the_block(name: str, value: str, zone: tzinfo | None) -> datetime:
    """A reader that goes by the zone that stands in the file."""
    if value.endswith("Z"):
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    assert name.endswith(f";TZID={ZONE}")
    return datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=zone)


def by_the_name(name: str, value: str, _zone: tzinfo | None) -> datetime:
    """A reader that knows the zone by its name, and passes the block over."""
    if value.endswith("Z"):
        return datetime.fromisoformat(value)
    return datetime.fromisoformat(value).replace(tzinfo=ZoneInfo(name.partition("TZID=")[2]))


@pytest.mark.parametrize("reader", [by_the_block, by_the_name])
def test_a_week_across_the_end_of_summer_time_is_read_back(
    reader: Callable[[str, str, tzinfo | None], datetime],
) -> None:
    hour = timedelta(hours=1)
    entries = [
        Appointment(f"{at}@jtai", 1, start, (start.astimezone(UTC) + hour).astimezone(LONDON), "x")
        for at, start in enumerate(CROSSING)
    ]
    found = lines(*entries)
    begin, end = found.index("BEGIN:VTIMEZONE"), found.index("END:VTIMEZONE")
    block = "\r\n".join(found[begin : end + 1]) + "\r\n"
    zone = tzical(StringIO(block)).get(ZONE)
    events = [line.partition(":") for line in found[end:]]
    starts = [reader(n, v, zone).astimezone(UTC) for n, _, v in events if n[:7] == "DTSTART"]
    ends = [reader(n, v, zone).astimezone(UTC) for n, _, v in events if n[:5] == "DTEND"]
    assert starts == [each.astimezone(UTC) for each in CROSSING]
    assert [after - before for before, after in zip(starts, ends, strict=True)] == [hour] * 9
