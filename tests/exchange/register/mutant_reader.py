"""A process that reads one workbook after another and says what came of each; see mutating."""

import sys
from pathlib import Path

from jtai_desktop.domain.documents.coming_back import came_back
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.register_asking import heard
from jtai_desktop.exchange.register_worker import LIMITS, answer
from jtai_desktop.exchange.workbook_limits import fitting
from jtai_desktop.exchange.workbook_worker import limit


def main() -> None:
    """Answers each line, the path of a file, with a line."""
    limit(fitting(LIMITS, 0))
    for line in sys.stdin:
        said = answer(Path(line.strip()), LIMITS)
        print(_outcome(said), flush=True)


def _outcome(said: dict[str, object]) -> str:
    """Refused, or read: each row that was exported is there, named, or counted as gone."""
    if "refused" in said:
        return "refused"
    try:
        found = heard(said["answer"])  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        return "refused"
    try:
        back = came_back(found)
    except Refused:
        return "half"
    whole = all(cell.edit.row in found.exported for cell in back.cells)
    return f"{'read' if whole else 'half'} {len(back.cells)} {len(back.problems)}"


if __name__ == "__main__":
    main()
