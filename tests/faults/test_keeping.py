"""The kept table: a part that was run alone puts only its own rows in the place of the old ones."""

from tests.faults.keeping import merged

HEAD = ["| fault | cases |", "|---|--:|"]


def test_only_the_rows_of_the_part_are_renewed() -> None:
    before = ["Run on a day.", "", *HEAD, "| kills | 1 |", "| calls | 2 |", ""]
    assert merged(before, [*HEAD, "| calls | 9 |", "| flips | 3 |"]) == [
        *HEAD,
        "| kills | 1 |",
        "| calls | 9 |",
        "| flips | 3 |",
    ]
