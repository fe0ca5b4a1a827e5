"""Which table holds which kind of record, and which tables history does not tell of."""

from collections.abc import Sequence

from jtai_desktop.domain.changes import Kind
from jtai_desktop.store.canonical import Value

# The kind, and which part of the primary key names the record to a page.
KIND_OF: dict[str, tuple[Kind, int]] = {
    "vault_info": (Kind.SETTING, 0),
    "settings": (Kind.SETTING, 0),
    "closure_days": (Kind.CLOSURE, 0),
    "guidance_packs": (Kind.PACK, 0),
    "inspections": (Kind.INSPECTION, 0),
    "bank_holidays": (Kind.INSPECTION, 0),
    "milestones": (Kind.MILESTONE, 1),
    "agencies": (Kind.AGENCY, 0),
    "contacts": (Kind.CONTACT, 0),
    "responsibilities": (Kind.RESPONSIBILITY, 0),
    "print_log": (Kind.PRINT, 0),
    "view_state": (Kind.VIEW, 0),
    "children": (Kind.CHILD, 0),
    "items": (Kind.ITEM, 0),
    "documents": (Kind.DOCUMENT, 0),
    "document_answers": (Kind.DOCUMENT, 0),
    "document_versions": (Kind.DOCUMENT, 0),
    "document_lines": (Kind.DOCUMENT, 0),
    "kept_files": (Kind.FILE, 0),
    "copies_out": (Kind.COPY, 0),
    "own_columns": (Kind.INSPECTION, 0),
    "selection_lines": (Kind.CHILD, 0),
    "selection_confirmations": (Kind.CHILD, 1),
    "paper_holdings": (Kind.CONVERSATION, 1),
    "papers_called_back": (Kind.CONVERSATION, 0),
    "conversation_people": (Kind.CONVERSATION, 0),
    "conversation_lines": (Kind.CONVERSATION, 0),
    "meetings": (Kind.MEETING, 0),
    "meeting_sendings": (Kind.MEETING, 1),
    "sent_meetings": (Kind.MEETING, 2),
    "accepted_warnings": (Kind.MEETING, 1),
    "evaluations": (Kind.EVALUATION, 0),
    "evaluation_texts": (Kind.EVALUATION, 0),
    "evaluation_moves": (Kind.EVALUATION, 0),
    "flags": (Kind.FLAG, 0),
    "actions": (Kind.ACTION, 0),
    "action_lines": (Kind.ACTION, 0),
    "action_progress": (Kind.ACTION, 0),
    "plan_versions": (Kind.ACTION, 0),
    "plan_version_actions": (Kind.ACTION, 0),
    "list_versions": (Kind.LIST, 0),
    "list_problems": (Kind.LIST, 0),
    "list_lines": (Kind.LIST, 0),
    "list_kept": (Kind.LIST, 0),
    "list_hands": (Kind.SETTING, 0),
    "self_evaluation_points": (Kind.SELF_EVALUATION, 1),
    "self_evaluation_answers": (Kind.SELF_EVALUATION, 0),
    "self_evaluation_links": (Kind.SELF_EVALUATION, 0),
    "audits": (Kind.AUDIT, 0),
    "audit_cases": (Kind.AUDIT, 0),
    "audit_teams": (Kind.AUDIT, 0),
    "audit_returns": (Kind.AUDIT, 0),
    "audit_return_lines": (Kind.AUDIT, 0),
    "audit_answers": (Kind.AUDIT, 0),
    "audit_entries": (Kind.AUDIT, 0),
    "letters": (Kind.LETTER, 0),
    "findings": (Kind.FINDING, 0),
    "statement_steps": (Kind.LETTER, 0),
}
# The record of what happened is not itself something that happens. A kept pack is never changed
# and stays when the inspection that brought it is undone; so are a file that was taken in and what
# is kept of the rows of a list.
RECORD = frozenset({"history", "chain_heads", "vault_chain", "undo_entries", "state_digest"})
UNTOLD = RECORD | {"view_state", "guidance_packs", "kept_files", "list_kept"}


def record_of(table: str, key: Sequence[Value]) -> tuple[Kind, str] | None:
    """The kind and id under which a page knows this row; nothing for the record itself."""
    if table not in KIND_OF:
        return None
    kind, part = KIND_OF[table]
    return kind, str(key[part])
