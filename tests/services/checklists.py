"""Reading a checklist back, section by section."""

from jtai_desktop.services.papers import Paper
from tests.reports.example import texts

TITLES = (
    "Due today",
    "Overdue",
    "Due next",
    "To agree with the lead inspector",
    "Who does what",
    "Notes",
)


def sections(paper: Paper) -> dict[str, str]:
    """The text under each heading, every run of white space as one space."""
    whole = " ".join(texts(paper.content))
    ends = [whole.index(f" {title} ") for title in TITLES]
    return {
        title: whole[start:end]
        for title, start, end in zip(TITLES[:-1], ends, ends[1:], strict=False)
    }
