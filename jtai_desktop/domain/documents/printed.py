"""Printed copies: which version lies on paper, and whether it is still the one we hold."""

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.problems import Refused

NOT_PRINTED = 0


def is_older(document: Document) -> bool:
    """Whether the copy on paper is of an older version than the newest."""
    return NOT_PRINTED < document.copied < document.newest


def said(document: Document) -> str:
    """Printed v2, we hold v3; printed v3; nothing where no copy was ticked."""
    if document.copied == NOT_PRINTED:
        return ""
    printed = f"printed v{document.copied}"
    return f"{printed}, we hold v{document.newest}" if is_older(document) else printed


def ticked(document: Document, version: int | None) -> int:
    """The version that a tick stands for: the newest if none is named, 0 takes the tick away."""
    wanted = document.newest if version is None else version
    if version is None and not document.versions:
        raise Refused(f"{document.title} has no file yet, so none was printed.", place="Printed")
    if wanted != NOT_PRINTED and document.version_of(wanted) is None:
        raise Refused(f"{document.title} has no version {wanted}.", place="Printed")
    return wanted
