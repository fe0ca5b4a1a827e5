"""PDFs as others make them, good and bad, for the tests of binding in."""

from io import BytesIO

from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String

A4, BROAD = (595, 842), (842, 595)
FONT = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def pages(*words: str, size: tuple[int, int] = A4) -> bytes:
    """A page for each of these words."""
    with Pdf.new() as pdf:
        for word in words:
            _add(pdf, word, size)
        return _saved(pdf)


def turned(word: str) -> bytes:
    """A page that is to be looked at turned by a right angle."""
    with Pdf.open(BytesIO(pages(word))) as pdf:
        pdf.pages[0].obj.Rotate = 90
        return _saved(pdf)


def speck(word: str) -> bytes:
    """A page too small to be one."""
    with Pdf.open(BytesIO(pages(word))) as pdf:
        pdf.pages[0].obj.MediaBox = Array([0, 0, 1, 1])
        return _saved(pdf)


def filled_in(label: str, typed: str) -> bytes:
    """A form with a field in which something was typed, and a script that opens with it."""
    with Pdf.open(BytesIO(pages(label))) as pdf:
        stream = pdf.make_stream(f"BT /F 12 Tf 2 4 Td ({typed}) Tj ET".encode())
        stream.Type, stream.Subtype = Name.XObject, Name.Form
        stream.BBox = Array([0, 0, 200, 20])
        stream.Resources = Dictionary(Font=Dictionary(F=FONT))
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, F=4, T=String("field"),
                V=String(typed), Rect=Array([60, 600, 260, 620]), AP=Dictionary(N=stream),
            )
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        return _saved(pdf)


def encrypted(word: str, user: str = "secret") -> bytes:
    """Opens with a passphrase; with an empty one for everybody, but not to be changed."""
    with Pdf.open(BytesIO(pages(word))) as pdf:
        out = BytesIO()
        pdf.save(out, encryption=Encryption(owner="owner", user=user, R=6))
        return out.getvalue()


def with_hidden_layer(word: str) -> bytes:
    """A layer that is switched off."""
    with Pdf.open(BytesIO(pages(word))) as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
        usual = Dictionary(OFF=Array([layer]))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=usual)
        return _saved(pdf)


def with_a_note_nothing_draws(word: str) -> bytes:
    """Something typed onto the page that says nowhere what it looks like."""
    with Pdf.open(BytesIO(pages(word))) as pdf:
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.FreeText, F=4, Contents=String("typed"),
            Rect=Array([60, 600, 260, 620]),
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])
        return _saved(pdf)


def _add(pdf: Pdf, word: str, size: tuple[int, int]) -> None:
    page = pdf.add_blank_page(page_size=size)
    page.obj.Resources = Dictionary(Font=Dictionary(F=FONT))
    page.obj.Contents = pdf.make_stream(f"BT /F 24 Tf 60 500 Td ({word}) Tj ET".encode())


def _saved(pdf: Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()
