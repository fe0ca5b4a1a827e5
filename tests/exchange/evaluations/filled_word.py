"""A form as an agency has it open in Word: boxes filled in, taken out, moved, copied; saved."""

import json
import zipfile
from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BODY, KEPT = "word/document.xml", "customXml/item1.xml"
ET.register_namespace("w", W[1:-1])


def element(name: str, *inside: ET.Element, text: str = "", **values: str) -> ET.Element:
    """An element of Word’s."""
    made = ET.Element(f"{W}{name}", {f"{W}{key}": said for key, said in values.items()})
    made.text = text or None
    made.extend(inside)
    return made


def run(text: str) -> ET.Element:
    """A run, with Word’s own signs for lines and tabs."""
    made = element("r")
    for at, line in enumerate(text.split("\n")):
        if at:
            made.append(element("br"))
        for place, piece in enumerate(line.split("\t")):
            if place:
                made.append(element("tab"))
            made.append(element("t", text=piece))
            made[-1].set(SPACE, "preserve")
    return made


class FilledDocument:
    """The parts of a form; what stands in a box is found by its row and part."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(BytesIO(content)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = ET.fromstring(self.parts[BODY])  # noqa: S314 - of our own making
        self.kept = json.loads("".join(ET.fromstring(self.parts[KEPT]).itertext()))  # noqa: S314

    @property
    def body(self) -> ET.Element:
        """What the sections and tables stand in."""
        return self.root[0]

    def number(self, sheet: str, place: str) -> int:
        """Which row it is of those that were exported."""
        found = (dict(zip(self.kept["keys"], row, strict=False)) for row in self.kept["rows"])
        return next(
            at
            for at, row in enumerate(found)
            if row["sheet"] == sheet and f"{row['place']}:".startswith(f"{place}:")
        )

    def boxes(self) -> list[tuple[str, ET.Element]]:
        """Every box with its tag."""
        return [
            (str(tag.get(f"{W}val")), box)
            for box in self.root.iter(f"{W}sdt")
            if (tag := box.find(f"{W}sdtPr/{W}tag")) is not None
        ]

    def box(self, sheet: str, place: str, part: str) -> ET.Element:
        """A box."""
        wanted = f"{self.number(sheet, place)}:{part}:"
        return next(box for tag, box in self.boxes() if tag.startswith(wanted))

    def fill(self, box: ET.Element, inside: Iterable[ET.Element]) -> None:
        """Put something into a box, as Word does: it no longer shows where to write."""
        properties, content = box[0], box[1]
        shown = properties.find(f"{W}showingPlcHdr")
        if shown is not None:
            properties.remove(shown)
        content[:] = list(inside)

    def put(self, sheet: str, place: str, part: str, text: str) -> None:
        """Type into a box."""
        self.fill(self.box(sheet, place, part), [run(text)])

    def text(self, sheet: str, place: str, part: str) -> str:
        """What a box shows."""
        signs = {f"{W}br": "\n", f"{W}tab": "\t"}
        inside = self.box(sheet, place, part)[1].iter()
        return "".join(signs.get(each.tag, each.text or "") for each in inside)

    def above(self, wanted: ET.Element) -> ET.Element:
        """What an element stands in."""
        return next(each for each in self.root.iter() if wanted in list(each))

    def table(self, sheet: str, place: str) -> ET.Element:
        """The table of a row."""
        wanted = f"{self.number(sheet, place)}:"
        return next(
            table
            for table in self.root.iter(f"{W}tbl")
            if any(str(tag.get(f"{W}val")).startswith(wanted) for tag in table.iter(f"{W}tag"))
        )

    def take_out(self, wanted: ET.Element) -> None:
        """Delete something."""
        self.above(wanted).remove(wanted)

    def copy_after(self, wanted: ET.Element) -> None:
        """Copy something and paste it behind itself."""
        above = self.above(wanted)
        above.insert(list(above).index(wanted) + 1, deepcopy(wanted))

    def docx(self) -> bytes:
        """Saved as Word does."""
        self.parts[BODY] = ET.tostring(self.root, encoding="utf-8", xml_declaration=True)
        return packed(self.parts)


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts as a file."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()
