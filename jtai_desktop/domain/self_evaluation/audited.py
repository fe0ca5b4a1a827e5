"""What case audits found, as the answers of the self-evaluation are held against it."""

from collections.abc import Iterable
from datetime import date

from jtai_desktop.domain.audits.audit import Audit
from jtai_desktop.domain.audits.entries import Entry, Part, Side
from jtai_desktop.domain.self_evaluation.answer import AUDIT
from jtai_desktop.domain.self_evaluation.nudges import Headline
from jtai_desktop.domain.self_evaluation.point import key_of


def headlines(audits: Iterable[Audit]) -> tuple[Headline, ...]:
    """Every headline; one that names no criterion or marker is about none."""
    return tuple(_headline(audit, entry) for audit in audits for entry in audit.of(Part.HEADLINE))


def _headline(audit: Audit, entry: Entry) -> Headline:
    point = key_of(entry.marker)
    return Headline(
        audit=f"{AUDIT}{audit.id}",
        text=entry.text,
        day=_day(audit),
        points=frozenset({point} if point else ()),
        is_weakness=entry.side is Side.IMPROVE,
        called=", ".join(part for part in ("Case audit", audit.theme, audit.period) if part),
    )


def _day(audit: Audit) -> date:
    """When its returns were due: nobody knew before what it found."""
    return audit.due.day if audit.due else audit.agreed or date.min
