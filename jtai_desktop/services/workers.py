"""The hidden commands: work that is done by the same program in a process of its own."""

import sys
from collections.abc import Sequence


def run(given: Sequence[str]) -> int:
    """Do the work of one worker; its request comes over the standard input."""
    if list(given) == ["derive"]:
        from jtai_desktop.store.derive import main as derive

        return derive()
    if list(given) == ["letter"]:
        from jtai_desktop.exchange.letter_worker import main as read_letter

        return read_letter()
    sys.stderr.write("There is no such worker.\n")
    return 2
