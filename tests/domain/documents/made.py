"""Documents and items for tests: short to write, with steps that each come a minute later."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from jtai_desktop.domain.documents.document import Answer, Document, Version
from jtai_desktop.domain.documents.items import Item, Source
from jtai_desktop.domain.documents.lines import Line, Point, Step, Who
from jtai_desktop.domain.documents.register import Entry, Moments, register
from jtai_desktop.domain.documents.taking import add_version, take
from jtai_desktop.domain.moments import LONDON, Moment, end_of_day

START = datetime(2026, 11, 3, 11, 0, tzinfo=LONDON)
NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
NOTIFIED = date(2026, 11, 2)
CLOSE = time(17)
DUE: dict[str, Moment] = {"area-information": end_of_day(date(2026, 11, 10))}
MOMENTS = Moments(DUE, NOTIFIED, NOW, CLOSE)
COORDINATOR = Who("Inspection coordinator")
READER = Who("Quality lead")
ALL_POINTS = tuple(Point)


def item(number: str = "4.7", **given: object) -> Item:
    made = Item(f"item {number}", Source.PACK, number, milestone="area-information")
    return replace(made, **given)  # type: ignore[arg-type]


def document(number: str = "4.7", **given: object) -> Document:
    made = Document(f"document {number}", f"Title {number}", "police")
    return replace(made, answers=(Answer(f"item {number}"),), **given)  # type: ignore[arg-type]


def version(by: Who = COORDINATOR, sha256: str = "a1") -> Version:
    when = START.astimezone(UTC)
    return Version(0, "minutes.pdf", 1000, sha256, when, by, kept="f")


def line(at: Document, step: Step, **given: object) -> Line:
    """A line that lacks nothing, by the reader; what is given stands instead."""
    number = len(at.lines)
    when = START + timedelta(minutes=number)
    made = Line(f"{at.id} {number}", step, when, READER, reason="Because", text="Why?")
    whole = replace(made, way="portal" if step is Step.SEND else "", points=ALL_POINTS)
    return replace(whole, **given)  # type: ignore[arg-type]


def stepped(at: Document, *steps: Step, **given: object) -> Document:
    for step in steps:
        at = take(at, line(at, step, **given))
    return at


def received(at: Document, by: Who = COORDINATOR) -> Document:
    return stepped(add_version(at, version(by)), Step.RECEIVE)


def sent(at: Document | None = None) -> Document:
    return stepped(received(at or document()), Step.CHECK, Step.SEND)


def entry(of: Item, *documents: Document, moments: Moments = MOMENTS) -> Entry:
    return register([of], documents, moments).entries[0]
