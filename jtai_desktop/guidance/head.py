"""The head of a pack: what it is, its version and its few numbers; and the words of its theme."""

from dataclasses import dataclass

from jtai_desktop.guidance.entry import LINE, Entry, Table
from jtai_desktop.guidance.root import Root

FORMAT = 1
VERSION = 20


@dataclass(frozen=True, slots=True)
class Head:
    """What the pack is and the numbers that its theme sets."""

    id: str
    version: str
    title: str
    theme: str
    guidance_number: str
    guidance_date: str
    notice_working_days: int
    age_from: int
    age_to: int
    look_back_months: int
    children_least: int
    children_most: int
    window_assumed: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words that differ from theme to theme."""

    theme_in_text: str
    inspection: str
    inspection_in_text: str
    need: str
    concern: str
    scope: str
    counts: str
    does_not_count: str
    context_note: str
    front_door: str


def later_format(data: Table) -> bool:
    """Whether a file says that it is of a later format than this program reads."""
    table = data.get("pack")
    said = table.get("format") if isinstance(table, dict) else None
    return type(said) is int and said > FORMAT


def read_head(root: Root) -> Head:
    """The head, with limits that go together."""
    entry = root.table("pack")
    entry.whole("format", 1, FORMAT)
    head = Head(
        id=entry.name("id"),
        version=entry.text("version", most=VERSION),
        title=entry.text("title", most=LINE),
        theme=entry.text("theme", most=LINE),
        guidance_number=entry.text("guidance_number", most=LINE),
        guidance_date=entry.text("guidance_date", most=LINE),
        notice_working_days=entry.whole("notice_working_days", 1, 60),
        age_from=entry.whole("age_from", 0, 25),
        age_to=entry.whole("age_to", 0, 25),
        look_back_months=entry.whole("look_back_months", 1, 120),
        children_least=entry.whole("children_least", 1, 99),
        children_most=entry.whole("children_most", 1, 99),
        window_assumed=entry.text("window_assumed", ""),
        paragraph=entry.paragraph(),
    )
    _in_order(entry, "age_from", head.age_from, "age_to", head.age_to)
    _in_order(entry, "children_least", head.children_least, "children_most", head.children_most)
    entry.close()
    return head


def read_words(root: Root) -> Words:
    """The words of the theme."""
    entry = root.table("words")
    words = Words(**{name: entry.text(name) for name in Words.__slots__})
    entry.close()
    return words


def _in_order(entry: Entry, first: str, least: int, last: str, most: int) -> None:
    if entry.says(first, least) and entry.says(last, most) and least > most:
        entry.fault(f"“{first}” is above “{last}”; turn them round.")
