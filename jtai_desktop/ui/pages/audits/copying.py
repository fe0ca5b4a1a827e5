"""The matrix as a table for other programs."""

from jtai_desktop.domain.audits.register import Standing
from jtai_desktop.ui.kit.clipboard import put_on_clipboard
from jtai_desktop.ui.pages.audits.cells import cell_of
from jtai_desktop.ui.pages.audits.model import case_lines
from jtai_desktop.ui.pages.children.copying import as_html, as_text, harmless

HEADS = ("Case", "Age band", "Features")


def table_of(standing: Standing) -> list[list[str]]:
    """Heads, then one line for each case."""
    audit = standing.audit
    rows = [[*HEADS, *(each.name for each in audit.teams)]]
    rows += [
        [*case_lines(case), *(cell_of(standing, case, team).plain for team in audit.teams)]
        for case in audit.cases
    ]
    return [[harmless(text) for text in row] for row in rows]


def copy(standing: Standing) -> None:
    """Put the matrix on the clipboard."""
    rows = table_of(standing)
    put_on_clipboard(as_text(rows), as_html(rows))
