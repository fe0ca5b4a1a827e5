"""The parts of a Word file that are the same in each, with gaps for what differs."""

from typing import Final

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org"
_MAIN: Final = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main"'
_REFERS: Final = f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships"'
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED: Final = f"{_OFFICE}/officeDocument/2006/relationships"
_PACKAGE: Final = f"{_OFFICE}/package/2006"

CONTENT_TYPES: Final = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_TYPE}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package'
    '.core-properties+xml"/></Types>'
)
RELATIONS: Final = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_RELATED}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
DOCUMENT_RELATIONS: Final = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_RELATED}/styles" Target="styles.xml"/>'
    f'<Relationship Id="r2" Type="{_RELATED}/header" Target="header1.xml"/>'
    f'<Relationship Id="r3" Type="{_RELATED}/footer" Target="footer1.xml"/></Relationships>'
)
# Title, subject, language, time.
CORE: Final = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title>'
    "<dc:subject>{}</dc:subject><dc:language>{}</dc:language>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created></cp:coreProperties>'
)


def _style(key: str, name: str, paragraph: str, run: str) -> str:
    based = '<w:basedOn w:val="Normal"/><w:qFormat/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _level(level: int) -> str:
    space = '<w:keepNext/><w:spacing w:before="280" w:after="100"/>'
    return f'{space}<w:outlineLvl w:val="{level - 1}"/>'


_PLAIN = '<w:spacing w:before="20" w:after="20"/>'
# The language, in the place of {}.
STYLES: Final = (
    f"{_HEAD}<w:styles {_MAIN}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{}"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    + _style("Title", "Title", '<w:spacing w:after="40"/>', '<w:b/><w:sz w:val="48"/>')
    + _style("Subtitle", "Subtitle", '<w:spacing w:after="200"/>', '<w:sz w:val="24"/>')
    + _style("Heading1", "heading 1", _level(1), '<w:b/><w:sz w:val="30"/>')
    + _style("Heading2", "heading 2", _level(2), '<w:b/><w:sz w:val="24"/>')
    + _style("TableHead", "Table Head", f"<w:keepNext/>{_PLAIN}", '<w:b/><w:sz w:val="20"/>')
    + _style("TableText", "Table Text", _PLAIN, '<w:sz w:val="20"/>')
    + _style("Marking", "Marking", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="22"/>')
    + "</w:styles>"
)
_MARKED = '<w:p><w:pPr><w:pStyle w:val="Marking"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
_NUMBER = '<w:r><w:t xml:space="preserve">{}. Page </w:t></w:r><w:fldSimple w:instr="PAGE"/>'
HEADER: Final = f"{_HEAD}<w:hdr {_MAIN}>{_MARKED}</w:hdr>"
FOOTER: Final = f"{_HEAD}<w:ftr {_MAIN}><w:p>{_NUMBER}</w:p>{_MARKED}</w:ftr>"
DOCUMENT: Final = (
    f"{_HEAD}<w:document {_MAIN} {_REFERS}><w:body>{{}}<w:sectPr>"
    '<w:headerReference w:type="default" r:id="r2"/><w:footerReference w:type="default" r:id="r3"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="850" w:bottom="1247"'
    ' w:left="850" w:header="454" w:footer="454" w:gutter="0"/></w:sectPr></w:body></w:document>'
)


def _border(side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
# The name of the table, for whoever hears it.
TABLE: Final = (
    '<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>'
    f"{''.join(map(_border, _SIDES))}</w:tblBorders>"
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/>'
    '<w:tblCaption w:val="{}"/></w:tblPr>'
)
HEAD_ROW: Final = "<w:cantSplit/><w:tblHeader/>"
