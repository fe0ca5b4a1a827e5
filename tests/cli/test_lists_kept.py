"""The commands `lists import`, `lists kept`, `lists headings` and `lists sign` on a vault."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.exchange.lists.county import SMALL, County
from tests.exchange.lists.writing import saved, workbook

pytestmark = pytest.mark.usefixtures("known")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook with list 6."""
    return saved(workbook(County(SMALL), [6]), tmp_path_factory.mktemp("lists"))


def test_it_is_shown_first_and_taken_in_with_yes(run: Run, vault: Path, file: Path) -> None:
    code, printed, _ = run("lists", "import", "--vault", vault, file)
    assert code == 0
    assert "List 6, version" in printed
    assert printed.endswith("Nothing was taken in yet; say --yes to take it in.\n")
    code, printed, _ = run("lists", "import", "--vault", vault, file, "--yes")
    assert (code, printed.splitlines()[-1]) == (0, "List 6 taken in.")

    code, _, said = run("lists", "sign", "--vault", vault, "6", "sent", "--way", "mail")
    assert (code, said) == (2, "It is sent after it was signed. Note first who signed it.\n")
    run("lists", "sign", "--vault", vault, "6", "checked", "--who", "Data lead")
    found = json.loads(run("lists", "kept", "--vault", vault, "--json")[1])
    six = next(each for each in found if each["list"] == 6)
    assert six["state"] == "checked"
    assert six["steps"][0]["who"] == "Data lead"
    assert "List 6, Children in Need" in run("lists", "kept", "--vault", vault)[1]


def test_a_file_that_is_none_is_refused_by_name(run: Run, vault: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.xlsx"
    path.write_bytes(b"PK no workbook")
    code, printed, said = run("lists", "import", "--vault", vault, path, "--yes")
    assert (code, printed) == (2, "")
    assert said.startswith("notes.xlsx: ")


def test_a_table_in_which_no_list_is_found_is_refused(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("Colour,Taste\nred,sweet\n", encoding="utf-8")
    code, printed, said = run("lists", "import", "--vault", vault, path)
    assert (code, printed) == (2, "")
    assert said.startswith("No list was recognised")


def test_headings_that_were_said_are_shown_and_forgotten(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    assert run("lists", "headings", "--vault", vault)[1] == "Nothing was said of a heading yet.\n"
    county = County(SMALL)
    content = workbook(county, [7])
    path = saved(content, tmp_path, "seven.xlsx")
    code, _, said = run("lists", "import", "--vault", vault, path, "--map", "7:Gender=", "--yes")
    assert (code, said) == (0, "")
    told = run("lists", "headings", "--vault", vault)[1]
    assert told.splitlines()[-1].split() == ["7", "Gender", "left", "out"]
    forget = ("lists", "headings", "--vault", vault, "--forget")
    assert run(*forget, "Gender")[2].endswith("write it like “6:Person”.\n")
    assert run(*forget, "7:gender")[1] == "Heading of list 7 forgotten.\n"
    assert run(*forget, "7:gender")[0] == 2
