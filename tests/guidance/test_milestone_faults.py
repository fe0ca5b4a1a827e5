"""Each kind of fault in the milestones is told once, with its place and what to do."""

import pytest

from jtai_desktop.domain.problems import Problem
from jtai_desktop.guidance.reading import read_data
from tests.guidance.spoiling import CALL, SELECTION, Data, Fault, Spoil, drop, put

NOTE = "milestones, 3rd entry, key “context-note”"
MEETINGS = "milestones, 4th entry, key “meetings”"
PRINTED = "milestones, 13th entry, key “printed-documents”"

FAULTS: list[Fault] = [
    (
        "a field is missing",
        drop("milestones", 6, "title"),
        SELECTION,
        "“title” is missing; it must be a text in quotation marks.",
    ),
    (
        "a word is missing",
        drop("milestones", 6, "actor"),
        SELECTION,
        "“actor” is missing; it must be “partnership” or “inspectors”.",
    ),
    (
        "a field is misspelt",
        put("milestones", 6, "optionel", value=True),
        SELECTION,
        "“optionel” is not known here; did you mean “optional”?",
    ),
    (
        "a field has nothing near",
        put("milestones", 6, "xyz", 1),
        SELECTION,
        "“xyz” is not known here.",
    ),
    (
        "a text is a number",
        put("milestones", 6, "title", 5),
        SELECTION,
        "“title” must be a text in quotation marks, not a whole number.",
    ),
    (
        "a number is true",
        put("milestones", 6, "week", value=True),
        SELECTION,
        "“week” must be a whole number, not true or false.",
    ),
    (
        "a flag is a text",
        put("milestones", 3, "optional", "yes"),
        NOTE,
        "“optional” must be true or false, not a text.",
    ),
    (
        "a word is not one of the vocabulary",
        put("milestones", 6, "actor", "everyone"),
        SELECTION,
        "“actor” is “everyone”; it must be “partnership” or “inspectors”.",
    ),
    (
        "a time is not one",
        put("milestones", 6, "time", "25:00"),
        SELECTION,
        "“time” is “25:00”; write a time such as “09:00”.",
    ),
    (
        "a week is out of range",
        put("milestones", 14, "week", 99),
        "milestones, 14th entry, key “fieldwork”",
        "“week” is out of range; it must be from 1 to 12.",
    ),
    (
        "an hour is not one",
        put("milestones", 4, "hour", "evening"),
        MEETINGS,
        "“hour” is “evening”; it must be “at”, “before”, “end-of-day” or “none”.",
    ),
    (
        "an anchor is not one",
        put("milestones", 6, "anchor", "Friday"),
        SELECTION,
        "“anchor” is “Friday”; it must be “notification”, “weekday” or “fieldwork”.",
    ),
    (
        "a time is short",
        put("milestones", 6, "time", "9.30"),
        SELECTION,
        "“time” is “9.30”; write a time such as “09:00”.",
    ),
    (
        "a time is missing",
        drop("milestones", 6, "time"),
        SELECTION,
        "“time” is missing; the hour “at” needs one, such as “09:00”.",
    ),
    (
        "a time is too much",
        put("milestones", 4, "time", "09:00"),
        MEETINGS,
        "“time” does not go with the hour “end-of-day”; leave one of them out.",
    ),
    (
        "a weekday is at the weekend",
        put("milestones", 6, "weekday", "Saturday"),
        SELECTION,
        (
            "“weekday” is “Saturday”; it must be “Monday”, “Tuesday”, “Wednesday”, “Thursday” "
            "or “Friday”."
        ),
    ),
    (
        "a milestone is after fieldwork begins",
        put("milestones", 6, "week", 4),
        SELECTION,
        "This is after fieldwork begins; choose an earlier week or weekday.",
    ),
    (
        "an end of the timetable hangs on a weekday",
        put("milestones", 14, "anchor", "weekday"),
        "milestones, 14th entry, key “fieldwork”",
        "“anchor” must be “fieldwork” for this milestone.",
    ),
    (
        "two notifications",
        put("milestones", 6, "anchor", "notification"),
        SELECTION,
        "“anchor” can be “notification” only for the milestone of that key.",
    ),
    (
        "notice and fieldwork differ",
        put("milestones", 13, "week", 2),
        PRINTED,
        (
            "This is working day 5 of an ordinary fortnight, but “notice_working_days” in “pack” "
            "is 10; make the two agree."
        ),
    ),
    (
        "the notice is missing",
        lambda data: data["pack"].pop("notice_working_days"),
        "pack",
        "“notice_working_days” is missing; it must be a whole number.",
    ),
    (
        "nobody has to meet it",
        drop("milestones", 4, "agencies"),
        MEETINGS,
        "“agencies” names none; name the agencies that have to meet it.",
    ),
    (
        "an agency is unknown",
        put("milestones", 7, "agencies", ["council", "camsh"]),
        CALL,
        "“agencies” names “camsh”, which “agencies” does not have; did you mean “camhs”?",
    ),
    (
        "an agency is named twice",
        put("milestones", 7, "agencies", ["council", "council"]),
        CALL,
        "“agencies” names something twice; name each once.",
    ),
    (
        "a strip word is too long",
        put("milestones", 6, "short", "x" * 17),
        SELECTION,
        "“short” has 17 characters; at most 16 fit.",
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
