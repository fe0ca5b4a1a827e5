"""A process that reads one file after another and says what came of each; started by mutating.

Every fifth is exported, too: what a damaged file holds must not break what is written from it.
"""

import sys
from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.list_checking import read_and_check, read_check_and_write
from jtai_desktop.exchange.list_requests import Request
from jtai_desktop.exchange.workbook_limits import LIMITS, fitting
from jtai_desktop.exchange.workbook_worker import limit
from tests.exchange.lists.county import DAYS, book

EXPORTED = 5


def main() -> None:
    """Answers each line, the path of a file, with a line."""
    limit(fitting(LIMITS, 0))
    rules = book()
    for number, line in enumerate(sys.stdin):
        request = Request((Path(line.strip()),), "", DAYS, marking="OFFICIAL-SENSITIVE")
        try:
            if number % EXPORTED == 0:
                answer, _ = read_check_and_write(request, rules)
            else:
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
