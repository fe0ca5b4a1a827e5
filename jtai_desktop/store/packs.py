"""The guidance packs that inspections began with, kept word for word."""

import hashlib

from sqlalchemy.orm import Session

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store.models import PackRow

OTHER_TEXT = (
    "The vault already keeps version {version} of the pack {pack} with another text. "
    "Give the changed pack a new version number."
)


def keep(session: Session, pack_id: str, version: str, text: str) -> None:
    """Keep the text of a pack; the same text again changes nothing."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    row = session.get(PackRow, (pack_id, version))
    if row is None:
        session.add(PackRow(pack_id=pack_id, pack_version=version, sha256=sha256, text=text))
    elif row.sha256 != sha256:
        raise Refused(OTHER_TEXT.format(pack=pack_id, version=version), place="pack")


def load(session: Session, pack_id: str, version: str) -> str | None:
    """The text of a kept pack, or nothing."""
    row = session.get(PackRow, (pack_id, version))
    return row.text if row else None
