"""Guidance packs as a person meets them: which there are, and whether a file holds a good one."""

from dataclasses import dataclass
from pathlib import Path

from jtai_desktop.domain.problems import Problem
from jtai_desktop.guidance.finding import (
    PackFile,
    Source,
    check_file,
    found_packs,
    pack_of,
    text_of,
)
from jtai_desktop.guidance.pack import Pack


@dataclass(frozen=True, slots=True)
class PackSummary:
    """One pack for a list: what it is, where it is from, or what is wrong with its file."""

    id: str
    title: str
    version: str
    source: Source
    file: str
    problems: tuple[Problem, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether an inspection can begin with it."""
        return not self.problems


def packs() -> tuple[PackSummary, ...]:
    """Every pack, the shipped ones first; a faulty file is listed with its problems."""
    return tuple(_summary(file) for file in found_packs())


def check(path: Path) -> list[Problem]:
    """Everything that is wrong with the pack in a file; nothing if it is good."""
    found = check_file(path)
    return [] if isinstance(found, Pack) else found


def shipped_text(pack_id: str) -> tuple[str, Pack]:
    """The text of a pack, which an inspection keeps, and the pack in it."""
    text = text_of(pack_id)
    return text, pack_of(text, pack_id)


def _summary(file: PackFile) -> PackSummary:
    name = file.path.name
    if file.pack is None:
        return PackSummary("", "", "", file.source, name, file.problems)
    pack = file.pack
    return PackSummary(pack.id, pack.title, pack.version, file.source, name)
