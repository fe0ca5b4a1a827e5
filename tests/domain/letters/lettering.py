"""Lines of a letter set by hand, for tests: each call puts a line below the one before."""

from dataclasses import dataclass, field

from jtai_desktop.domain.letters.lines import Line, Pages

MARGIN, HANG, SPACING = 72.0, 18.0, 14.0
SIGN = 5.0


@dataclass
class Lettering:
    """A letter in the making."""

    lines: list[Line] = field(default_factory=list)
    page: int = 1
    y: float = 130.0

    @property
    def pages(self) -> Pages:
        return Pages(self.page, tuple(self.lines))

    def text(self, *texts: str, left: float = MARGIN, framed: bool = False) -> "Lettering":
        for text in texts:
            self._put(text, left, framed=framed)
        return self.gap()

    def point(self, *texts: str, marker: str = "■", left: float = MARGIN) -> "Lettering":
        for place, text in enumerate(texts):
            self._put(text, left + HANG, marker="" if place else marker)
        return self.gap()

    def heading(self, *texts: str, framed: bool = False, left: float = MARGIN) -> "Lettering":
        for text in texts:
            self._put(text, left, bold=True, framed=framed)
        return self.gap()

    def small(self, text: str, note: str = "") -> "Lettering":
        self._put(text, MARGIN, size=9.0, note=note)
        return self

    def at(self, y: float) -> "Lettering":
        self.y = y
        return self

    def gap(self) -> "Lettering":
        self.y += SPACING
        return self

    def overleaf(self) -> "Lettering":
        self.page += 1
        self.y = 130.0
        return self

    def opened(self, subject: str = "Joint targeted area inspection of Northmoor") -> "Lettering":
        self.text("31 January 2026").text("Dear local partnership")
        return self.heading(subject).text("This letter says what was found.")

    def _put(
        self,
        text: str,
        left: float,
        *,
        bold: bool = False,
        marker: str = "",
        size: float = 12.0,
        note: str = "",
        framed: bool = False,
    ) -> None:
        edge = left - HANG if marker else left
        line = Line(
            page=self.page,
            edge=edge,
            left=left,
            right=left + SIGN * len(text),
            y=self.y,
            size=size,
            text=text,
            bold=bold,
            marker=marker,
            note=note,
            framed=framed,
        )
        self.lines.append(line)
        self.y += SPACING
