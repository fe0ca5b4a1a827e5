"""Made-up files of lists, and reading them in this process: a worker takes long to begin."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from jtai_desktop.domain.lists.moments import Days
from jtai_desktop.exchange.list_checking import read_and_check
from jtai_desktop.exchange.list_requests import Request
from jtai_desktop.services import kept_lists
from jtai_desktop.services.lists import Checked, Wish
from tests.exchange.lists.county import County
from tests.exchange.lists.county import book as county_book
from tests.exchange.lists.writing import saved, text, workbook

SIZES = {6: 40, 7: 8, 8: 8}


def county() -> County:
    """A small one."""
    return County(SIZES)


def written(folder: Path, name: str = "Lists 6 and 7.xlsx") -> Path:
    """Two lists with an error in three rows, and a sheet that is no list."""
    made = county()
    for row in made.rows[6][:3]:
        row["Primary Need Code"] = "X"
    return saved(workbook(made, [6, 7]), folder, name)


def renamed(folder: Path) -> Path:
    """List 7 as text, its first heading called as no case system calls it."""
    content = text(county(), 7).replace("Child Unique ID", "Whose row", 1)
    return saved(content.encode(), folder, "List 7.csv")


def twice(folder: Path) -> tuple[Path, Path]:
    """List 7 in two files."""
    content = workbook(county(), [7])
    return saved(content, folder, "one.xlsx"), saved(content, folder, "two.xlsx")


@contextmanager
def in_this_process() -> Iterator[None]:
    """Files are read on the thread that asks."""

    def read(
        files: Sequence[Path],
        wish: Wish,
        say: Callable[[str], None] = lambda _: None,
        _stop: Callable[[], bool] = lambda: False,
    ) -> Checked:
        days = Days(wish.notified, wish.today)
        request = Request(
            tuple(files), wish.text, days, wish.hand, salt=wish.salt, known=wish.known
        )
        book = county_book()
        return Checked(read_and_check(request, book, say), book, wish.salt)

    with patch.object(kept_lists, "read", read):
        yield
