"""What the command `meetings` does: add, change, cancel, remove, send, accept, paste, ways.

A meeting that was added or changed is followed by what looks wrong with it, as in the window.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.meetings.concerns import Span
    from jtai_desktop.domain.meetings.meeting import Meeting
    from jtai_desktop.services.one_inspection import Overview
    from jtai_desktop.services.workspace import Workspace

Inner = Any  # argparse has no name for it
TEXTS = {
    "title": "what it is called, if the kind does not say it",
    "child": "the child, by label",
    "place": "the place or link",
    "chair": "who chairs it, by role",
    "explained": "by whom and when child and family were told of an observation",
    "note": "a note for inspectors",
    "host": "who hosts",
    "prepares": "who prepares",
    "preparation": "what is to be prepared; stays here",
    "inspector": "which inspector comes",
    "whom": "with whom an interview or a focus group is",
}
LISTS = {"agencies": "KEY,KEY", "attending": "ROLE,ROLE"}
MOST_READ = 2_000_000


def add_parsers(inner: Inner) -> None:
    """Adds the commands within `meetings`."""
    new = _command(inner, "add", "add a meeting or an entry of one’s own", add)
    new.add_argument("--kind", required=True, help="a kind of the return or of one’s own")
    for name in ("day", "start", "end"):
        new.add_argument(f"--{name}", required=True)
    _facts(new)
    changed = _command(
        inner, "change", "change what is given; another start keeps the length", change
    )
    changed.add_argument("id")
    for name in ("kind", "day", "start", "end"):
        changed.add_argument(f"--{name}", default=argparse.SUPPRESS)
    _facts(changed)
    off = _command(inner, "cancel", "cancel a meeting, with a reason", cancel)
    off.add_argument("id")
    off.add_argument("--reason", required=True)
    for name, words, run in (
        ("reinstate", "say that a cancelled meeting takes place after all", reinstate),
        ("remove", "take out an entry that was never sent", remove),
    ):
        _command(inner, name, words, run).add_argument("id")
    _of_warnings(inner)
    sent = _command(inner, "send", "note that the return, or an update, was sent", send)
    sent.add_argument("--way", required=True, help="portal, mail or paper")
    pasted = _command(inner, "paste", "take in a table: all of it or nothing", paste)
    pasted.add_argument("file", help="text with tabs between the columns; - for the input")
    pasted.add_argument("--check", action="store_true", help="only say what it comes to")


def add(args: argparse.Namespace) -> int:
    """Add one meeting."""
    from jtai_desktop.domain.meetings import typed_times
    from jtai_desktop.domain.meetings.meeting import Meeting
    from jtai_desktop.services import meetings

    with opened(args) as workspace:
        inspection_id, view = _view(workspace, args)
        start, end = typed_times.times_typed(args.day, args.start, args.end, view.week.span)
        new = replace(Meeting("", args.kind, start, end), **_given(view, args))
        changes = meetings.add(workspace, inspection_id, new)
        made = meetings.added(changes)
        print(f"{changes.summary}: {made}")
        _warn(workspace, inspection_id, made)
    return 0


def change(args: argparse.Namespace) -> int:
    """Change one meeting."""
    from jtai_desktop.services import meetings

    with opened(args) as workspace:
        inspection_id, view = _view(workspace, args)
        given, span = _given(view, args), view.week.span

        def edit(meeting: "Meeting") -> "Meeting":
            return replace(_at_times(meeting, args, span), **given)

        changes = meetings.amend(workspace, inspection_id, args.id, edit)
        print(f"{changes.summary}." if changes else "Nothing is different.")
        _warn(workspace, inspection_id, args.id)
    return 0


def cancel(args: argparse.Namespace) -> int:
    """Cancel one meeting."""
    from jtai_desktop.services import meetings

    return _do(args, lambda ws, here: meetings.cancel(ws, here, args.id, args.reason))


def reinstate(args: argparse.Namespace) -> int:
    """Take a cancellation back."""
    from jtai_desktop.services import meetings

    return _do(args, lambda ws, here: meetings.reinstate(ws, here, args.id))


def remove(args: argparse.Namespace) -> int:
    """Take one entry out."""
    from jtai_desktop.services import meetings

    return _do(args, lambda ws, here: meetings.remove(ws, here, args.id))


def send(args: argparse.Namespace) -> int:
    """Note that it was sent."""
    from jtai_desktop.services import meetings

    return _do(args, lambda ws, here: meetings.send(ws, here, args.way))


def accept(args: argparse.Namespace) -> int:
    """Accept a warning."""
    from jtai_desktop.services import meetings

    return _do(args, lambda ws, here: meetings.accept(ws, here, args.key, args.reason))


def unaccept(args: argparse.Namespace) -> int:
    """Let a warning count again."""
    from jtai_desktop.services import meetings

    return _do(args, lambda ws, here: meetings.unaccept(ws, here, args.key))


def way(args: argparse.Namespace) -> int:
    """Set the minutes between two places, or let the usual ones count."""
    from jtai_desktop.domain.meetings.ways import Way
    from jtai_desktop.services import council

    if args.minutes is None:
        return _do(args, lambda ws, here: council.unset_way(ws, args.one, args.other, here))
    new = Way(args.one, args.other, args.minutes)
    return _do(args, lambda ws, here: council.set_way(ws, new, here))


def paste(args: argparse.Namespace) -> int:
    """Take in a table, or name every cell that stands in the way."""
    from jtai_desktop.domain.wording import listed
    from jtai_desktop.services import meeting_tables

    text = _text_of(args.file)
    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        seen = meeting_tables.preview(workspace, inspection_id, text)
        for each in (*seen.pasted.remarks, *seen.pasted.problems):
            print(f"{each.where}: {each.sentence}", file=sys.stderr)
        if seen.pasted.problems:
            print("Nothing was taken in.", file=sys.stderr)
            return 2
        if seen.pasted.unread:
            print(f"Not read: {listed(seen.pasted.unread)}.", file=sys.stderr)
        if args.check:
            print(f"{len(seen.pasted.rows)} would be added.")
        else:
            print(f"{meeting_tables.take_in(workspace, inspection_id, seen).summary}.")
    return 0


def _command(inner: Inner, name: str, words: str, run: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser: argparse.ArgumentParser = inner.add_parser(name, help=words)
    add_vault(parser, inner=True)
    parser.set_defaults(run=run)
    return parser


def _facts(parser: argparse.ArgumentParser) -> None:
    for name, words in TEXTS.items():
        parser.add_argument(f"--{name}", default=argparse.SUPPRESS, help=words)
    for name, form in LISTS.items():
        parser.add_argument(f"--{name}", default=argparse.SUPPRESS, metavar=form)
    parser.add_argument(
        "--observe",
        action=argparse.BooleanOptionalAction,
        default=argparse.SUPPRESS,
        help="an inspector may observe",
    )


def _of_warnings(inner: Inner) -> None:
    taken = _command(inner, "accept", "accept a warning by its key, with a reason", accept)
    taken.add_argument("key")
    taken.add_argument("--reason", required=True)
    _command(inner, "unaccept", "let a warning count again", unaccept).add_argument("key")
    between = _command(inner, "way", "the minutes from one place to another", way)
    between.add_argument("one", metavar="FROM")
    between.add_argument("other", metavar="TO")
    between.add_argument("--minutes", type=int, help="the usual ones where none are given")


def _do(args: argparse.Namespace, act: Any) -> int:  # noqa: ANN401
    with opened(args) as workspace:
        changes = act(workspace, inspection_of(workspace, args))
        print(f"{changes.summary}." if changes else "Nothing is different.")
    return 0


def _view(workspace: "Workspace", args: argparse.Namespace) -> "tuple[str, Overview]":
    from jtai_desktop.services import overview

    inspection_id = inspection_of(workspace, args)
    return inspection_id, overview.load(workspace, inspection_id)


def _given(view: "Overview", args: argparse.Namespace) -> dict[str, Any]:
    """The facts that were given; agencies must be there."""
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.typed import shown

    here = vars(args)
    found = {name: here[name] for name in (*TEXTS, "observe", "kind") if name in here}
    for name in LISTS:
        if name in here:
            parts = (each.strip() for each in here[name].split(","))
            found[name] = tuple(each for each in parts if each)
    known = {each.key for each in view.agencies}
    for key in found.get("agencies", ()):
        if key not in known:
            raise Refused(f"{shown(key)} is no agency here: {', '.join(sorted(known))}.")
    return found


def _at_times(meeting: "Meeting", args: argparse.Namespace, span: "Span | None") -> "Meeting":
    """At the times that were given; another day or start keeps the length."""
    from jtai_desktop.domain.meetings import typed_times as typed

    here = vars(args)
    day = typed.day_typed(here["day"], span) if "day" in here else meeting.start.date()
    clock = meeting.start.time()
    hour = typed.clock_typed(here["start"], typed.START) if "start" in here else clock
    start, end = typed.moved(meeting, typed.at(day, hour, typed.START))
    if "end" in here:
        end = typed.at(day, typed.clock_typed(here["end"], typed.END), typed.END)
    return replace(meeting, start=start, end=end)


def _warn(workspace: "Workspace", inspection_id: str, meeting_id: str) -> None:
    from jtai_desktop.services import overview

    for each in overview.load(workspace, inspection_id).week.judged.of(meeting_id):
        print(f"Warning {each.key}: {each.sentence}")


def _text_of(file: str) -> str:
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.texts import shown_name

    try:
        content = sys.stdin.read(MOST_READ) if file == "-" else _read(Path(file))
    except FileNotFoundError as error:
        raise Refused("There is no such file; check the name and the folder.") from error
    except (OSError, UnicodeDecodeError) as error:
        name = shown_name(Path(file).name)
        raise Refused(f"{name} can’t be read as text. Save it as text with tabs.") from error
    return content


def _read(path: Path) -> str:
    with path.open(encoding="utf-8-sig") as stream:
        return stream.read(MOST_READ)
