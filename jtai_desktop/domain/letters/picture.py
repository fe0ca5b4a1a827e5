"""A page of a letter as dots, beside which one reads what was found on it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Red, green, blue for each dot, row by row; `points` is the page’s width in points."""

    page: int
    width: int
    height: int
    points: float
    dots: bytes = field(repr=False)

    @property
    def told(self) -> dict[str, int | float]:
        """All but the dots."""
        return {
            "page": self.page,
            "width": self.width,
            "height": self.height,
            "points": self.points,
        }
