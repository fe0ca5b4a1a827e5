"""`packs` and `packs check`, in words and as JSON."""

import argparse
import json
from pathlib import Path

import pytest

from jtai_desktop import places
from jtai_desktop.cli import packs as command
from jtai_desktop.services.guidance import check, packs, shipped_text


def _run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args(["packs", *words])
    answer = args.run(args)
    assert isinstance(answer, int)
    return answer


@pytest.fixture(autouse=True)
def _own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JTAI_DATA", str(tmp_path / "data"))


@pytest.fixture
def bad(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "bad.toml"
    spoilt = text.replace('time = "10:00"', 'time = "ten"').replace("count = 3", "count = 0")
    file.write_text(spoilt, encoding="utf-8")
    return file


def test_packs_lists_each_with_title_version_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run() == 0
    line = "cmh-2019  Children living with mental ill health, 2019, version 2, shipped"
    assert capsys.readouterr().out.splitlines() == [line]


def test_packs_names_a_faulty_one_of_the_council(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places.own_packs().mkdir(parents=True)
    bad.rename(places.own_packs() / "bad.toml")
    assert _run() == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("bad.toml  the council’s own, not usable: 2 problems, the first: ")
    assert [one.usable for one in packs()] == [True, False]


def test_packs_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("--json") == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found == {
        "id": "cmh-2019",
        "title": "Children living with mental ill health, 2019",
        "version": "2",
        "source": "shipped",
        "file": "cmh-2019.toml",
        "problems": [],
    }


def test_a_good_pack_is_one_sentence(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    good = tmp_path / "good.toml"
    good.write_text(text, encoding="utf-8")
    assert check(good) == []
    assert _run("check", str(good)) == 0
    assert capsys.readouterr().out == "good.toml is a good guidance pack.\n"


def test_a_bad_pack_is_a_line_for_each_problem(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("check", str(bad)) == 1
    assert capsys.readouterr().out.splitlines() == [
        "milestones, 6th entry, key “selection”: “time” is “ten”; write a time such as “09:00”.",
        "items, 23rd entry, number “4.7”: “count” is out of range; it must be from 1 to 99.",
    ]


@pytest.mark.parametrize("words", [("check", "--json"), ("--json", "check")])
def test_a_bad_pack_as_json(
    bad: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(*words, str(bad)) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["file"] == "bad.toml"
    assert [problem["place"] for problem in answer["problems"]] == [
        "milestones, 6th entry, key “selection”",
        "items, 23rd entry, number “4.7”",
    ]


def test_an_inspection_gets_the_text_and_the_pack_in_it(text: str) -> None:
    kept, pack = shipped_text("cmh-2019")
    assert kept == text
    assert pack.id == "cmh-2019"
