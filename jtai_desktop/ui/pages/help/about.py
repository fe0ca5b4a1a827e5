"""The help page about the program: version, licences, where data lies, what it does not do."""

import platform
from pathlib import Path

from PySide6.QtCore import qVersion

from jtai_desktop import __version__, places
from jtai_desktop.services import preferences

LICENCES = (
    ("IBM Plex Sans", "IBMPlexSans-LICENCE.txt"),
    ("DejaVu Sans", "DejaVuSans-LICENCE.txt"),
)
HEAD = """# About this program

Version {version}. It helps a council and its partners to get ready for a joint targeted area
inspection: one date in, the plan out, the checklist printed.
"""
BUILT_WITH = """
## What it is built with

- **Qt** {qt} and PySide6, under the GNU Lesser General Public License, version 3.
- **SQLCipher**, which keeps the vault’s database encrypted, under a BSD licence.
- **ReportLab** and pikepdf, which make the papers, under a BSD licence and the Mozilla Public
  License 2.0.
- **IBM Plex Sans** under the SIL Open Font License 1.1, and **DejaVu Sans** under its own free
  licence: [both texts](licences).
- Python {python}.
"""
NOT_DONE = """
## What it does not do

- It connects to no network. It sends nothing, fetches nothing, and does not look for updates.
- It reminds nobody: it shows what is due, and a person acts.
- It is not the guidance and gives no legal advice. It says in its own words what the guidance asks
  for, with the paragraph, so that you can look it up.
- It needs no names. Use roles for staff and labels such as “Child A” for children.
- It is no record system: what has to stay on a child’s file has to be put there.
"""


def about_text(vault: Path | None) -> str:
    """The page as it is on this computer, with the vault that is open."""
    built = BUILT_WITH.format(qt=qVersion(), python=platform.python_version())
    return "\n".join((HEAD.format(version=__version__), _where(vault), NOT_DONE, built))


def licence_text() -> str:
    """The licences of the fonts, as they are shipped."""
    folder = places.resources() / "fonts"
    texts = ["# Licences of the fonts"]
    for font, file in LICENCES:
        text = (folder / file).read_text(encoding="utf-8")
        texts += [f"## {font}", *(_harmless(part) for part in text.split("\n\n"))]
    return "\n\n".join(texts)


def _where(vault: Path | None) -> str:
    rows = (
        ("The vault that is open", str(vault) if vault else "none"),
        ("Where a vault lies unless told otherwise", str(places.vault())),
        ("Theme, text size, window", str(preferences.preferences_file())),
        ("The council’s own guidance packs", str(places.own_packs())),
    )
    lines = (f"| {what} | {where} |" for what, where in rows)
    return "\n".join(("\n## Where data lies\n", "| What | Where |", *lines))


def _harmless(part: str) -> str:
    """A paragraph of somebody else’s text, in which no line begins like one of ours."""
    lines = (line.strip().lstrip("#|-").strip() for line in part.splitlines())
    return " ".join(line for line in lines if line)
