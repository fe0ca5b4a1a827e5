"""Each kind of fault in the other parts is told once, with its place and what to do."""

import pytest

from jtai_desktop.domain.problems import Problem
from jtai_desktop.guidance.reading import read_data
from tests.guidance.spoiling import MINUTES, Data, Fault, Spoil, drop, put

ORGANISATION = "items, 1st entry, number “1.1”"
CONTACTS = "lists, 1st entry, number “1”"
GENDER = f"{CONTACTS}, columns, 2nd entry, name “Gender”"


def _column(field: str, value: object) -> Spoil:
    return lambda data: data["lists"][0]["columns"][1].update({field: value})


FAULTS: list[Fault] = [
    (
        "a number is a text",
        put("items", 23, "count", "three"),
        MINUTES,
        "“count” must be a whole number, not a text.",
    ),
    (
        "a number is out of range",
        put("items", 23, "count", 0),
        MINUTES,
        "“count” is out of range; it must be from 1 to 99.",
    ),
    (
        "an age is out of range",
        lambda data: data["pack"].update(age_to=99),
        "pack",
        "“age_to” is out of range; it must be from 0 to 25.",
    ),
    (
        "a type of column is not one",
        _column("type", "codes"),
        GENDER,
        "“type” is “codes”; it must be “id”, “category”, “date”, “integer” or “text”.",
    ),
    (
        "a short title is too long",
        put("items", 1, "short", "x" * 33),
        ORGANISATION,
        "“short” has 33 characters; at most 32 fit.",
    ),
    (
        "a paragraph is not one",
        put("items", 1, "paragraph", "see above"),
        ORGANISATION,
        "“paragraph” is “see above”; write it like “23, 29” or “32–35”.",
    ),
    (
        "a text is empty",
        put("items", 1, "title", "  "),
        ORGANISATION,
        "“title” is empty; write the text, or leave an optional line out.",
    ),
    (
        "a text has a control character",
        put("items", 1, "title", "Charts\x07"),
        ORGANISATION,
        "“title” holds a line end or a control character; take it out.",
    ),
    (
        "a text turns the direction of writing",
        put("items", 1, "title", "Charts \u202e now"),
        ORGANISATION,
        "“title” holds a line end or a control character; take it out.",
    ),
    (
        "a section is unknown",
        put("items", 23, "section", 9),
        MINUTES,
        "“section” names “9”, which “sections” does not have.",
    ),
    (
        "number and section differ",
        put("items", 23, "section", 5),
        MINUTES,
        "“number” and “section” differ: “4.7” and 5.",
    ),
    (
        "an item does not say how recent",
        drop("items", 1, "currency"),
        ORGANISATION,
        "Say how recent it must be: “currency”, “window_months” or “on_request”.",
    ),
    (
        "a count without a unit",
        drop("items", 23, "unit"),
        MINUTES,
        "“unit” is missing; say what is counted, such as “sets”.",
    ),
    (
        "a number stands twice",
        put("document_kinds", 2, "number", 1),
        "document_kinds, 2nd entry, number “1”",
        "The 1st entry has this number already; each needs its own.",
    ),
    (
        "a grid head has three lines",
        put("document_kinds", 1, "grid", ["a", "b", "c"]),
        "document_kinds, 1st entry, number “1”",
        "“grid” has 3 lines; the head of the grid has room for two.",
    ),
    (
        "a key is not one",
        put("may_meet", 1, "key", "The Voluntary"),
        "may_meet, 1st entry, key “The Voluntary”",
        "“key” is “The Voluntary”; use small letters, digits and single hyphens only.",
    ),
    (
        "nobody leads",
        drop("inspectorates", 1, "leads"),
        "inspectorates",
        "One of them, and only one, must have “leads = true”.",
    ),
    (
        "a column names unknown codes",
        _column("codes", "gendre"),
        GENDER,
        "“codes” names “gendre”, which “code_sets” does not have; did you mean “gender”?",
    ),
    (
        "a text column has codes",
        _column("type", "text"),
        GENDER,
        "“codes” goes with the type “category” only.",
    ),
    (
        "a key column is unknown",
        put("lists", 1, "key", ["Nothing near"]),
        CONTACTS,
        "“key” names “Nothing near”, which “columns” does not have.",
    ),
    (
        "a list has no columns",
        drop("lists", 1, "columns"),
        CONTACTS,
        "“columns” is missing; a list needs at least one column.",
    ),
    (
        "a marker stands in two groups",
        lambda data: data["marker_groups"][1]["markers"][0].update(number=1),
        "marker_groups, 2nd entry, title “Access and provision”",
        "The marker 1 stands in another group already.",
    ),
    (
        "a follow-up without gates",
        drop("extra_fields", 3, "after"),
        "extra_fields, 3rd entry, key “camhs-referred”",
        "“after” is missing; name the gates that a follow-up belongs to.",
    ),
    (
        "a check on an unknown field",
        lambda data: data["answer_checks"][0]["answers"].update(zzz="yes"),
        (
            "answer_checks, 1st entry, sentence “Not accepted by CAMHS, and yet not referred: "
            "one of the two is wrong.”, answers"
        ),
        "“extra_fields” does not have “zzz”.",
    ),
    (
        "ages upside down",
        lambda data: data["pack"].update(age_from=16),
        "pack",
        "“age_from” is above “age_to”; turn them round.",
    ),
    (
        "a later format",
        lambda data: data["pack"].update(format=2, more="unknown"),
        "pack",
        "This program reads packs of format 1; a newer one is needed for this.",
    ),
    (
        "a part is missing",
        lambda data: data.pop("criteria"),
        "criteria",
        "The part “[[criteria]]” is missing; add one entry at least.",
    ),
    (
        "a table is missing",
        lambda data: data.pop("words"),
        "words",
        "The part “[words]” is missing; add it.",
    ),
    (
        "a part is a text",
        lambda data: data.update(criteria="none"),
        "criteria",
        "Write each entry of “criteria” under “[[criteria]]”.",
    ),
    (
        "an entry is a text",
        lambda data: data["criteria"].append("one more"),
        "criteria, 20th entry",
        "It must be a table.",
    ),
    (
        "a part is unknown",
        lambda data: data.update(milestone={"key": "x"}),
        "milestone",
        "A pack has no part “milestone”; did you mean “milestones”?",
    ),
    (
        "a part works towards no milestone",
        lambda data: data["milestone_of"].update(meetings="meeting"),
        "milestone_of",
        "“meetings” names “meeting”, which “milestones” does not have; did you mean “meetings”?",
    ),
]


@pytest.mark.parametrize(
    ("spoil", "place", "sentence"),
    [fault[1:] for fault in FAULTS],
    ids=[fault[0] for fault in FAULTS],
)
def test_a_fault_is_told_once_with_its_place(
    data: Data, spoil: Spoil, place: str, sentence: str
) -> None:
    spoil(data)
    assert read_data(data) == [Problem(place, sentence)]
