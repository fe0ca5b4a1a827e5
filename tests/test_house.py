"""The rules of this repository that no other tool holds: size, names, docstrings, addresses."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import LONGEST

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 400
FORBIDDEN_NAMES = {"utils", "util", "misc", "helpers", "helper", "common", "manager", "stuff"}
NOT_OURS = {".git", ".venv", "build", "dist", "out", "__pycache__"}
CACHES = re.compile(r"\.(mypy|ruff|pytest|import_linter)_cache|\.hypothesis|.*\.egg-info")
PARTS_WITH_MODULES = ("jtai_desktop", "packaging", "tests")
# Written in pieces, so that this file does not hold what it looks for.
ADDRESSES = ("py" + "pi.org", "pythonhosted" + ".org", "--index" + "-url", "--find" + "-links")
PINS = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS or CACHES.fullmatch(path.name):
            continue
        if path.is_dir():
            yield from _files(path)
        else:
            yield path


def _modules() -> list[Path]:
    found = [path for part in PARTS_WITH_MODULES for path in _files(ROOT / part)]
    return [ROOT / "main.py", *(path for path in found if path.suffix == ".py")]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _requirements(name: str) -> str:
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def _wanted(lines: str) -> list[str]:
    stripped = (line.split("#")[0].strip() for line in lines.splitlines())
    return [line for line in stripped if line and not line.startswith("-")]


def _machine_paths() -> list[str]:
    """The paths of this checkout and this person, where they are more than a slash."""
    candidates = {ROOT, ROOT.parent, Path.home()}
    return [f"{path.as_posix()}/" for path in candidates if path != Path(path.anchor)]


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_no_module_is_too_long() -> None:
    lengths = {_name(path): len(path.read_bytes().splitlines()) for path in _modules()}
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_every_module_says_what_it_is_for() -> None:
    texts = ((path, path.read_text(encoding="utf-8")) for path in _modules())
    silent = [
        _name(path) for path, text in texts if text and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []


def test_no_module_is_named_for_nothing() -> None:
    assert [_name(path) for path in _modules() if path.stem in FORBIDDEN_NAMES] == []


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in _files(ROOT / "tests") if path.suffix == ".py"}
    assert [_name(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_packaging_is_no_package() -> None:
    # It would hide the third-party package of that name, which pytest itself imports.
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_the_rules_need_the_standard_library_and_dateutil_only() -> None:
    allowed = {*sys.stdlib_module_names, "dateutil"}
    foreign = [
        f"{_name(path)}: {module}"
        for path in _files(ROOT / "jtai_desktop" / "domain")
        if path.suffix == ".py"
        for module in _imported(ast.parse(path.read_text(encoding="utf-8")))
        if module.split(".")[0] not in allowed and not module.startswith("jtai_desktop.domain")
    ]
    assert foreign == []


def test_no_file_names_a_package_index_or_a_path_of_a_machine() -> None:
    forbidden = [*ADDRESSES, *_machine_paths()]
    texts = ((path, path.read_bytes().decode("utf-8", errors="replace")) for path in _files(ROOT))
    found = [
        (_name(path), text) for path, content in texts for text in forbidden if text in content
    ]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pinned_requirement_has_hashes_and_no_address(name: str) -> None:
    text = _requirements(name)
    entries = re.split(r"\n(?=\S)", text.strip())
    assert [entry for entry in entries if not PINS.match(entry)] == []
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_the_checks_run_with_the_versions_that_are_shipped() -> None:
    shipped = set(PINS.findall(_requirements("requirements.txt")))
    assert shipped - set(PINS.findall(_requirements("requirements-dev.txt"))) == set()


def test_the_package_asks_for_what_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["dependencies"] == _wanted(_requirements("requirements.in"))


def test_the_test_files_that_are_begun_first_are_there() -> None:
    assert [name for name in LONGEST if not (ROOT / name).is_file()] == []
