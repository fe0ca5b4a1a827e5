"""The grid as a table for other programs: as text with tabs, and as HTML."""

import html

from jtai_desktop.ui.kit.clipboard import put_on_clipboard
from jtai_desktop.ui.pages.children.cells import cell_of, child_lines, evaluation_of, talks_of
from jtai_desktop.ui.pages.children.facts import Facts

HEADS = ("Child", "Reference and age", "In scope")
# A cell that begins so would be a formula where it is pasted.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_of(facts: Facts) -> list[list[str]]:
    """Heads, then one line for each child, then what is still to send."""
    kinds = [f"{kind.number} {kind.short}" for kind in facts.kinds]
    rows = [[*HEADS, *kinds, "Sent", "Printed", "Evaluation", "Conversations"]]
    for child in facts.children:
        cells = [cell_of(facts, child, kind).plain for kind in facts.kinds]
        found, (done, every) = facts.child_counts(child.id), facts.printed(child.id)
        talks = ", ".join(look.word for look in talks_of(facts, child).looks)
        evaluated = evaluation_of(facts, child)
        joint = f"{evaluated.plain}, {evaluated.last}".removesuffix(", ") if evaluated else ""
        counted = [f"{found.sent} of {found.total}", f"{done} of {every}", joint, talks]
        rows.append([harmless(text) for text in (*child_lines(child), *cells, *counted)])
    to_send = [str(facts.kind_counts(kind.number).to_send) for kind in facts.kinds]
    rows.append(
        ["Still to send", "", "", *to_send, "", "", "", facts.view.conversations.confirmed_of]
    )
    return rows


def as_text(rows: list[list[str]]) -> str:
    """Tabs between the cells, a line for each row."""
    return "\n".join("\t".join(cell.replace("\t", " ") for cell in row) for row in rows) + "\n"


def as_html(rows: list[list[str]]) -> str:
    """A table with heads."""
    head, *body = rows
    first = "".join(f"<th>{html.escape(cell)}</th>" for cell in head)
    rest = "".join(
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in body
    )
    return f"<table><thead><tr>{first}</tr></thead><tbody>{rest}</tbody></table>"


def harmless(text: str) -> str:
    """A text that is no formula where it is pasted."""
    return f"’{text}" if text.startswith(FORMULA) else text


def copy(facts: Facts) -> None:
    """Put the grid on the clipboard."""
    rows = table_of(facts)
    put_on_clipboard(as_text(rows), as_html(rows))
