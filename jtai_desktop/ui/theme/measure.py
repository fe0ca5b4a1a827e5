"""Contrast as WCAG 2 measures it, for the tests and for whoever adds a colour."""

# Below this a channel of sRGB is straight instead of a power.
STRAIGHT_BELOW = 0.03928


def _channel(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= STRAIGHT_BELOW else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """The relative luminance of a colour written #RRGGBB."""
    red, green, blue = (_channel(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black and white)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
