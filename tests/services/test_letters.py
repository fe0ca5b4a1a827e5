"""Reading a letter from a file, and the command that prints it."""

import argparse
import json
from pathlib import Path
from random import Random

import pytest

from jtai_desktop.cli import letter as command
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services.letters import read
from tests.exchange.letters_made import Made, earlier, later
from tests.exchange.letters_set import Style

KEYS = [
    "letter_date",
    "fieldwork_start",
    "fieldwork_end",
    "area",
    "theme",
    "statement_due",
    "principal_authority",
    "findings",
    "unplaced",
]


@pytest.fixture(scope="module")
def made() -> Made:
    return later(Random(11), Style())  # noqa: S311 - chance for tests


@pytest.fixture
def file(tmp_path: Path, made: Made) -> Path:
    path = tmp_path / "letter.pdf"
    path.write_bytes(made.pdf)
    return path


def _run(*given: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args(["letter", *given])
    code = args.run(args)
    assert isinstance(code, int)
    return code


def test_a_letter_is_read_from_its_file(file: Path, made: Made) -> None:
    letter = read(file)
    assert len(letter.findings) == len(made.findings)
    assert letter.facts.area == "Northmoor"


def test_a_refusal_names_the_file_as_its_place(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path / "none.pdf")
    assert refused.value.problem.place == "none.pdf"


def test_the_command_prints_exactly_what_is_asked(
    file: Path, made: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(str(file), "--json") == 0
    out = capsys.readouterr().out
    assert out.isascii()
    said = json.loads(out)
    assert list(said) == KEYS
    assert {name: said[name] for name in made.facts} == made.facts
    first = made.findings[0]
    assert said["findings"][0] == dict(zip(("kind", "heading", "text", "page"), first, strict=True))
    assert all(list(left) == ["why", "heading", "text", "page"] for left in said["unplaced"])


def test_the_command_prints_a_listing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(earlier(Random(3), Style()).pdf)  # noqa: S311 - chance for tests
    assert _run(str(path)) == 0
    out = capsys.readouterr().out
    assert "Area                 Northmoor\n" in out
    assert "\nKey Strengths\n  Strength, page " in out
    assert "\nDeep dive into cases\n  Area for improvement, page " in out
    assert " of narrative, 0 other." in out


def test_a_bad_file_is_one_sentence_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("No PDF.")
    assert _run(str(path), "--json") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "The file is not a PDF: choose the letter as it was published.\n"
