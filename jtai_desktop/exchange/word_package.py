"""A look into a document for Word before it is read: what it is, how large, which parts it has.

Its XML is read as a stream of signs by whoever listens: no document type, no entity, nothing from
outside, and only so deep.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from lzma import LZMAError
from typing import Protocol
from xml.parsers import expat

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.workbook_limits import MEGABYTE, Limits
from jtai_desktop.exchange.workbook_package import (
    ENCRYPTED,
    LOCKED,
    OLE,
    TOO_LARGE,
    ZIP,
    not_too_large,
)

ENDINGS = frozenset({".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf"})
DAMAGED = "The file is damaged or no Word document; open it in Word, save it anew and try again."
OLD = "This is a document of an older form. Open it in Word, save it as .docx and take that in."
OPEN_DOCUMENT = "This is an OpenDocument text. Save it as .docx and take that in."
MOST = 32 * MEGABYTE  # of one part; a form of 71 rows, all written full, has two
DEEPEST = 400

_OLD_STREAM = "WordDocument".encode("utf-16-le")
_MAIN = "word/document.xml"
_RELATED = "/relationships/officeDocument"
_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    struct.error,
    NotImplementedError,
    EOFError,
    KeyError,
    ValueError,
    OSError,
    RuntimeError,
)


class Listener(Protocol):
    """Hears what stands in a part; names are short, as w:p."""

    def start(self, name: str, values: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text stands here."""


class Document:
    """The parts of a document, each read when it is asked for."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        if content.startswith(OLE):
            raise Refused(LOCKED if any(sign in content for sign in ENCRYPTED) else OLD)
        try:
            self._package = zipfile.ZipFile(BytesIO(content))
            not_too_large(self._package, limits)
        except _FAULTS as error:
            raise Refused(DAMAGED) from error
        if "mimetype" in self.names:
            raise Refused(OPEN_DOCUMENT)

    @property
    def names(self) -> list[str]:
        """What the parts are called."""
        return self._package.namelist()

    def body(self) -> bytes:
        """The part with the text, wherever its writer put it."""
        found = _Relations()
        if "_rels/.rels" in self.names:
            hear(self.part("_rels/.rels"), found)
        return self.part(found.main if found.main in self.names else _MAIN)

    def custom(self) -> Iterator[bytes]:
        """The parts that others than Word put in."""
        for name in self.names:
            if name.startswith("customXml/item") and name.endswith(".xml"):
                yield self.part(name)

    def part(self, name: str) -> bytes:
        """What is in a part; refused where it is damaged or too large."""
        try:
            with self._package.open(name) as part:
                content = part.read(MOST + 1)
        except _FAULTS as error:
            raise Refused(DAMAGED) from error
        if len(content) > MOST:
            raise Refused(TOO_LARGE)
        return content


def is_document(content: bytes, ending: str) -> bool:
    """Whether it is one for Word, whatever it is called; by its ending where that can’t be told."""
    if content.startswith(ZIP):
        names = _names(content)
        if any(name.startswith("xl/") for name in names):
            return False
        return any(name.startswith("word/") for name in names) or ending in ENDINGS
    if content.startswith(OLE) and _OLD_STREAM in content:
        return True
    return ending in ENDINGS


def hear(content: bytes, listener: Listener) -> None:
    """Reads the XML of a part; refused where it is damaged, or not of the plain kind."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    stack: list[str] = []

    def start(name: str, values: Mapping[str, str]) -> None:
        stack.append(name)
        if len(stack) > DEEPEST:
            raise Refused(DAMAGED)
        listener.start(_short(name), {key.rpartition(" ")[2]: said for key, said in values.items()})

    def end(name: str) -> None:
        stack.pop()
        listener.end(_short(name))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = _refuse_type
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat knows no names
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise Refused(DAMAGED) from error


def _refuse_type(*_: object) -> None:
    raise Refused(DAMAGED)


def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"{_SPACES[space]}:{local}" if space in _SPACES else f"{space} {local}".strip()


def _names(content: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return package.namelist()
    except _FAULTS:
        return []


class _Relations:
    """Finds which part is the document itself."""

    def __init__(self) -> None:
        self.main = ""

    def start(self, name: str, values: Mapping[str, str]) -> None:
        if name.endswith("Relationship") and values.get("Type", "").endswith(_RELATED):
            self.main = values.get("Target", "").lstrip("/")

    def end(self, name: str) -> None:
        """Nothing to do."""

    def text(self, text: str) -> None:
        """Nothing to do."""
