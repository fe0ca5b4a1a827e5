"""The command line: every command of the program, and `--help` that lists them."""

import contextlib
import errno
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from jtai_desktop import __version__
from jtai_desktop.cli import (
    actions,
    audits,
    backup,
    calendar,
    checklist,
    children,
    conversations,
    documents,
    evaluations,
    example,
    findings,
    flags,
    keys,
    letter,
    lists,
    meetings,
    pack,
    packs,
    paper,
    papers,
    restore,
    schedule,
    self_evaluation,
    window,
)
from jtai_desktop.cli.plain_parser import MISUSED, PlainParser, refused
from jtai_desktop.domain.problems import Refused

COMMANDS = (
    schedule,
    packs,
    example,
    checklist,
    papers,
    paper,
    pack,
    documents,
    children,
    conversations,
    evaluations,
    audits,
    flags,
    meetings,
    calendar,
    lists,
    self_evaluation,
    letter,
    findings,
    actions,
    keys,
    backup,
    restore,
)
ABOUT = """\
Helps an English council and its partners prepare a joint targeted area inspection.
Without a command the window opens.
"""


def parser() -> PlainParser:
    """The parser of the whole command line."""
    made = PlainParser(prog="main.py", description=ABOUT)
    made.add_argument("--version", action="version", version=f"JTAI Desktop {__version__}")
    window.add_options(made)
    subparsers = made.add_subparsers(title="commands", metavar="COMMAND", parser_class=PlainParser)
    for command in COMMANDS:
        command.add_parser(subparsers)
    return made


def run(given: Sequence[str]) -> int:
    """Run one command and give its exit code; what is refused is one sentence on stderr."""
    _print_anything()
    try:
        try:
            return _run(given)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()
        return 0
    except OSError as error:
        if error.filename is not None or error.errno != errno.ENOSPC:
            raise
        _let_go_of_output()
        print("The disk is full, so the answer could not be written.", file=sys.stderr)
        return MISUSED


def _run(given: Sequence[str]) -> int:
    made = parser()
    args = made.parse_args(given)
    if not hasattr(args, "run"):
        made.error("This needs a command")
    try:
        return int(args.run(args))
    except Refused as refusal:
        return refused(refusal)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def _print_anything() -> None:
    """A terminal or pipe that has no "¶" prints a question mark; it is no reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _let_go_of_output() -> None:
    """Nobody reads it any more: what is still to be written goes nowhere, without a word."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
