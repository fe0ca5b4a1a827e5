"""The parts of a form for Word beyond those of a paper: its boxes, and what it keeps of the export.

The order of elements is that of ISO/IEC 29500, which Word insists on.
"""

from typing import Final

from jtai_desktop.exchange import word_parts as parts

KEPT_SPACE: Final = "urn:jtai-desktop:form"
PLACEHOLDER_STYLE: Final = "PlaceholderText"
PLACEHOLDER: Final = "Click here to write."
SHEET: Final = "sheet"  # the part that the tag of a sheet’s heading names
KEPT_NAME: Final = "customXml/item1.xml"

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org"
_RELATED: Final = f"{_OFFICE}/officeDocument/2006/relationships"
_RELATIONS: Final = f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">'

CONTENT_TYPES: Final = parts.CONTENT_TYPES.replace(
    "</Types>",
    '<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats'
    '-officedocument.wordprocessingml.settings+xml"/>'
    '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats'
    '-officedocument.customXmlProperties+xml"/></Types>',
)
DOCUMENT_RELATIONS: Final = parts.DOCUMENT_RELATIONS.replace(
    "</Relationships>",
    f'<Relationship Id="r4" Type="{_RELATED}/customXml" Target="../{KEPT_NAME}"/>'
    f'<Relationship Id="r5" Type="{_RELATED}/settings" Target="settings.xml"/></Relationships>',
)
# Of Word 2013 and later; without it Word says “Compatibility Mode”.
SETTINGS: Final = (
    f'{_HEAD}<w:settings xmlns:w="{_OFFICE}/wordprocessingml/2006/main"><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat></w:settings>'
)
KEPT_RELATIONS: Final = (
    f'{_HEAD}{_RELATIONS}<Relationship Id="r1" Type="{_RELATED}/customXmlProps"'
    ' Target="itemProps1.xml"/></Relationships>'
)
# What was exported, as JSON; Word and LibreOffice carry such a part along as it is.
KEPT: Final = f'{_HEAD}<form xmlns="{KEPT_SPACE}">{{}}</form>'
# The identity of that part, in braces.
KEPT_PROPERTIES: Final = (
    f'{_HEAD}<ds:datastoreItem ds:itemID="{{}}"'
    f' xmlns:ds="{_OFFICE}/officeDocument/2006/customXml"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{KEPT_SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
_GREY: Final = (
    f'<w:style w:type="character" w:styleId="{PLACEHOLDER_STYLE}">'
    '<w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="595959"/></w:rPr></w:style>'
)


def with_grey(styles: str) -> str:
    """The styles, with that of a box in which nothing is written."""
    return styles.replace("</w:styles>", f"{_GREY}</w:styles>")


# A box: what it is called, its tag, its number, what can’t be done to it, whether it is empty.
# It takes plain text with line breaks, so nothing can be put in that would not be taken.
BOX: Final = (
    '<w:sdt><w:sdtPr><w:alias w:val="{}"/><w:tag w:val="{}"/><w:id w:val="{}"/>'
    '<w:lock w:val="{}"/>{}<w:text w:multiLine="1"/></w:sdtPr><w:sdtContent>{}</w:sdtContent>'
    "</w:sdt>"
)
EMPTY: Final = "<w:showingPlcHdr/>"
OPEN, LOCKED = "sdtLocked", "sdtContentLocked"  # both can’t be deleted; the second not be written
