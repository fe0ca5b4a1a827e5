"""A reader that believes the hidden identities of a workbook: it would lay rows on others.

It stands beside the true reader as the control: the same files, without the question.
"""

import sys
from pathlib import Path

from jtai_desktop.domain.documents.cells import CellKey
from jtai_desktop.domain.documents.round_trip import RegisterFound
from jtai_desktop.exchange.register_asking import heard
from jtai_desktop.exchange.register_worker import LIMITS, answer
from jtai_desktop.exchange.workbook_limits import fitting
from jtai_desktop.exchange.workbook_worker import limit


def main() -> None:
    """Answers each line, the path of a file, with a line."""
    limit(fitting(LIMITS, 0))
    for line in sys.stdin:
        print(_outcome(Path(line.strip())), flush=True)


def _outcome(path: Path) -> str:
    said = answer(path, LIMITS)
    try:
        found = heard(said["answer"])
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        return "refused"
    return "half" if _lays_rows_on_others(found) else "read"


def _lays_rows_on_others(found: RegisterFound) -> bool:
    """Whether a row that says one number has the identity of another."""
    code = CellKey.CODE
    return any(
        line.key in found.exported and line.cells.get(code, "") != found.exported[line.key][code]
        for line in found.lines
    )


if __name__ == "__main__":
    main()
