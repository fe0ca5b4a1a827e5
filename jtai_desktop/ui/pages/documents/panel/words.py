"""What the panel says of an item: its heading, its chips, and its facts."""

from datetime import datetime

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.doubts import Doubt, DoubtKind
from jtai_desktop.domain.documents.doubts import near as day_near
from jtai_desktop.domain.documents.lateness import WITH_AGENCY, Late
from jtai_desktop.domain.documents.lateness import said as late_said
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.documents.track import Standing, Theirs
from jtai_desktop.domain.moments import Hour, Moment, london
from jtai_desktop.domain.wording import counted, moment_near
from jtai_desktop.guidance.requested import Currency
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.timetable.details import NOBODY, Fact
from jtai_desktop.ui.theme.states import State, StateLook, look_of

CURRENCY = {
    Currency.CURRENT: "the current one",
    Currency.MOST_RECENT: "the most recent",
    Currency.MOST_RECENT_ANNUAL: "the most recent annual one",
    Currency.NOT_SAID: "",
}
SETS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
TIMES = {1: "Once", 2: "Twice"}


def near(view: Overview, when: datetime) -> str:
    """Today, 09:05; Mon 9, 14:30; with month and year further off."""
    there = london(when)
    return moment_near(Moment(there.date(), Hour.AT, there.time()), london(view.now).date())


def heading_of(view: Overview, entry: Entry) -> str:
    """4.7 Police · ¶47, or Child C · kind 7 · ¶44."""
    item = entry.item
    agency = agency_of(view, entry.agency)
    number = f"{item.child.label} · kind {item.number}" if item.child else item.number
    if item.child and not item.milestone:
        number = f"{item.child.label} · {item.number}"
    whose = f"{number} · {agency}" if item.child else f"{number} {agency}"
    return f"{whose} · ¶{item.paragraph}" if item.paragraph else whose


def agency_of(view: Overview, key: str) -> str:
    """The name of an agency in this area."""
    return next((each.short for each in view.agencies if each.key == key), key)


def chips_of(entry: Entry) -> tuple[StateLook, ...]:
    """Our state and theirs, then late, then what looks wrong."""
    found = [look_of(entry.ours.value)]
    query = entry.theirs is Theirs.QUERY
    if entry.theirs is not Theirs.NO_STATUS:
        found.append(look_of(entry.theirs.value))
    if entry.late is not Late.NO:
        state = State.LATE_TO_US if entry.late is Late.TO_US else State.LATE
        found.append(look_of(state).worded(late_said(entry.late, entry.late_by)))
    found += [_doubt(each) for each in entry.doubts if not (query and _is_query(each))]
    return tuple(found)


def said_of(view: Overview, entry: Entry) -> str:
    """State, what, until when: as a screen reader says it."""
    ours = look_of(entry.ours.value).said
    due = moment_near(entry.due, london(view.now).date()) if entry.due else "no due time"
    return f"{ours}, {entry.item.called} {entry.item.short}, due {due}"


def facts_of(view: Overview, entry: Entry) -> tuple[Fact, ...]:
    """Everything there is to know of the item; what does not apply is left out."""
    today, item = london(view.now).date(), entry.item
    owner, deputy = _person(view, entry.owner_id), _person(view, entry.deputy_id)
    asked_for = item.asked_for
    found = (
        Fact("Wanted", wanted_of(view, entry)),
        Fact("Held by", agency_of(view, entry.agency) if item.child else ""),
        Fact("Asked by", item.asked_by),
        Fact("Asked for", f"{near(view, asked_for.when)}, {asked_for.by}" if asked_for else ""),
        Fact("Due", moment_near(entry.due, today) if entry.due else ""),
        Fact("Due to us", moment_near(item.internal, today) if item.internal else ""),
        Fact("Status", _status(entry)),
        Fact("Owner", owner or NOBODY),
        Fact("Deputy", deputy),
        Fact("Chased", chased_of(view, entry)),
    )
    return tuple(fact for fact in found if fact.text)


def document_facts(view: Overview, document: Document, found: Standing) -> tuple[Fact, ...]:
    """What stands of one document: its dates, what was sent, why it is closed, the query."""
    this_year = london(view.now).year
    dates = ", ".join(day_near(each, this_year) for each in document.dates)
    facts = [Fact("Dated", dates), Fact("Reason", found.reason)]
    if found.sent:
        sent = found.sent
        how = f"Version {sent.version}, {sent.way}, {near(view, sent.when)}"
        facts.append(Fact("Sent", f"{how}\n{sent.by}"))
        if sent.override:
            facts.append(Fact("Unchecked", sent.override))
        else:
            same = " (same passphrase as who added it)" if sent.same_slot else ""
            facts.append(Fact("Checked by", f"{sent.checked_by}{same}"))
    if found.query:
        facts.append(Fact("Query", _query(view, found)))
    return tuple(fact for fact in facts if fact.text)


def wanted_of(view: Overview, entry: Entry) -> str:
    """Three sets, the most recent, of the last 6 months; if applicable."""
    item = entry.item
    currency, condition = _terms(view, entry)
    if item.count > 1:
        number = SETS.get(item.count, str(item.count))
        currency = f"{number} {item.unit or 'documents'}".strip() + (
            f", {currency}" if currency else ""
        )
    window = f"from the last {item.window_months} months" if item.window_months else ""
    on_request = "only on request" if item.on_request else ""
    parts = (each for each in (currency, window, condition, on_request) if each)
    return _sentence(", ".join(parts))


def chased_of(view: Overview, entry: Entry) -> str:
    """Twice, last today, 09:05."""
    chases = sorted(
        (line for each in entry.standings for line in each.chases), key=lambda line: line.when
    )
    if not chases:
        return ""
    times = TIMES.get(len(chases), f"{len(chases)} times")
    when = near(view, chases[-1].when)
    last = f"{when[:1].lower()}{when[1:]}" if when.startswith("Today") else when
    return f"{times}, last {last}" if len(chases) > 1 else f"{times}, {last}"


def held_of(document: Document, found: Standing) -> str:
    """Inspectors hold 2, we hold 3; nothing to say where both hold the same, or they none."""
    if found.sent is None or found.sent.version == document.newest:
        return ""
    words = f"Inspectors hold {found.sent.version}, we hold {document.newest}"
    return words if found.newer else f"{words}: waived"


def _terms(view: Overview, entry: Entry) -> tuple[str, str]:
    """How recent, and on what condition, as the pack says."""
    number, pack = entry.item.number, view.pack
    if entry.item.child:
        kinds = (each for each in pack.document_kinds if str(each.number) == number)
        return "", next((each.condition for each in kinds), "")
    items = (each for each in pack.items if each.number == number)
    return next((CURRENCY[each.currency] for each in items), ""), ""


def _status(entry: Entry) -> str:
    """What the chips don’t say: that only a part is here."""
    part = entry.ours in WITH_AGENCY and any(each.versions for each in entry.documents)
    documents = len(entry.documents)
    sent = sum(1 for each in entry.standings if each.sent)
    if documents > 1:
        return f"{sent} of {counted(documents, 'document')} sent"
    return "Part of it is here" if part else ""


def _query(view: Overview, found: Standing) -> str:
    query = found.query
    if query is None:
        return ""
    due = f"\nAnswer by {moment_near(query.due, london(view.now).date())}" if query.due else ""
    return f"{query.text}{due}"


def _person(view: Overview, contact_id: str) -> str:
    contact = view.contact(contact_id)
    if contact is None:
        return ""
    return f"{contact.role} (away: {contact.away})" if contact.away else contact.role


def _doubt(doubt: Doubt) -> StateLook:
    state = State.QUERY if _is_query(doubt) else State.WARNING
    return look_of(state).worded(doubt.fact)


def _is_query(doubt: Doubt) -> bool:
    return doubt.kind is DoubtKind.QUERY


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
