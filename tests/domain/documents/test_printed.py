"""Printed copies: what is said of a tick, and what can’t be ticked."""

from dataclasses import replace

import pytest

from jtai_desktop.domain.documents import printed
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.taking import add_version
from jtai_desktop.domain.problems import Refused
from tests.domain.documents import made


def with_versions(number: int, copied: int = 0) -> Document:
    document = made.document()
    for _ in range(number):
        document = add_version(document, made.version())
    return replace(document, copied=copied)


@pytest.mark.parametrize(
    ("versions", "copied", "words"),
    [
        (0, 0, ""),
        (3, 0, ""),
        (3, 3, "printed v3"),
        (3, 2, "printed v2, we hold v3"),
        (1, 1, "printed v1"),
    ],
)
def test_what_is_said_of_a_copy_on_paper(versions: int, copied: int, words: str) -> None:
    document = with_versions(versions, copied)
    assert printed.said(document) == words
    assert printed.is_older(document) == ("hold" in words)


def test_a_tick_is_for_the_newest_unless_another_is_named() -> None:
    document = with_versions(3)
    assert printed.ticked(document, None) == 3
    assert printed.ticked(document, 2) == 2
    assert printed.ticked(document, 0) == 0


def test_what_is_not_there_was_not_printed() -> None:
    with pytest.raises(Refused, match="has no file yet, so none was printed"):
        printed.ticked(with_versions(0), None)
    with pytest.raises(Refused, match="has no version 4"):
        printed.ticked(with_versions(3), 4)
