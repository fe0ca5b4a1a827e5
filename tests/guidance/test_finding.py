"""Finding packs: the shipped ones, the council's own, and what is told of a file that is none."""

import os
import time
from pathlib import Path

import pytest

from jtai_desktop import places
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.guidance import finding
from jtai_desktop.guidance.finding import Source, check_file, found_packs, load, text_of
from jtai_desktop.guidance.pack import Pack


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of the council's own packs."""
    monkeypatch.setenv("JTAI_DATA", str(tmp_path))
    folder = places.own_packs()
    folder.mkdir(parents=True)
    return folder


def _another(text: str, pack_id: str = "northmoor-2026") -> str:
    return text.replace('id = "cmh-2019"', f'id = "{pack_id}"')


def test_each_shipped_file_is_a_good_pack_of_the_same_name() -> None:
    shipped = [file for file in found_packs() if file.source is Source.SHIPPED]
    assert [file.path.stem for file in shipped] == ["cmh-2019"]
    for file in shipped:
        assert file.problems == ()
        assert file.pack is not None
        assert file.pack.id == file.path.stem


def test_no_folder_of_own_packs_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JTAI_DATA", str(tmp_path / "not-there"))
    assert [file.source for file in found_packs()] == [Source.SHIPPED]


def test_an_own_pack_is_found_by_its_id_whatever_its_file_is_called(own: Path, text: str) -> None:
    (own / "ours.toml").write_text(_another(text), encoding="utf-8")
    assert load("northmoor-2026").id == "northmoor-2026"
    assert text_of("northmoor-2026") == _another(text)
    assert [file.path.name for file in found_packs()] == ["cmh-2019.toml", "ours.toml"]


def test_an_own_pack_with_the_id_of_a_shipped_one_is_told_and_not_used(
    own: Path, text: str
) -> None:
    (own / "ours.toml").write_text(text.replace('2019"', '2020"'), encoding="utf-8")
    (own / "twin.toml").write_text(text, encoding="utf-8")
    twin = found_packs()[-1]
    assert twin.pack is None
    sentence = "A shipped pack has the id “cmh-2019” too and is used; give this one another id."
    assert twin.problems == (Problem("pack", sentence),)
    assert load("cmh-2019").title.endswith("2019")


def test_two_own_packs_of_one_id_are_told(own: Path, text: str) -> None:
    for name in ("a.toml", "b.toml"):
        (own / name).write_text(_another(text), encoding="utf-8")
    last = found_packs()[-1]
    assert last.problems[0].sentence.startswith("“a.toml” has the id “northmoor-2026” too")


def test_a_faulty_own_pack_is_listed_with_its_problems(own: Path) -> None:
    (own / "bad.toml").write_text("a = ", encoding="utf-8")
    (own / "folder.toml").mkdir()
    (own / "notes.txt").write_text("not a pack", encoding="utf-8")
    bad, folder = found_packs()[1:]
    assert (bad.path.name, bad.pack, len(bad.problems)) == ("bad.toml", None, 1)
    assert "folder" in folder.problems[0].sentence


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_among_the_own_packs_is_never_opened(own: Path) -> None:
    os.mkfifo(own / "pipe.toml")
    assert len(found_packs()) == 1


@pytest.mark.parametrize("pack_id", ["", "nothing", "../cmh-2019", "CMH-2019", "cmh-2019.toml"])
def test_an_unknown_id_is_refused_in_one_sentence(own: Path, pack_id: str) -> None:
    assert own.is_dir()
    with pytest.raises(Refused, match="There is no guidance pack of this name"):
        load(pack_id)


def test_a_kept_text_that_went_bad_is_refused_with_its_first_problem(text: str) -> None:
    with pytest.raises(Refused, match=r"“cmh-2019” has a fault\. milestones"):
        finding.pack_of(text.replace('actor = "inspectors"', ""), "cmh-2019")


def test_files_that_can_be_no_pack_are_told(tmp_path: Path) -> None:
    large, latin, sixteen = (tmp_path / name for name in ("large", "latin", "sixteen"))
    large.write_bytes(b"#" * (finding.MOST_BYTES + 1))
    latin.write_bytes("# fine\nname = 'é'".encode("latin-1"))
    sixteen.write_text("a = 1", encoding="utf-16")
    assert _told(large) == Problem(
        "large", "The file is larger than 2 MB; no pack is as large as that."
    )
    assert _told(latin).place == "latin, line 2"
    assert "UTF-8" in _told(latin).sentence
    assert "UTF-8" in _told(sixteen).sentence
    assert "no such file" in _told(tmp_path / "missing").sentence
    assert "folder" in _told(tmp_path).sentence
    assert "name" in _told(tmp_path / ("x" * 5000)).sentence


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this person may read every file"
)
def test_a_file_without_the_right_to_read_is_told(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.write_text("a = 1", encoding="utf-8")
    locked.chmod(0)
    assert "can’t be read" in _told(locked).sentence


def test_reading_the_shipped_pack_takes_no_time_to_speak_of() -> None:
    load("cmh-2019")
    started = time.process_time()
    for _ in range(5):
        load("cmh-2019")
    # About 10 ms each on the machine it was made on; slow enough here means something broke.
    assert (time.process_time() - started) / 5 < 0.15


def _told(path: Path) -> Problem:
    found = check_file(path)
    assert not isinstance(found, Pack)
    (problem,) = found
    return problem
