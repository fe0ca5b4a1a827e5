"""The hidden commands: work that is done by the same program in a process of its own."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

WORKERS = {
    "binding": "jtai_desktop.exchange.binding_worker",
    "derive": "jtai_desktop.store.derive",
    "letter": "jtai_desktop.exchange.letter_worker",
    "lists": "jtai_desktop.exchange.workbook_worker",
    "register": "jtai_desktop.exchange.register_worker",
}


def run(given: Sequence[str]) -> int:
    """Do the work of one worker; its request comes over the standard input."""
    if len(given) == 1 and given[0] in WORKERS:
        main: Callable[[], int] = import_module(WORKERS[given[0]]).main
        return main()
    sys.stderr.write("There is no such worker.\n")
    return 2
