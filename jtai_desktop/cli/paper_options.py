"""What the commands that write a paper share: time, protection, writing and telling."""

import argparse
import os
import sys
from datetime import date, datetime, time
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.cli.progress import telling
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened, passphrase
from jtai_desktop.domain.moments import LONDON, london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import quoted, read_clock, read_day, read_when
from jtai_desktop.domain.wording import counted, listed

if TYPE_CHECKING:
    from jtai_desktop.reports.variants import Variant
    from jtai_desktop.services.paper_shelf import Wish
    from jtai_desktop.services.papers import Paper

VARIABLE = "JTAI_PAPER_PASSPHRASE"
ALONE = (
    f"A passphrase for the paper is needed: use --protect-file, set {VARIABLE},"
    " or call this from a terminal."
)


def add_paper(parser: argparse.ArgumentParser) -> None:
    """The options of every paper."""
    add_vault(parser)
    add = parser.add_argument
    add("--agency", default="", metavar="KEY", help="only what one agency has to do with")
    add("--variant", default="", metavar="V", help="full, inspectors, staff or agency (full)")
    add("--as-at", metavar="TIME", help="the time its facts are taken at (now)")
    add("--protect", action="store_true", help="encrypt it with a passphrase of its own (AES-256)")
    add(
        "--protect-file",
        type=Path,
        metavar="FILE",
        help=f"a file with that passphrase in its first line; else {VARIABLE}, else a prompt",
    )
    add("--out", type=Path, required=True, metavar="FILE", help="the PDF to write")


def write(args: argparse.Namespace, key: str) -> int:
    """Make the paper, protect it if asked, save it and note it in the log."""
    from jtai_desktop.services import paper_protection, paper_shelf, papers, word_papers

    _refuse_what_it_has_not(args, key)
    taken, secret = read_as_at(args.as_at), _secret(args)
    day = read_day(args.date) if getattr(args, "date", None) is not None else None
    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        as_at = as_at_of(taken, day or london(workspace.now).date())
        with telling() as heard:
            wish = _wish(args, day, as_at)
            if args.out.suffix.casefold() == word_papers.SUFFIX:
                paper = word_papers.make(workspace, inspection_id, key, wish)
                if secret is not None:
                    raise Refused(word_papers.NOT_ENCRYPTED, place="--protect")
            else:
                paper = paper_shelf.make(workspace, inspection_id, key, wish, heard)
            if secret is not None:
                paper = paper_protection.protected(paper, secret)
            papers.save(workspace, inspection_id, paper, args.out, heard)
    tell(paper, args.out)
    return 0


def _refuse_what_it_has_not(args: argparse.Namespace, key: str) -> None:
    """Who asks for one child alone must not get a paper of all of them."""
    from jtai_desktop.services.paper_kind import Choice
    from jtai_desktop.services.paper_shelf import kind_of

    kind = kind_of(key)
    choices = {
        "person": (Choice.PERSON,),
        "child": (Choice.CHILD, Choice.ONE_CHILD),
        "date": (Choice.DAY,),
        "list": (Choice.LIST,),
        "plan_version": (Choice.VERSION,),
        "compared_with": (Choice.COMPARED,),
    }
    for name, (choice, *others) in choices.items():
        if getattr(args, name, None) and not kind.choices & {choice, *others}:
            place = f"--{name.replace('_', '-')}"
            raise Refused(f"{kind.name}: there is none for one {choice}.", place=place)


def tell(paper: "Paper", out: Path) -> None:
    """What was written; on the standard error what could not be printed."""
    for sentence in paper.left_out:
        print(f"Not bound in: {sentence}.", file=sys.stderr)
    for name in paper.missing:
        print(f"No letter of ours can print this sign: {name}.", file=sys.stderr)
    print(f"{out}: {paper.name}, {counted(paper.pages, 'page')}, seal {paper.seal}")


def read_as_at(text: str | None) -> datetime | time | None:
    """An hour alone, or a day and an hour."""
    if text is None:
        return None
    try:
        return read_clock(text)
    except Refused:
        return read_when(text)


def as_at_of(taken: datetime | time | None, day: date) -> datetime | None:
    """An hour alone is of the day that the paper is for."""
    if isinstance(taken, time):
        return datetime.combine(day, taken, LONDON)
    return taken


def _wish(args: argparse.Namespace, day: date | None, as_at: datetime | None) -> "Wish":
    from jtai_desktop.services.paper_shelf import Wish

    return Wish(
        agency=args.agency,
        person=getattr(args, "person", ""),
        child=getattr(args, "child", ""),
        list=getattr(args, "list", ""),
        day=day,
        variant=_variant(args.variant),
        parts=_words(getattr(args, "parts", "")),
        as_at=as_at,
        bind=_words(getattr(args, "bind", "")),
        version=getattr(args, "plan_version", ""),
        compared=getattr(args, "compared_with", ""),
    )


def _words(text: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _variant(text: str) -> "Variant":
    """The variant that is named; the usual one where none is."""
    from jtai_desktop.reports.variants import Variant

    known = {str(each): each for each in Variant}
    named = text.strip().casefold() or Variant.FULL
    if named not in known:
        sentence = f"There is no variant {quoted(text)}. There are: {listed(list(known))}."
        raise Refused(sentence, place="--variant")
    return known[named]


def _secret(args: argparse.Namespace) -> str | None:
    """The passphrase for the paper, from file, environment or prompt; None if it has none."""
    if args.protect_file is not None:
        return passphrase(argparse.Namespace(passphrase_file=args.protect_file))
    if not args.protect:
        return None
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refused(ALONE)
    return _typed_twice()


def _typed_twice() -> str:
    try:
        typed, again = getpass("Passphrase for the paper: "), getpass("Again: ")
    except EOFError as error:
        raise Refused("Nothing was typed, so nothing was written.") from error
    if typed != again:
        raise Refused("The two passphrases differ. Nothing was written; try again.")
    return typed
