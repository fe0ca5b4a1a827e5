"""Whether a picture is like its reference, and references small enough to be committed.

The same picture made by another release of Qt or on another processor may differ in the shade of
a few dots at the edges of letters. A changed letter differs strongly in dozens, a changed colour
slightly in thousands. The three limits stand between; CONTRIBUTING says what was measured.
"""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

# The shades at the edges of letters are kept in steps of 12: nobody sees it, and the files are a
# third as large. The colours of grounds and lines are kept as they are.
STEP = 12
SHADES = [max(0, 255 - round((255 - value) / STEP) * STEP) for value in range(256)]
GROUND_SHARE = 0.0005

STRONG, MOST_STRONG = 48, 8
PLAIN, MOST_PLAIN = 18, 60
SLIGHT, MOST_SLIGHT_SHARE = STEP // 2, 0.005

FEW = 256
RENEW = "Look at it, then renew the references: make references"


@dataclass(frozen=True, slots=True)
class Difference:
    """How many dots differ strongly, plainly, and by more than the steps, of how many."""

    strong: int
    plain: int
    slight: int
    dots: int

    @property
    def too_much(self) -> bool:
        """Whether it is more than the shade of some edges."""
        return (
            self.strong > MOST_STRONG
            or self.plain > MOST_PLAIN
            or self.slight > self.dots * MOST_SLIGHT_SHARE
        )


def reduce(path: Path) -> None:
    """Keep a picture in fewer shades, and its file small."""
    whole = _picture(path)
    kept = whole.point(SHADES * 3)
    for count, colour in whole.getcolors(whole.width * whole.height) or ():
        if count >= GROUND_SHARE * whole.width * whole.height:
            ground = Image.new("RGB", whole.size, colour)
            kept.paste(ground, mask=_apart(whole, ground).point([255] + [0] * 255))
    if len(kept.getcolors(whole.width * whole.height) or ()) <= FEW:
        kept = kept.convert("P", palette=Image.Palette.ADAPTIVE, colors=FEW)
    kept.save(path, optimize=True)


def unlike(reference: Path, taken: Path) -> str:
    """What is wrong with a picture that was taken, as a sentence; nothing if it is alike."""
    if not reference.exists():
        return f"{reference.name} has no reference yet. {RENEW}"
    if not taken.exists():
        return f"{reference.name} was not taken any more. {RENEW}"
    before, now = _picture(reference), _picture(taken)
    if before.size != now.size:
        return f"{reference.name} was {_told(before)} and is {_told(now)} dots. {RENEW}"
    found = difference(before, now)
    if not found.too_much:
        return ""
    return (
        f"{reference.name} has changed: {found.strong} dots strongly, {found.plain} plainly,"
        f" {found.slight} slightly; see {_beside(before, now, taken)}. {RENEW}"
    )


def difference(before: Image.Image, now: Image.Image) -> Difference:
    """The difference of two pictures of one size."""
    counts = _apart(before, now).histogram()
    return Difference(
        strong=sum(counts[STRONG + 1 :]),
        plain=sum(counts[PLAIN + 1 :]),
        slight=sum(counts[SLIGHT + 1 :]),
        dots=before.width * before.height,
    )


def _picture(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")


def _apart(before: Image.Image, now: Image.Image) -> Image.Image:
    """For each dot the largest difference of its three channels."""
    red, green, blue = ImageChops.difference(before, now).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _beside(before: Image.Image, now: Image.Image, taken: Path) -> Path:
    """A picture of what was, what is, and where they differ, one below the other."""
    marked = _apart(before, now).point([0] * (SLIGHT + 1) + [255] * (255 - SLIGHT)).convert("RGB")
    whole = Image.new("RGB", (before.width, before.height * 3))
    for place, part in enumerate((before, now, marked)):
        whole.paste(part, (0, place * before.height))
    path = taken.with_suffix(".difference.png")
    whole.save(path)
    return path


def _told(picture: Image.Image) -> str:
    return f"{picture.width} × {picture.height}"
