"""The fields that a theme adds to the lists, the answers that clash, and who is in scope."""

from dataclasses import dataclass
from enum import StrEnum

from jtai_desktop.guidance.child_lists import ChildList, CodeSet, CodeSets
from jtai_desktop.guidance.entry import LINE, Entry, Known
from jtai_desktop.guidance.root import Root

PAIR = 2


class Role(StrEnum):
    """When a field of the theme has to be answered."""

    GATE = "gate"
    FOLLOW_UP = "follow-up"
    COMPLETED = "completed"


class Weight(StrEnum):
    """How grave it is when answers do not go together."""

    ERROR = "error"
    WARNING = "warning"
    REMARK = "remark"


class Answer(StrEnum):
    """What a field of the theme can be answered with."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class ExtraField:
    """One field that the theme adds to some lists."""

    key: str
    title: str
    role: Role
    lists: tuple[int, ...]
    paragraph: str
    codes: tuple[str, ...] = ()
    in_age: bool = False
    after: tuple[str, ...] = ()
    filled_with: str = ""
    also_seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerCheck:
    """Answers of one child that do not go together, by the keys of their fields."""

    weight: Weight
    answers: tuple[tuple[str, Answer], ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Who counts as in scope: on one of the lists, any of these and all of those answered yes."""

    lists: tuple[int, ...]
    any_of: tuple[str, ...]
    all_of: tuple[str, ...]
    paragraph: str


def read_extra_fields(
    root: Root, sets: CodeSets, lists: tuple[ChildList, ...]
) -> tuple[ExtraField, ...]:
    """Every field of the theme, in the order of the file."""
    numbers = root.keys("lists", "number")
    gates = root.keys("extra_fields")
    found = []
    for entry in root.entries("extra_fields"):
        field = _field(entry, sets, gates, numbers)
        _filled_with_fits(entry, field, lists)
        found.append(field)
    return tuple(found)


def read_answer_checks(root: Root) -> tuple[AnswerCheck, ...]:
    """Every pair of answers that do not go together."""
    fields = root.keys("extra_fields")
    return tuple(_check(entry, fields) for entry in root.entries("answer_checks", "sentence"))


def read_scope(root: Root) -> Scope:
    """Who counts as in scope."""
    entry = root.table("scope")
    fields = root.keys("extra_fields")
    found = Scope(
        lists=entry.numbers("lists", root.keys("lists", "number"), "lists"),
        any_of=entry.names("any_of", fields, "extra_fields", needed=True),
        all_of=entry.names("all_of", fields, "extra_fields"),
        paragraph=entry.paragraph(),
    )
    entry.close()
    return found


def _field(entry: Entry, sets: CodeSets, gates: Known, numbers: Known) -> ExtraField:
    role = entry.choice("role", Role)
    if entry.says("role", Role.FOLLOW_UP) and not entry.has("after"):
        entry.fault("“after” is missing; name the gates that a follow-up belongs to.")
    if entry.says("role", Role.COMPLETED) and not entry.has("filled_with"):
        entry.fault("“filled_with” is missing; name the column that shows completion.")
    return ExtraField(
        key=entry.name(),
        title=entry.text("title", most=LINE),
        role=role,
        lists=entry.numbers("lists", numbers, "lists"),
        paragraph=entry.paragraph(),
        codes=sets.get(
            entry.refers("codes", frozenset(sets) or None, "code_sets"), CodeSet(())
        ).codes,
        in_age=entry.flag("in_age"),
        after=entry.names("after", gates, "extra_fields"),
        filled_with=entry.text("filled_with", "", most=LINE),
        also_seen=entry.texts("also_seen"),
    )


def _filled_with_fits(entry: Entry, field: ExtraField, lists: tuple[ChildList, ...]) -> None:
    if not field.filled_with.strip():
        return
    for one in lists:
        if one.number in field.lists and one.columns:
            names = {column.name for column in one.columns}
            if field.filled_with not in names:
                entry.fault(f"“filled_with” names a column that list {one.number} does not have.")


def _check(entry: Entry, fields: Known) -> AnswerCheck:
    return AnswerCheck(
        weight=entry.choice("weight", Weight),
        answers=_answers(entry, fields),
        sentence=entry.text("sentence"),
    )


def _answers(entry: Entry, fields: Known) -> tuple[tuple[str, Answer], ...]:
    answers = entry.part("answers")
    if not isinstance(answers, dict) or len(answers) < PAIR:
        entry.fault("“answers” must be a table of two or more fields, each with “yes” or “no”.")
        return ()
    # The names of the inner table are keys of fields, its values the answers.
    inner = entry.inner("answers", answers)
    inner.names_known(fields, "extra_fields")
    found = tuple((key, inner.choice(key, Answer)) for key in answers)
    inner.close()
    return found
