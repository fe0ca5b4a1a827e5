"""Child-level lists as a person meets them: check files, count who is in scope, write templates."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from jtai_desktop.domain.lists.choosing import SheetByHand
from jtai_desktop.domain.lists.findings import Finding, most_first
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.domain.lists.moments import Days
from jtai_desktop.domain.lists.scope import Kept, Scope, in_scope
from jtai_desktop.domain.lists.shape import Gravity, Rulebook
from jtai_desktop.domain.marking import USUAL_MARKING
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.list_answers import Answer
from jtai_desktop.exchange.list_reading import Hand
from jtai_desktop.exchange.list_requests import NOTHING_SAID, Request
from jtai_desktop.exchange.list_rulebook import rulebook
from jtai_desktop.exchange.workbook_asking import ask, ask_for_workbook
from jtai_desktop.guidance.finding import text_of
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.guidance.reading import read_text

PACK = "cmh-2019"
ENDING = ".xlsx"
NOT_A_WORKBOOK = f"Give the new workbook a name that ends in {ENDING}."
ONE_OF_THEM = "That is one of the files that were read; they stay as they are. Give another name."
CHANGED = "The files were changed since they were read. Read them again, then export."

Say = Callable[[str], None]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Wish:
    """How files are to be checked: by which pack, against which day, with what said by hand."""

    today: date
    notified: date | None = None
    pack: str = PACK
    hand: Hand = NOTHING_SAID
    text: str = ""  # of the pack, where it is another than the installed one
    salt: str = ""  # with what rows are marked, to be compared with a later version
    known: tuple[Kept, ...] = ()  # what was kept of lists taken in before
    marking: str = USUAL_MARKING  # of a workbook that is written


@dataclass(frozen=True, slots=True)
class Checked:
    """Files that were checked: the answer, the rules by which, and whether it is grave."""

    answer: Answer
    book: Rulebook
    salt: str = ""

    @property
    def grave(self) -> bool:
        """Whether there is an error, or no list at all."""
        report = self.answer.report
        return not report.accounts or bool(report.count(Gravity.ERROR))

    @property
    def findings(self) -> list[Finding]:
        """The problems, the gravest and most frequent first."""
        return most_first(self.answer.report.findings)


def check(
    files: Sequence[Path],
    wish: Wish,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
) -> Checked:
    """Reads and checks files of lists in a process of their own."""
    request, book = _asked(files, wish)
    return Checked(ask(request, book, say, stop), book, wish.salt)


def export(
    files: Sequence[Path],
    wish: Wish,
    path: Path,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
    *,
    seen: Checked | None = None,
) -> Checked:
    """Reads and checks files, and writes what was read, with the problems, as a new workbook.

    The files stay as they are; if they are others by now than those `seen`, nothing is written.
    """
    from jtai_desktop.exchange.whole_files import write_whole

    refuse_place(path, files)
    request, book = _asked(files, wish)
    answer, content = ask_for_workbook(replace(request, marking=wish.marking), book, say, stop)
    if seen is not None and seen.answer.files != answer.files:
        raise Refused(CHANGED)
    say(f"saving {path.name}")
    write_whole(content, path)
    return Checked(answer, book, wish.salt)


def refuse_place(path: Path, files: Iterable[Path]) -> None:
    """Refuses a name that a new workbook can’t have: no workbook’s, or that of a file read."""
    if path.suffix.lower() != ENDING:
        raise Refused(NOT_A_WORKBOOK, place="file")
    if any(_same(path, each) for each in files):
        raise Refused(ONE_OF_THEM, place="file")


def scope(checked: Checked) -> Scope:
    """Who of the lists is in scope by what was read."""
    return in_scope(checked.answer.report.kept, checked.book)


def write_templates(folder: Path, pack_id: str = PACK) -> list[Path]:
    """Writes a blank workbook for each list into a folder; none is written over."""
    from jtai_desktop.exchange.list_templates import template
    from jtai_desktop.exchange.whole_files import write_whole

    pack = _pack(text_of(pack_id))
    book = rulebook(pack)
    paths = [folder / f"List {shape.number} {_safe(shape.title)}.xlsx" for shape in book.lists]
    for path in paths:
        if path.exists():
            raise Refused(f"“{path.name}” is there already; choose an empty folder.", place="file")
    folder.mkdir(parents=True, exist_ok=True)
    for shape, path in zip(book.lists, paths, strict=True):
        write_whole(template(shape, book), path)
    return paths


def hand_of(columns: Iterable[str], sheets: Iterable[str]) -> Hand:
    """What a person said: “6:Heading=Column” (no column to leave it out), “6=Sheet”."""
    return Hand(
        sheets=tuple(_sheet_said(one) for one in sheets),
        columns=tuple(_column_said(one) for one in columns),
    )


def _asked(files: Sequence[Path], wish: Wish) -> tuple[Request, Rulebook]:
    """What the worker is asked, and the rules by which it answers."""
    text = wish.text or text_of(wish.pack)
    paths = tuple(path.absolute() for path in files)
    days = Days(wish.notified, wish.today)
    request = Request(paths, text, days, wish.hand, salt=wish.salt, known=wish.known)
    return request, rulebook(_pack(text))


def _same(one: Path, other: Path) -> bool:
    """Whether both are one file, also by another name of it."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return one.absolute() == other.absolute()


def _pack(text: str) -> Pack:
    found = read_text(text)
    if isinstance(found, Pack):
        return found
    raise Refused(f"The guidance pack has a fault. {found[0]}", place="pack")


def _safe(title: str) -> str:
    """A title as a file name can hold it."""
    return "".join(each for each in title if each.isalnum() or each == " ").strip()[:60]


def _column_said(text: str) -> ByHand:
    number, mark, rest = text.partition(":")
    heading, equals, column = rest.rpartition("=")
    if not (mark and equals and number.strip().isdigit() and heading.strip()):
        raise Refused(f"“{text}” can’t be read: write it like “6:Person=Child Unique ID”.")
    return ByHand(int(number), heading.strip(), column.strip())


def _sheet_said(text: str) -> SheetByHand:
    number, equals, sheet = text.partition("=")
    if not (equals and number.strip().isdigit() and sheet.strip()):
        raise Refused(f"“{text}” can’t be read: write it like “6=Sheet1”.")
    return SheetByHand(int(number), sheet.strip())
