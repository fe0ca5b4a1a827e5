"""The last step of every paper: from what ReportLab drew to an accessible file."""

from collections.abc import Callable
from io import BytesIO

from pikepdf import ObjectStreamMode, Pdf

from jtai_desktop.reports.pdf.tagging.metadata import About, write_metadata
from jtai_desktop.reports.pdf.tagging.outline import write_outline
from jtai_desktop.reports.pdf.tagging.structure import write_structure
from jtai_desktop.reports.pdf.tagging.tounicode import mend_to_unicode
from jtai_desktop.reports.pdf.tagging.tree import Element


def finish(
    drawn: bytes,
    root: Element,
    about: About,
    *,
    put_in: Callable[[Pdf], None] | None = None,
    saving: Callable[[int], None] | None = None,
) -> bytes:
    """Structure, bookmarks, mended maps and metadata; the same bytes for the same input.

    `put_in` adds what others drew, which is not mended. `saving` hears how many parts in a hundred
    are written, and may raise to stop.
    """
    with Pdf.open(BytesIO(drawn)) as pdf:
        mend_to_unicode(pdf)
        if put_in is not None:
            put_in(pdf)
        write_structure(pdf, root)
        write_outline(pdf, root)
        write_metadata(pdf, about)
        finished = BytesIO()
        pdf.save(
            finished,
            deterministic_id=True,
            fix_metadata_version=False,  # our packet stays as it was written
            min_version="1.7",
            object_stream_mode=ObjectStreamMode.generate,
            progress=saving,
        )
    return finished.getvalue()
