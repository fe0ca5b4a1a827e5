"""The columns of the register: which there are, how wide, and what they are called."""

from collections.abc import Mapping

from jtai_desktop.ui.kit.cells import Column

NUMBER, TITLE, AGENCY, OWNER, DEPUTY = "number", "title", "agency", "owner", "deputy"
DUE, INTERNAL, OURS, THEIRS = "due", "internal", "ours", "theirs"
VERSION, DATE, CHASED, NOTE = "version", "date", "chased", "note"
OWN = ("own1", "own2", "own3")
OWN_TITLES = ("Own column 1", "Own column 2", "Own column 3")
LEFT_MARGIN = 15
COLUMNS = (
    Column(NUMBER, "No.", 36 + LEFT_MARGIN),
    Column(TITLE, "Title"),
    Column(AGENCY, "Agency", 80),
    Column(OWNER, "Owner", 106, leaves=1),
    Column(DEPUTY, "Deputy", 118),
    Column(DUE, "Due", 95),
    Column(INTERNAL, "Our own time", 110),
    Column(OURS, "Our status", 90),
    Column(THEIRS, "Inspectors", 82),
    Column(VERSION, "Ver.", 33, leaves=2),
    Column(DATE, "Document date", 98),
    Column(CHASED, "Chased", 50, leaves=3),
    Column(NOTE, "Internal note", 160),
    *(Column(key, title, 110) for key, title in zip(OWN, OWN_TITLES, strict=True)),
)
KEYS = tuple(column.key for column in COLUMNS)
# What is shown only where somebody wants it.
EXTRA = (DEPUTY, INTERNAL, NOTE, *OWN)
PLACE = {key: place for place, key in enumerate(KEYS)}
NARROWEST_TITLE = 190


def titles(own_names: Mapping[str, str]) -> dict[str, str]:
    """What each column is called, one's own by the names given to them."""
    return {column.key: own_names.get(column.key) or column.title for column in COLUMNS}
