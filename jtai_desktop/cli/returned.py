"""What the commands say of a workbook that came back: parts, changes, what can’t be taken."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jtai_desktop.domain.sheets import Trouble

GRAVE = 1
OURS, THEIRS = "ours", "theirs"


def add_options(parser: argparse.ArgumentParser, *, what: str, unit: str) -> None:
    """The file, `--yes`, and whose word counts where both sides changed it."""
    parser.add_argument("file", type=Path, metavar="FILE", help=f"the {what}")
    parser.add_argument("--yes", action="store_true", help=f"take the {unit}s in")
    parser.add_argument(
        "--both-changed",
        choices=(OURS, THEIRS),
        default=OURS,
        help=f"whose {unit} stays where it was changed here and there; ours unless said",
    )


def ended(lines: Iterable[str], problems: Sequence["Trouble"], *, yes: bool) -> int | None:
    """Print what would change. The exit code where it ends there: a problem, or no --yes."""
    print("\n".join(lines))
    if problems:
        told = part("Problems", [trouble(each) for each in problems])
        print("\n".join((*told, "", "Nothing was taken in.")), file=sys.stderr)
        return GRAVE
    if not yes:
        print("Nothing was taken in yet; say --yes to take it in.")
        return 0
    return None


def part(title: str, lines: list[str]) -> Iterator[str]:
    """A title and its lines; nothing where there are none."""
    if lines:
        yield from ("", title, *(f"  {line}" for line in lines))


def becomes(here: str, wanted: str) -> str:
    """“Force governance” becomes nothing."""
    from jtai_desktop.domain.typed import shown

    old, new = (shown(each) if each else "nothing" for each in (here, wanted))
    return f"{old} becomes {new}"


def exported_as(text: str) -> str:
    """When exported it was “Force governance”."""
    from jtai_desktop.domain.typed import shown

    return f"when exported it was {shown(text) if text else 'nothing'}"


def trouble(each: "Trouble") -> str:
    """Where, what is wrong, what was found and what is wanted."""
    parts = [str(each.problem)]
    if each.found and each.wanted:
        from jtai_desktop.domain.typed import shown

        parts.append(f"Found: {shown(each.found)}. Wanted: {each.wanted}.")
    return " ".join(parts)


def say() -> Callable[[str], None]:
    """Tells what is being done, where somebody looks on."""
    return _on_terminal if sys.stderr.isatty() else lambda _: None


def _on_terminal(doing: str) -> None:
    print(f"{doing[:1].upper()}{doing[1:]} …", file=sys.stderr)
