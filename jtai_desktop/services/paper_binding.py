"""Documents bound into a pack: which versions are meant, what their files hold, and why not."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jtai_desktop.domain.documents.document import Document, Version
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.documents.register import Register
from jtai_desktop.domain.documents.track import Standing, counting
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.exchange.binding_asking import Binder, Sizes
from jtai_desktop.reports.binding import Binding, Unbound
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Bound
from jtai_desktop.reports.progress import Heard, Stopped, within
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import files_outside
from jtai_desktop.store.files import MEGABYTE, MISSING
from jtai_desktop.store.files_outside import Outside

# What may be asked for beside items by their code (“4.7”, “C 7”) and version (“4.7:2”).
SENT: Final = "sent"
ALL: Final = "all"

MOST = 400 * MEGABYTE  # of all the files together: they are held in memory while the pack is made

NOT_SENT = "was not sent to the inspectors"
NOT_THERE = "has no file yet"
GONE = "is missing"
CHANGED = "was changed where it lies"
ALTERED = "is damaged or was altered"
TOO_MUCH = f"is beyond the {MOST // MEGABYTE} MB that one pack takes"
_OUTSIDE = {Outside.MISSING: GONE, Outside.CHANGED: CHANGED}


@dataclass(frozen=True, slots=True)
class Picked:
    """One version that is meant, and what its file holds; or why it can’t be bound in."""

    codes: str
    title: str
    version: int
    sha256: str = ""
    content: bytes = b""
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Meant:
    """A document with the items it answers, and the version that is meant; 0 where none is."""

    document: Document
    standing: Standing
    codes: tuple[str, ...]
    version: int
    why: str = ""


def picked(
    workspace: Workspace, material: Material, wanted: Sequence[str], heard: Heard
) -> tuple[Picked, ...]:
    """What is to be bound in, in the order of the register, read from the vault."""
    meant = _meant(material, wanted)
    found: list[Picked] = []
    room = MOST
    for number, each in enumerate(meant):
        heard(f"Reading document {number + 1} of {len(meant)}", number / len(meant))
        found.append(_read(workspace, each, room))
        room -= len(found[-1].content)
    return tuple(found)


def bound(every: Sequence[Picked], heard: Heard) -> tuple[Binding, tuple[bytes, ...]]:
    """Their pages, made ready in a process of its own; what can’t be is told with the reason."""
    taken: list[Bound] = []
    files: list[bytes] = []
    left: list[Unbound] = []
    at = 0

    def look() -> None:
        heard(f"Looking through document {at + 1} of {len(every)}", at / len(every))

    with Binder(look) as binder:
        for each in every:
            at = len(taken) + len(left)
            look()
            try:
                sizes, content = _ready(binder, each)
            except Stopped:
                raise
            except Refused as refused:
                left.append(Unbound(each.codes, each.title, each.version, str(refused)))
            else:
                taken.append(Bound(each.codes, each.title, each.version, each.sha256, sizes))
                files.append(content)
    return Binding(tuple(taken), tuple(left)), tuple(files)


def made_ready(
    every: Sequence[Picked], heard: Heard, share: float
) -> tuple[Binding, tuple[bytes, ...], Heard]:
    """The same, and the listener for what comes after it: binding takes this share of the time."""
    if not every:
        return Binding(), (), heard
    binding, files = bound(every, within(heard, 0, share))
    return binding, files, within(heard, share, 1)


def _ready(binder: Binder, each: Picked) -> tuple[Sizes, bytes]:
    if each.why:
        raise Refused(each.why)
    return binder.pages_of(each.content)


def _meant(material: Material, wanted: Sequence[str]) -> list[_Meant]:
    every = list(_documents(material.register))
    known = {code.casefold() for each in every for code in each.codes}
    for word in wanted:
        if word not in {SENT, ALL} and word.partition(":")[0].strip().casefold() not in known:
            sentence = (
                f"There is no item {shown(word)} to bind in. Say sent, all, or a code such as 4.7."
            )
            raise Refused(sentence, place="Bind in")
    found = (_chosen(each, word, material) for each in every for word in wanted)
    once = {(each.document.id, each.version): each for each in found if each is not None}
    return list(once.values())


def _documents(register: Register) -> Iterator[_Meant]:
    """Each document once, with the codes of all its items."""
    codes: dict[str, list[str]] = {}
    found: dict[str, tuple[Document, Standing]] = {}
    for entry in register.entries:
        for document, standing in zip(entry.documents, entry.standings, strict=True):
            codes.setdefault(document.id, []).append(entry.item.code)
            found[document.id] = (document, standing)
    for key, (document, standing) in found.items():
        yield _Meant(document, standing, tuple(codes[key]), 0)


def _chosen(each: _Meant, word: str, material: Material) -> _Meant | None:
    """The document with its version, if the word means it. Inspectors get what they hold."""
    held = each.standing.sent.version if each.standing.sent else 0
    newest = held if material.for_inspectors else each.document.newest
    if word in {SENT, ALL}:
        version = held if word == SENT else newest
        return _Meant(each.document, each.standing, each.codes, version) if version else None
    code, _, number = word.partition(":")
    if code.strip().casefold() not in {known.casefold() for known in each.codes}:
        return None
    if not number:
        why = "" if newest else NOT_SENT if each.document.newest else NOT_THERE
        return _Meant(each.document, each.standing, each.codes, newest, why)
    version = _number(number, each)
    why = NOT_SENT if material.for_inspectors and version not in _ever_sent(each.document) else ""
    return _Meant(each.document, each.standing, each.codes, version, why)


def _number(text: str, each: _Meant) -> int:
    number = int(text) if text.strip().isdecimal() else 0
    if each.document.version_of(number) is None:
        raise Refused(f"{each.codes[0]} has no version {shown(text)}.", place="Bind in")
    return number


def _ever_sent(document: Document) -> set[int]:
    return {line.version for line in counting(document.lines) if line.step is Step.SEND}


def _read(workspace: Workspace, each: _Meant, room: int) -> Picked:
    codes, title = ", ".join(each.codes), each.document.title
    version = each.document.version_of(each.version)
    if version is None or each.why:
        return Picked(codes, title, each.version, why=each.why or NOT_THERE)
    try:
        content = _content(workspace, version, room)
    except Refused as refused:
        return Picked(codes, title, version.number, why=str(refused))
    return Picked(codes, title, version.number, version.sha256, content)


def _content(workspace: Workspace, version: Version, room: int) -> bytes:
    """The bytes that were checked and sent, no others; refused with the end of a sentence."""
    if version.size > room:
        raise Refused(TOO_MUCH)
    if version.kept:
        content = _kept(workspace, version.kept)
    else:
        path = Path(version.place)
        how = files_outside.stands(path, version.size, version.sha256)
        if how is not Outside.SAME:
            raise Refused(_OUTSIDE[how])
        try:
            content = path.read_bytes()
        except OSError:
            raise Refused(GONE) from None
    if hashlib.sha256(content).hexdigest() != version.sha256:
        raise Refused(ALTERED if version.kept else CHANGED)
    return content


def _kept(workspace: Workspace, name: str) -> bytes:
    try:
        return b"".join(workspace.store.files.read(name))
    except Refused as refused:
        raise Refused(GONE if str(refused) == MISSING else ALTERED) from None
