"""A reader of lists as a script would be: the library alone, nothing looked at first, no sentence.

It stands beside the true reader as the control: the same files, without the care.
"""

import sys
from pathlib import Path

from python_calamine import CalamineWorkbook

from jtai_desktop.exchange.workbook_limits import LIMITS, fitting
from jtai_desktop.exchange.workbook_worker import limit


def main() -> None:
    """Answers each line, the path of a file, with a line; “half” is a script that broke off."""
    limit(fitting(LIMITS, 0))
    for line in sys.stdin:
        print(_outcome(Path(line.strip())), flush=True)


def _outcome(path: Path) -> str:
    try:
        if path.suffix == ".csv":
            path.read_text("utf-8")
        else:
            book = CalamineWorkbook.from_path(path)
            for name in book.sheet_names:
                book.get_sheet_by_name(name).to_python()
    except Exception:  # noqa: BLE001 - whatever a script would break off with
        return "half"
    return "read"


if __name__ == "__main__":
    main()
