"""The commands `documents request`: what is asked for beyond the guidance, added by hand."""

import argparse
from typing import TYPE_CHECKING, Any

from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.documents.items import Item
    from jtai_desktop.domain.documents.requests import Request
    from jtai_desktop.domain.moments import Moment
    from jtai_desktop.services.one_inspection import Overview

KEPT = argparse.SUPPRESS


def add_parser(inner: Any) -> None:  # noqa: ANN401 - argparse has no name for it
    """Adds the commands within `documents`."""
    parser = inner.add_parser("request", help="add, change or remove what is asked for besides")
    add_vault(parser, inner=True)
    commands = parser.add_subparsers(title="commands", metavar="", required=True)
    new = commands.add_parser("add", help="add a request to the register")
    new.add_argument("title", metavar="TITLE", help="what is asked for")
    new.add_argument("--agency", required=True, metavar="KEY", help="who has to bring it")
    _given(new, "")
    new.set_defaults(run=add)
    other = commands.add_parser("change", help="change a request; what is not named stays")
    other.add_argument("code", metavar="NO", help="its number, like R1")
    other.add_argument("--title", default=KEPT, metavar="TITLE", help="what is asked for")
    other.add_argument("--agency", default=KEPT, metavar="KEY", help="who has to bring it")
    _given(other, KEPT)
    other.set_defaults(run=change)
    gone = commands.add_parser("remove", help="remove a request about which nothing was done")
    gone.add_argument("code", metavar="NO", help="its number, like R1")
    add_vault(gone, inner=True)
    gone.set_defaults(run=remove)


def add(args: argparse.Namespace) -> int:
    """Add a request."""
    from jtai_desktop.domain.documents.requests import Request
    from jtai_desktop.services import overview, requests

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        view = overview.load(workspace, inspection_id)
        new = _with_options(view, Request(args.title, args.agency), args)
        print(f"{requests.add(workspace, inspection_id, new).summary}.")
    return 0


def change(args: argparse.Namespace) -> int:
    """Change what the options name of a request."""
    from jtai_desktop.domain.documents.requests import request_of
    from jtai_desktop.services import overview, requests

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        view = overview.load(workspace, inspection_id)
        item = _item(view, args.code)
        new = _with_options(view, request_of(item), args)
        changes = requests.change(workspace, inspection_id, item.id, new)
        print(f"{changes.summary}." if changes else f"{item.called}: nothing to change.")
    return 0


def remove(args: argparse.Namespace) -> int:
    """Remove a request."""
    from jtai_desktop.services import overview, requests

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        item = _item(overview.load(workspace, inspection_id), args.code)
        print(f"{requests.remove(workspace, inspection_id, item.id).summary}.")
    return 0


def _given(parser: argparse.ArgumentParser, nothing: str) -> None:
    add_vault(parser, inner=True)
    add = parser.add_argument
    add("--asked-by", default=nothing, metavar="WHO", help="who asks for it")
    add("--paragraph", default=nothing, metavar="NO", help="the paragraph of the guidance")
    add("--due", default=nothing, metavar="WHEN", help="until when, like “12 Nov 2026, 12:00”")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--section", default=nothing, metavar="NO", help="of which section")
    where.add_argument("--child", default=nothing, metavar="LABEL", help="about which child")


def _with_options(view: "Overview", request: "Request", args: argparse.Namespace) -> "Request":
    """The request with what the options name."""
    from dataclasses import replace

    given = vars(args)
    wanted: dict[str, Any] = {
        name: given[name]
        for name in ("title", "agency", "asked_by", "paragraph", "section")
        if name in given
    }
    if "due" in given:
        wanted["due"] = _moment(view, args.due)
    if "child" in given:
        wanted["child_id"] = _child(view, args.child)
    if given.get("section"):
        wanted["child_id"] = ""
    if given.get("child"):
        wanted["section"] = ""
    return replace(request, **wanted)


def _item(view: "Overview", code: str) -> "Item":
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.typed import quoted

    found = [item for item in view.items if item.code.casefold() == code.strip().casefold()]
    if not found:
        raise Refused(f"There is no item {quoted(code)} in the register.", place="NO")
    return found[0]


def _child(view: "Overview", label: str) -> str:
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.typed import quoted

    if not label:
        return ""
    wanted = label.strip().casefold()
    found = next((each for each in view.children if each.label.casefold() == wanted), None)
    if found is None:
        raise Refused(f"There is no child {quoted(label)} in the list.", place="--child")
    return found.id


def _moment(view: "Overview", text: str) -> "Moment | None":
    from jtai_desktop.domain.documents.cell_moments import read_moment
    from jtai_desktop.domain.moments import london

    return read_moment(text, london(view.now).date()) if text else None
