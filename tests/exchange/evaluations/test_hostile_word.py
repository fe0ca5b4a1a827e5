"""Documents that are not what they say: each is refused in one sentence, nothing is half taken."""

import json
import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from jtai_desktop.domain.evaluations.coming_back import came_back
from jtai_desktop.domain.evaluations.evaluation import Part
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.evaluation_asking import heard
from jtai_desktop.exchange.evaluation_reading import SELF_SHAPE, read_forms
from jtai_desktop.exchange.register_worker import EVALUATIONS, LIMITS, answer
from jtai_desktop.exchange.word_form_parts import KEPT_SPACE
from tests.exchange.evaluations import test_forms
from tests.exchange.evaluations.filled_word import BODY, KEPT, FilledDocument, W, packed, run
from tests.exchange.evaluations.test_word_forms import form, read

TYPE = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)
PARTS = 2 * (1 + 3 * 4)  # what is asked of two children by the one who was asked


@pytest.fixture(scope="module")
def whole() -> bytes:
    return form(first="Seen early")


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same file with one part changed."""
    parts = FilledDocument(content).parts
    return packed({**parts, name: change(parts.get(name, b""))})


def with_type(part: bytes) -> bytes:
    head, rest = part.split(b"?>", 1)
    return head + b"?>" + TYPE + rest.replace(b"Seen early", b"&b;")


def deep(part: bytes) -> bytes:
    return part.replace(b"<w:body>", b"<w:body>" + b"<w:p>" * 50_000 + b"</w:p>" * 50_000)


def bomb(_: bytes) -> bytes:
    return b'<?xml version="1.0"?><a>' + b" " * (40 * 1024 * 1024) + b"</a>"


def kept(said: object) -> Callable[[bytes], bytes]:
    text = said if isinstance(said, str) else json.dumps(said)
    return lambda _: f'<form xmlns="{KEPT_SPACE}">{text}</form>'.encode()


def other_version(part: bytes) -> bytes:
    return part.replace(b"jtai-evaluation 1", b"jtai-evaluation 2")


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        (BODY, with_type, "damaged"),
        (KEPT, with_type, "damaged"),
        (BODY, deep, "damaged"),
        (BODY, bomb, "unpacks to more"),
        (BODY, lambda part: part[:-400], "damaged"),
        (BODY, lambda _: b"", "damaged"),
        (BODY, lambda part: part.replace(b"UTF-8", b"utf-7"), "damaged"),
        (BODY, lambda part: part.replace(b"<w:tag ", b"<w:tap "), "boxes are no longer in"),
        (KEPT, lambda _: b"<other/>", "no form that was exported from here"),
        (KEPT, kept("{"), "no form that was exported from here"),
        (KEPT, kept("[" * 100_000), "no form that was exported from here"),
        (KEPT, kept({"format": "jtai-evaluation 1"}), "no form that was exported from here"),
        (KEPT, kept(["x"]), "no form that was exported from here"),
        (KEPT, other_version, "another version"),
        ("customXml/item2.xml", kept({"format": "x"}), "Two forms were put together"),
        ("mimetype", lambda _: b"application/vnd.oasis.opendocument.text", "Save it as .docx"),
    ],
)
def test_what_can_t_be_read_is_one_sentence(
    whole: bytes, tmp_path: Path, name: str, change: Callable[[bytes], bytes], words: str
) -> None:
    with pytest.raises(Refused, match=words) as refused:
        read(tmp_path, with_part(whole, name, change))
    assert refused.value.problem.place == "form.docx"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "no Word document"),
        (b"{\\rtf1 text}", "no Word document"),
        (b"PK\x03\x04" + bytes(500), "no Word document"),
        (OLE + "WordDocument".encode("utf-16-le"), "save it as .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read(tmp_path, content)


def test_what_is_neither_a_workbook_nor_a_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(Refused, match="This is no form: forms come back as"):
        read_forms(path, LIMITS)


def test_a_form_of_another_kind_is_refused(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(whole)
    with pytest.raises(Refused, match="no form that was exported from here"):
        read_forms(path, LIMITS, SELF_SHAPE)


@pytest.mark.parametrize(
    ("content", "name"), [(form(), "form.xlsx"), (test_forms.form(), "form.docx")]
)
def test_what_it_is_is_seen_by_what_is_in_it(tmp_path: Path, content: bytes, name: str) -> None:
    """Whatever it is called by whoever kept it."""
    path = tmp_path / name
    path.write_bytes(content)
    found = came_back(heard(read_forms(path, LIMITS)))
    assert (found.texts, found.problems, found.unchanged) == ([], [], PARTS)


def test_the_strict_form_and_other_names_of_parts_are_read(whole: bytes, tmp_path: Path) -> None:
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts = FilledDocument(whole).parts
    parts["word/document2.xml"] = parts.pop(BODY).replace(W[1:-1].encode(), strict)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    parts["customXml/item7.xml"] = parts.pop(KEPT)
    parts["customXml/item1.xml"] = b"<labels xmlns='urn:other'>OFFICIAL</labels>"
    assert read(tmp_path, packed(parts)).unchanged == PARTS


def test_macros_are_not_run_and_told(whole: bytes, tmp_path: Path) -> None:
    found = read(tmp_path, with_part(whole, "word/vbaProject.bin", lambda _: b"Sub AutoOpen()"))
    assert [each.sentence for each in found.remarks] == [
        "The document has macros; they were not run."
    ]


def damaged(chance: random.Random, content: bytes) -> bytes:
    """A few bytes changed: of the file as it is, or within one of its parts."""
    if chance.random() < 0.3:
        return _scratched(chance, content)
    name = chance.choice((BODY, BODY, KEPT, "_rels/.rels"))
    return with_part(content, name, lambda part: _scratched(chance, part))


def _scratched(chance: random.Random, content: bytes) -> bytes:
    found = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(found))
        kind = chance.randrange(3)
        if kind == 0:
            found[at] = chance.randrange(256)
        elif kind == 1:
            del found[at : at + chance.randint(1, 40)]
        else:
            found[at:at] = found[chance.randrange(len(found)) :][: chance.randint(1, 200)]
    return bytes(found)


def test_damaged_documents_are_read_whole_or_refused(tmp_path: Path) -> None:
    """Where nothing is named as wrong, every part that was asked is there."""
    filled = FilledDocument(form(first="Seen early"))
    filled.put("Child B", "2", Part.IMPACT, "Safer")
    content, chance = filled.docx(), random.Random(27)  # noqa: S311 - the same each time
    outcomes = [outcome(tmp_path, damaged(chance, content)) for _ in range(400)]
    assert set(outcomes) == {"refused", "named", "whole"}


def outcome(folder: Path, content: bytes) -> str:
    """What came of a file, as the program hears it from its worker."""
    path = folder / "form.docx"
    path.write_bytes(content)
    said = answer(path, LIMITS, EVALUATIONS)
    if "refused" in said:
        return "refused"
    try:
        back = heard(said["answer"])
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        return "refused"
    found = came_back(back)
    if found.problems or any("is not in this file" in each.sentence for each in found.remarks):
        return "named"
    return "whole" if found.unchanged + len(found.texts) == PARTS else "half"


def test_what_word_insists_on_holds(whole: bytes) -> None:
    """The order of a box’s properties, its numbers and tag; well-formed parts."""
    order = ["alias", "tag", "id", "lock", "showingPlcHdr", "text"]
    filled = FilledDocument(whole)
    numbers = []
    for tag, box in filled.boxes():
        said = [each.tag.removeprefix(W) for each in box[0]]
        assert said == [each for each in order if each in said]
        assert [each.tag for each in box] == [f"{W}sdtPr", f"{W}sdtContent"]
        assert len(tag) <= 64
        numbers += [each.get(f"{W}val") for each in box.iter(f"{W}id")]
    assert len(set(numbers)) == len(numbers) == PARTS + 2 * 2
    with zipfile.ZipFile(BytesIO(whole)) as package:
        names = set(package.namelist())
        types = package.read("[Content_Types].xml").decode()
    for name in names:
        ET.fromstring(filled.parts[name])  # noqa: S314 - of our own making
    assert "/customXml/itemProps1.xml" in types
    assert b"../customXml/item1.xml" in filled.parts["word/_rels/document.xml.rels"]
    assert all(row[-1].tag == f"{W}tc" for row in filled.root.iter(f"{W}tr"))
    assert form(first="Seen early") == whole


def test_a_form_with_ten_thousand_signs_in_each_box_is_read(whole: bytes, tmp_path: Path) -> None:
    filled = FilledDocument(whole)
    for _, box in filled.boxes():
        if box.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            filled.fill(box, [run("word " * 2_000)])
    assert len(read(tmp_path, filled.docx()).texts) == PARTS - 1
