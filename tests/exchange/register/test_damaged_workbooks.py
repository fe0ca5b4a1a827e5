"""Two thousand damaged workbooks of the register: each refused in a sentence or read whole."""

from pathlib import Path

from tests.exchange.lists.mutating import run
from tests.exchange.register.exported import workbook
from tests.exchange.register.sent_round import SentRound

COUNT = 2_000


def test_damaged_workbooks_are_read_whole_or_refused(tmp_path: Path) -> None:
    whole = workbook(6)
    book = SentRound(whole)
    sources = ((".xlsx", whole), (".ods", book.ods()), (".xlsx", book.xlsx()))
    outcomes = run(COUNT, tmp_path, sources=sources, module="tests.exchange.register.mutant_reader")
    print(dict(outcomes))
    assert outcomes["hung"] == outcomes["half"] == 0
    assert outcomes["refused"] > COUNT // 6
    assert outcomes["read"] > COUNT // 6
    assert outcomes["ended"] < COUNT // 20
