"""The words of a table of meetings: what its columns, kinds and yes and no may be called."""

import re
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown

KIND, CHILD, DAY, START, END, TIME = "kind", "child", "day", "start", "end", "time"
PLACE, CHAIR, AGENCIES, OBSERVE = "place", "chair", "agencies", "observe"
EXPLAINED, NOTE, TITLE = "explained", "note", "title"
# What each column may be called; the first is how it is asked for where it is missing.
HEADINGS: Final = MappingProxyType(
    {
        KIND: ("Kind", "Meeting", "Meeting type", "Type", "Type of meeting", "Kind of meeting"),
        CHILD: ("Child", "Label", "Child label", "Reference", "Child reference"),
        DAY: ("Day", "Date", "Meeting date", "Date of meeting"),
        START: ("Start", "From", "Start time", "Begins"),
        END: ("End", "To", "Until", "End time", "Ends", "Finish", "Finish time"),
        TIME: ("Time", "Times", "Hours"),
        PLACE: ("Place", "Place or link", "Venue", "Location", "Where", "Room", "Link"),
        CHAIR: ("Chair", "Chaired by", "Chairperson"),
        AGENCIES: ("Agencies", "Agencies attending", "Attending", "Attendees", "Who attends"),
        OBSERVE: ("Observe", "May observe", "May an inspector observe", "Observation", "Observer"),
        EXPLAINED: ("Explained", "Explained by", "Explained to family"),
        NOTE: ("Note", "Notes", "Note for inspectors", "Comments", "Comment"),
        TITLE: ("Title", "Name of meeting"),
    }
)
NEEDED: Final = (KIND, CHILD, DAY)
# Other words for the kinds of the return, as tables have them; the pack’s own titles fit anyway.
USUAL_KINDS: Final = MappingProxyType(
    {
        "icpc": "initial-conference",
        "initial cp conference": "initial-conference",
        "initial child protection conference": "initial-conference",
        "rcpc": "review-conference",
        "review cp conference": "review-conference",
        "review child protection conference": "review-conference",
        "lac review": "care-review",
        "cla review": "care-review",
        "looked after review": "care-review",
        "looked after child review": "care-review",
        "strategy meeting": "strategy",
        "strategy discussion": "strategy",
        "planning meeting": "planning",
        "review meeting": "planning",
        "child in need meeting": "planning",
        "cin meeting": "planning",
    }
)
YES: Final = frozenset({"yes", "y", "true", "x", "may observe", "✓", "✔", "1"})
NO: Final = frozenset({"", "no", "n", "false", "-", "–", "0", "may not"})
_SIGNS = re.compile(r"[\W_]+")


def yes_or_no(text: str) -> bool:
    """Whether a cell says yes; an empty one says no."""
    said = " ".join(text.casefold().split()).rstrip(".")
    if said in YES:
        return True
    if said in NO:
        return False
    raise Refused(f"{shown(text)} is neither yes nor no.")


def plain(text: str) -> str:
    """Small letters without signs: how words are compared."""
    return _SIGNS.sub(" ", text.casefold()).strip()
