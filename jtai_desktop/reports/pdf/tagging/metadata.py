"""What a PDF says about itself: title, language, subject, producer; nothing about a person."""

from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from pikepdf import Dictionary, Name, Pdf, Stream, String

from jtai_desktop.reports.pdf.tagging.plain import plain

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
{claim}<xmp:CreateDate>{created}</xmp:CreateDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_CLAIM = "<pdfuaid:part>1</pdfuaid:part>\n"


@dataclass(frozen=True, slots=True)
class About:
    """The few facts that a file carries about itself. `created` is the paper's "as at".

    A file that holds pages of others does not claim to be `accessible`: nobody looked at those.
    """

    title: str
    subject: str
    producer: str
    language: str
    created: datetime
    accessible: bool = True


def write_metadata(pdf: Pdf, about: About) -> None:
    """Write them into the information dictionary, the XMP packet and the catalogue."""
    pdf.trailer.Info = pdf.make_indirect(_information(about))
    metadata = Stream(pdf, _packet(about).encode())
    metadata.Type = Name.Metadata
    metadata.Subtype = Name.XML
    pdf.Root.Metadata = pdf.make_indirect(metadata)
    pdf.Root.Lang = String(about.language)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _information(about: About) -> Dictionary:
    entries = {"/Title": about.title, "/Subject": about.subject, "/Producer": about.producer}
    said = {key: String(plain(text)) for key, text in entries.items() if text}
    return Dictionary({**said, "/CreationDate": String(_pdf_date(about.created))})


def _packet(about: About) -> str:
    return _XMP.format(
        title=escape(plain(about.title)),
        subject=escape(plain(about.subject)),
        producer=escape(plain(about.producer)),
        language=escape(about.language),
        created=about.created.isoformat(timespec="seconds"),
        claim=_CLAIM if about.accessible else "",
    )


def _pdf_date(when: datetime) -> str:
    offset = when.strftime("%z")
    return f"D:{when:%Y%m%d%H%M%S}" + (f"{offset[:3]}'{offset[3:5]}'" if offset else "")
