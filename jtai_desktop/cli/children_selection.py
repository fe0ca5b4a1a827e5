"""The commands within `children`: adding one, its facts, and the selection."""

import argparse
from typing import TYPE_CHECKING, Any

from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.documents.child_fields import Field
    from jtai_desktop.domain.documents.items import Child
    from jtai_desktop.services.workspace import Workspace

# The fields of a child, as options.
FIELDS = (
    ("label", "what it is called here; a name is never needed"),
    ("reference", "its number"),
    ("age", "at the notification: 14, or a band like 13 to 15"),
    ("in-scope", "why it is in scope"),
    ("agencies", "those involved, with commas between"),
    ("school", "its school"),
    (
        "school-told",
        "when the school was told that an education inspector will call: a time, now, no",
    ),
    ("told-by", "who told the school"),
    ("outcome", "what the selection call came to"),
)

# What is set in a step of its own once a child is there.
REST = ("agencies", "school", "school-told", "told-by", "outcome")


def add_parsers(inner: Any) -> None:  # noqa: ANN401 - argparse has no name for it
    """Adds the commands within `children`."""
    _fields(_parser(inner, "add", "add a selected child", _add), reason=True)
    change = _parser(inner, "change", "change what is recorded of a child", _change)
    change.add_argument("child", help="its label")
    _fields(change)
    confirm = _parser(inner, "confirm", "the selection was confirmed", _confirm)
    confirm.add_argument("--by", default="", metavar="ROLE", help="by whom; the lead inspector")
    confirm.add_argument("--when", default="", metavar="TIME", help="when; else now")
    for name, about in (("out", "take a child out"), ("back", "take a child back")):
        parser = _parser(
            inner, name, f"{about} of the selection" if name == "out" else about, _move
        )
        parser.add_argument("child", help="its label")
        parser.add_argument("--reason", default="", metavar="TEXT", help="why it changes")


def _parser(inner: Any, name: str, about: str, run: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser: argparse.ArgumentParser = inner.add_parser(name, help=about)
    add_vault(parser, inner=True)
    parser.set_defaults(run=run, doing=name)
    return parser


def _fields(parser: argparse.ArgumentParser, *, reason: bool = False) -> None:
    for name, about in FIELDS:
        parser.add_argument(f"--{name}", dest=name, default=None, metavar="TEXT", help=about)
    if reason:
        parser.add_argument("--reason", default="", metavar="TEXT", help="why it comes now")


def _add(args: argparse.Namespace) -> int:
    """Add a child; what is known beyond its first facts is set in a step of its own."""
    from jtai_desktop.domain.documents.child_fields import ages
    from jtai_desktop.domain.documents.children import name_like
    from jtai_desktop.services import register, selection
    from jtai_desktop.services.register import NewChild

    given = vars(args)
    age, age_to = ages(given["age"] or "")
    new = NewChild(
        reference=given["reference"] or "",
        label=given["label"] or "",
        age=age,
        in_scope=given["in-scope"] or "",
        age_to=age_to,
        reason=args.reason,
    )
    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        rest = {name: given[name] for name in REST}
        selection.refuse_facts(workspace, inspection_id, _typed(rest))
        print(f"{register.add_child(workspace, inspection_id, new).summary}.")
        _set(workspace, inspection_id, new.label, rest)
    if remark := name_like(new.label) or name_like(new.reference):
        print(f"Remark: {remark}")
    return 0


def _change(args: argparse.Namespace) -> int:
    given = {name: vars(args)[name] for name, _about in FIELDS}
    with opened(args) as workspace:
        done = _set(workspace, inspection_of(workspace, args), args.child, given)
        print(f"{done}." if done else "Nothing to change was given.")
    return 0


def _confirm(args: argparse.Namespace) -> int:
    from jtai_desktop.domain.typed import read_when
    from jtai_desktop.services import selection

    when = read_when(args.when) if args.when.strip() else None
    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        done = selection.confirm_selection(workspace, inspection_id, args.by, when)
        print(f"{done.summary}.")
    return 0


def _move(args: argparse.Namespace) -> int:
    from jtai_desktop.services import selection

    doing = selection.take_out_child if args.doing == "out" else selection.take_back_child
    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        child = _child(workspace, inspection_id, args.child)
        print(f"{doing(workspace, inspection_id, child.id, args.reason).summary}.")
    return 0


def _set(
    workspace: "Workspace", inspection_id: str, label: str, given: dict[str, str | None]
) -> str:
    from jtai_desktop.services import selection

    typed = _typed(given)
    if not typed:
        return ""
    child = _child(workspace, inspection_id, label)
    return selection.set_facts(workspace, inspection_id, child.id, typed).summary


def _typed(given: dict[str, str | None]) -> "dict[Field, str]":
    from jtai_desktop.domain.documents.child_fields import Field

    return {Field(name): text for name, text in given.items() if text is not None}


def _child(workspace: "Workspace", inspection_id: str, label: str) -> "Child":
    """The child of that label, also one that was taken out."""
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.typed import quoted
    from jtai_desktop.services import overview

    view = overview.load(workspace, inspection_id)
    wanted = " ".join(label.split()).casefold()
    for child in (*view.children, *view.taken_out):
        if child.label.casefold() == wanted:
            return child
    raise Refused(f"There is no child {quoted(label)}. `children` lists them.")
