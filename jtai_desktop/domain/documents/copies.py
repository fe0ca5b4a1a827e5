"""Copies that were saved outside the vault, each listed until somebody says that it is gone."""

from dataclasses import dataclass
from datetime import datetime

from jtai_desktop.domain.documents.lines import Who


@dataclass(frozen=True, slots=True)
class Gone:
    """That a copy is gone, as somebody said it."""

    when: datetime
    by: str


@dataclass(frozen=True, slots=True)
class CopyOut:
    """One copy: of which version, when, by whom, where it was put and under which name."""

    id: str
    document_id: str
    version: int
    when: datetime
    by: Who
    folder: str
    file_name: str
    gone: Gone | None = None
