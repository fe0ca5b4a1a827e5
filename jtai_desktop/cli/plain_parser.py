"""Reading the command line, with one plain sentence where it can't be read."""

import argparse
import sys
from typing import NoReturn

from jtai_desktop.domain.problems import Refused

MISUSED = 2
LONGEST = 160


class PlainParser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing the usage."""

    def error(self, message: str) -> NoReturn:
        """One sentence on stderr, exit 2."""
        self.exit(MISUSED, f"{_sentence(message)}. See {self.prog} --help.\n")


def refused(problem: Refused) -> int:
    """Say on stderr why something was refused, and give the exit code."""
    print(problem, file=sys.stderr)
    return MISUSED


def _sentence(message: str) -> str:
    plain = " ".join("".join(each if each.isprintable() else " " for each in message).split())
    short = plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
    return short[:1].upper() + short[1:].rstrip(".")
