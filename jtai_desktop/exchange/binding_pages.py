"""Makes a foreign PDF ready to be bound in: its pages alone, or the reason why they can’t be.

Each page becomes a drawing of its own. What else a PDF can hold does not come along: scripts,
actions, attachments, links, forms to fill. What is filled in or stamped on a page is drawn on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Page, PasswordError, Pdf, PdfError

from jtai_desktop.domain.problems import Refused

HEAD = 1024  # bytes among which a PDF says what it is
MOST_PAGES = 2000
SMALLEST, LARGEST = 3, 14400  # points; what PDF allows

NOT_PDF = "is not a PDF"
ENCRYPTED = "is encrypted"
DAMAGED = "is damaged"
EMPTY = "has no pages"
TOO_MANY = f"has more than {MOST_PAGES:,} pages"
HIDDEN = "has layers that are switched off"
NOT_DRAWN = "has notes or fields that only its own program draws"
ODD_SIZE = "has a page of a size that can’t be printed"

_NEVER_SEEN = {"/Link", "/Popup"}


@dataclass(frozen=True, slots=True)
class Readied:
    """A PDF with nothing but pages, and the size of each in points, as it is looked at."""

    pages: tuple[tuple[float, float], ...]
    content: bytes


def readied(content: bytes) -> Readied:
    """The pages alone. Refused with the reason, as the end of a sentence about the file."""
    if b"%PDF-" not in content[:HEAD]:
        raise Refused(NOT_PDF)
    try:
        with Pdf.open(BytesIO(content), attempt_recovery=False) as pdf:
            return _readied(pdf)
    except PasswordError:
        raise Refused(ENCRYPTED) from None
    except (PdfError, ValueError, TypeError, KeyError, RuntimeError):
        raise Refused(DAMAGED) from None


def _readied(pdf: Pdf) -> Readied:
    if pdf.is_encrypted:  # opened without a passphrase, but its rights forbid what we do
        raise Refused(ENCRYPTED)
    if not len(pdf.pages):
        raise Refused(EMPTY)
    if len(pdf.pages) > MOST_PAGES:
        raise Refused(TOO_MANY)
    if pdf.check_pdf_syntax() or pdf.get_warnings():
        raise Refused(DAMAGED)
    _refuse_what_would_differ(pdf)
    _flatten(pdf)
    with Pdf.new() as made:
        sizes = tuple(_put(made, page) for page in pdf.pages)
        out = BytesIO()
        made.save(out, deterministic_id=True)
    return Readied(sizes, out.getvalue())


def _refuse_what_would_differ(pdf: Pdf) -> None:
    """A layer that is switched off would be seen once the page stands elsewhere."""
    usual = pdf.Root.get("/OCProperties", Dictionary()).get("/D", Dictionary())
    if len(usual.get("/OFF", Array())) or usual.get("/BaseState") == Name.OFF:
        raise Refused(HIDDEN)


def _flatten(pdf: Pdf) -> None:
    """What stands on the pages as fields and notes becomes part of them."""
    if not any(True for _ in _annotations(pdf)):
        return
    pdf.generate_appearance_streams()
    pdf.flatten_annotations("print")
    for note in _annotations(pdf):
        if str(note.get("/Subtype")) not in _NEVER_SEEN and not int(note.get("/F", 0)) & 2:
            raise Refused(NOT_DRAWN)


def _annotations(pdf: Pdf) -> Iterator[Object]:
    for page in pdf.pages:
        yield from page.obj.get("/Annots", Array())


def _put(made: Pdf, page: Page) -> tuple[float, float]:
    """The page as a drawing on a fresh one of its size."""
    form = made.copy_foreign(page.as_form_xobject())
    left, bottom, right, top = _box(form)
    width, height = round(right - left, 2), round(top - bottom, 2)
    if not all(SMALLEST <= side <= LARGEST for side in (width, height)):
        raise Refused(ODD_SIZE)
    fresh = made.add_blank_page(page_size=(width, height))
    fresh.obj.Resources = Dictionary(XObject=Dictionary(Page=form))
    fresh.obj.Contents = made.make_stream(f"q 1 0 0 1 {-left:g} {-bottom:g} cm /Page Do Q".encode())
    return width, height


def _box(form: Object) -> tuple[float, float, float, float]:
    """Where the drawing stands once it is turned as its page asks."""
    x1, y1, x2, y2 = (float(each) for each in form.BBox.as_list())
    a, b, c, d, e, f = (float(each) for each in form.get("/Matrix", Array([1, 0, 0, 1, 0, 0])))
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x1, x2) for y in (y1, y2)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(up), max(across), max(up)
