"""The daily checklist of the mock-up, and how its PDF is read back."""

import re
from dataclasses import replace
from datetime import date, datetime

import pypdfium2

from jtai_desktop.reports.checklist import (
    AgencyMatrix,
    AgencyRow,
    ChecklistLine,
    ChecklistSection,
    Countdown,
    DailyChecklist,
)

DUE_TODAY = ChecklistSection(
    "Due today",
    (
        ChecklistLine(
            "end of day", "Case-file documents of each selected child", "20 of 40 sent", "¶39, 44"
        ),
        ChecklistLine("end of day", "Information from each agency", "19 of 33 sent", "¶47"),
        ChecklistLine(
            "today", "Tell the lead inspector of a decision, Child D", "coordinator", "¶49–51"
        ),
    ),
    "6 hours 20 minutes left at 10:40",
)
OVERDUE = ChecklistSection(
    "Overdue",
    (
        ChecklistLine("4.7", "Force governance minutes, 2 of 3 sets in", "Police", "chased 2×"),
        ChecklistLine("6.6", "Audits and action plans", "CCG", "chased 1×", strong=True),
    ),
    "both were due Monday 9, 12:00",
)
TO_AGREE = ChecklistSection("To agree with the lead inspector", (), nothing="No time is open.")
AGENCIES = AgencyMatrix(
    "Still to send, by agency",
    ("Late", "With the agency", "To check", "Ready to send"),
    (
        AgencyRow("Council", "3", ((), ("B 3", "D 9"), ("1.2",), ())),
        AgencyRow("Police", "4", (("4.7", "4.9", "F 9"), ("4.4",), (), ())),
    ),
    "“A 7” is Child A, document kind 7",
)


def example() -> DailyChecklist:
    return DailyChecklist(
        area="Northmoor",
        theme="Joint inspection: children’s mental health",
        day=date(2026, 11, 10),
        as_at=datetime(2026, 11, 10, 10, 40),  # noqa: DTZ001 - London's, as the paper says it
        countdown=Countdown("4", "working days to fieldwork", "Monday 16 November"),
        sections=(DUE_TODAY, OVERDUE, TO_AGREE, AGENCIES),
    )


def numbered(lines: int) -> DailyChecklist:
    """A long overdue list whose every text is its own."""
    rows = tuple(
        ChecklistLine(f"lead{n}x", f"text{n}x", f"detail{n}x", f"right{n}x") for n in range(lines)
    )
    return replace(example(), sections=(ChecklistSection("Overdue", rows),))


def saying(text: str) -> DailyChecklist:
    """A checklist that has a text in every one of its fields."""
    line = ChecklistLine(text, text, text, text, strong=True)
    row = AgencyRow(text, text, ((text,), (), (text, text)))
    return replace(
        example(),
        area=text,
        theme=text,
        countdown=Countdown(text, text, text),
        readers=text,
        marking=text,
        practice=True,
        agency=text,
        sections=(
            ChecklistSection(text, (line, replace(line, boxed=False)), text),
            ChecklistSection(text, (), text, nothing=text),
            AgencyMatrix(text, (text, text, text), (row,), text),
        ),
    )


def texts(pdf: bytes) -> list[str]:
    """The text of each page, every run of white space as one space."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [str(page.get_textpage().get_text_range()) for page in document]
    return [re.sub(r"\s+", " ", page) for page in pages]


def body(pdf: bytes) -> str:
    """The text of all pages as one."""
    return " ".join(texts(pdf))
