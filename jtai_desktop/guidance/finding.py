"""Where packs are: the shipped ones, and the council's own in its data folder."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from jtai_desktop import places
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.guidance.entry import KEY, shown
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.guidance.reading import BYTE_ORDER_MARK, read_text

MOST_BYTES = 2 * 1024 * 1024
ENDING = ".toml"


class Source(StrEnum):
    """Where a pack comes from."""

    SHIPPED = "shipped"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file that should hold a pack, with the pack or what is wrong with it."""

    path: Path
    source: Source
    pack: Pack | None
    problems: tuple[Problem, ...] = ()


def read_file(path: Path) -> str | Problem:
    """The text of a file, or why it can't be one of a pack."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Problem(_name(path), "There is no such file; check the name and the folder.")
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return Problem(_name(path), _unreadable(path))
    if len(raw) > MOST_BYTES:
        return Problem(_name(path), "The file is larger than 2 MB; no pack is as large as that.")
    return _decoded(path, raw)


def check_file(path: Path) -> Pack | list[Problem]:
    """The pack of a file, or every problem it has."""
    text = read_file(path)
    return [text] if isinstance(text, Problem) else read_text(text)


def found_packs() -> tuple[PackFile, ...]:
    """Every file of a pack: the shipped ones first, then the council's own."""
    files = [_pack_file(path, Source.SHIPPED) for path in _files(_shipped_folder())]
    for path in _files(places.own_packs()):
        files.append(_unlike(_pack_file(path, Source.OWN), files))
    return tuple(files)


def load(pack_id: str) -> Pack:
    """The pack of this id; refused where there is none or where it is faulty."""
    return pack_of(text_of(pack_id), pack_id)


def pack_of(text: str, pack_id: str) -> Pack:
    """The pack in a text that was good when it was taken; refused where it is not."""
    found = read_text(text)
    if isinstance(found, Pack):
        return found
    raise Refused(f"The guidance pack “{pack_id}” has a fault. {found[0]}")


def text_of(pack_id: str) -> str:
    """The text of the pack of this id, as an inspection keeps it."""
    if KEY.fullmatch(pack_id):
        shipped = _shipped_folder() / f"{pack_id}{ENDING}"
        path = shipped if shipped.is_file() else _own_file(pack_id)
        text = read_file(path) if path else None
        if isinstance(text, str):
            return text
    raise Refused("There is no guidance pack of this name; “packs” lists those there are.")


def _shipped_folder() -> Path:
    return places.resources() / "guidance"


def _files(folder: Path) -> list[Path]:
    try:
        # A pipe or a device of such a name is no pack, and opening one could wait for ever.
        return sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() == ENDING and (path.is_file() or path.is_dir())
        )
    except FileNotFoundError:
        return []
    except OSError:
        return [folder]  # told as a file that can't be read


def _pack_file(path: Path, source: Source) -> PackFile:
    found = check_file(path)
    if isinstance(found, Pack):
        return PackFile(path, source, found)
    return PackFile(path, source, None, tuple(found))


def _unlike(file: PackFile, others: list[PackFile]) -> PackFile:
    """The file, or, where another has its id, the file with that said and the pack put aside."""
    if file.pack is None:
        return file
    pack_id = file.pack.id
    same = next((one for one in others if one.pack and one.pack.id == pack_id), None)
    if same is None:
        return file
    whose = "A shipped pack" if same.source is Source.SHIPPED else f"“{same.path.name}”"
    sentence = f"{whose} has the id “{pack_id}” too and is used; give this one another id."
    return PackFile(file.path, file.source, None, (Problem("pack", sentence),))


def _own_file(pack_id: str) -> Path | None:
    for path in _files(places.own_packs()):
        found = check_file(path)
        if isinstance(found, Pack) and found.id == pack_id:
            return path
    return None


def _name(path: Path) -> str:
    return shown(path.name or str(path))


def _unreadable(path: Path) -> str:
    try:
        folder = path.is_dir()
    except OSError:
        return "No file can have such a name; check it."
    if folder:
        return "This is a folder, not the file of a pack; name a file in it that you may read."
    return "The file can’t be read; close it elsewhere, or ask for the right to read it."


def _decoded(path: Path, raw: bytes) -> str | Problem:
    try:
        return raw.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Problem(
            f"{_name(path)}, line {line}", "The file is not UTF-8; save it as UTF-8 and try again."
        )
