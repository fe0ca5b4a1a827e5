"""A process that reads one file after another and says what came of each; started by mutating."""

import sys
from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.list_checking import read_and_check
from jtai_desktop.exchange.list_requests import Request
from jtai_desktop.exchange.workbook_limits import LIMITS, fitting
from jtai_desktop.exchange.workbook_worker import limit
from tests.exchange.lists.county import DAYS, book


def main() -> None:
    """Answers each line, the path of a file, with a line."""
    limit(fitting(LIMITS, 0))
    rules = book()
    for line in sys.stdin:
        request = Request((Path(line.strip()),), "", DAYS)
        try:
            answer = read_and_check(request, rules)
        except Refused as refused:
            print("refused", refused.problem.sentence, flush=True)
            continue
        whole = all(
            one.read == one.accepted + one.with_problems + one.blank
            for one in answer.report.accounts
        )
        print("read" if whole else "half", len(answer.report.accounts), flush=True)


if __name__ == "__main__":
    main()
