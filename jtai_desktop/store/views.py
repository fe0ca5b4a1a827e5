"""How pages were left: sorting, filter, widths, selection, scroll. Not part of history."""

import json
from typing import Any

from sqlalchemy.orm import Session

from jtai_desktop.store.canonical import canonical
from jtai_desktop.store.models import ViewRow


def get(session: Session, page: str) -> Any:  # noqa: ANN401 - JSON is what a page made of it
    """What the page noted last, or nothing."""
    row = session.get(ViewRow, page)
    return json.loads(row.value) if row else None


def put(session: Session, page: str, value: object) -> None:
    """Note how the page is left; written with `Store.noting`."""
    row = session.get(ViewRow, page)
    if row is None:
        session.add(ViewRow(page=page, value=canonical(value)))
    else:
        row.value = canonical(value)
