"""The colours of the program by role, one set each for light, dark and high contrast.

`Tokens.colour(Role.INK)` gives the colour of a role; `Tokens.on_selection(role)` the colour the
same role takes on a selected row.
"""

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """What a person can choose; "system" follows the desktop."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    SYSTEM = "system"


class Role(StrEnum):
    """What a colour is for. The values are the names of the fields of `Tokens`."""

    BG = "bg"
    SIDE = "side"
    ALT = "alt"
    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    LINE = "line"
    LINE2 = "line2"
    CTL = "ctl"
    ACCENT = "accent"
    ACCENTINK = "accentink"
    SEL = "sel"
    SELINK = "selink"
    HOVER = "hover"
    BAND = "band"
    BANDINK = "bandink"
    LATE = "late"
    LATE_FILL = "late_fill"
    WARNING = "warning"
    WARNING_FILL = "warning_fill"
    WITH_US = "with_us"
    DONE = "done"
    NEUTRAL = "neutral"
    HATCH = "hatch"


STATE_ROLES = (Role.LATE, Role.WARNING, Role.WITH_US, Role.DONE, Role.NEUTRAL)

_FILLS = {Role.LATE: Role.LATE_FILL, Role.WARNING: Role.WARNING_FILL}


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours as #RRGGBB, its focus ring’s width, and if states are filled."""

    name: Theme
    bg: str
    side: str
    alt: str
    ink: str
    ink2: str
    ink3: str
    line: str
    line2: str
    ctl: str
    accent: str
    accentink: str
    sel: str
    selink: str
    hover: str
    band: str
    bandink: str
    late: str
    late_fill: str
    warning: str
    warning_fill: str
    with_us: str
    done: str
    neutral: str
    hatch: str
    focus_width: int = 2
    filled_states: bool = True

    @property
    def off(self) -> str:
        """The ink of what can't be used now; high contrast has one ink, and takes its line’s."""
        return self.ink3 if self.filled_states else self.line

    @property
    def off_edge(self) -> str:
        """The edge of a button or a field that can't be used now."""
        return self.line2 if self.filled_states else self.line

    def colour(self, role: Role) -> str:
        """The colour of a role on its usual ground."""
        return str(getattr(self, role.value))

    def on_selection(self, role: Role) -> str:
        """The colour a role takes on a selected row: one ink in high contrast, ink2 for ink3."""
        if not self.filled_states:
            return self.selink
        return self.ink2 if role is Role.INK3 else self.colour(role)

    def fill(self, role: Role) -> str:
        """The ground of a filled state; the page's ground where the role has none."""
        return self.colour(_FILLS.get(role, Role.BG))


LIGHT = Tokens(
    name=Theme.LIGHT,
    bg="#FFFFFF",
    side="#F2F4F4",
    alt="#F8F9F9",
    ink="#13191D",
    ink2="#465057",
    ink3="#5E686F",
    line="#DCE1E1",
    line2="#B7C0C1",
    ctl="#788387",
    accent="#005B6E",
    accentink="#FFFFFF",
    sel="#D9EBEE",
    selink="#13191D",
    hover="#ECF3F4",
    band="#14212A",
    bandink="#FFFFFF",
    late="#A11A1A",
    late_fill="#FBE8E6",
    warning="#774900",
    warning_fill="#FFF0CF",
    with_us="#1B4F94",
    done="#17623A",
    neutral="#465057",
    hatch="#E3E7E7",
)

DARK = Tokens(
    name=Theme.DARK,
    bg="#15191C",
    side="#1D2225",
    alt="#191E21",
    ink="#ECF0F1",
    ink2="#B4BEC3",
    ink3="#9BA6AC",
    line="#30373B",
    line2="#4A5358",
    ctl="#7E8A90",
    accent="#66C6D8",
    accentink="#06171B",
    sel="#1E434C",
    selink="#ECF0F1",
    hover="#20292D",
    band="#05080A",
    bandink="#FFFFFF",
    late="#FF9D94",
    late_fill="#45201D",
    warning="#F3C267",
    warning_fill="#3B2E10",
    with_us="#97C1FB",
    done="#83D29B",
    neutral="#B4BEC3",
    hatch="#23292C",
)

CONTRAST = Tokens(
    name=Theme.CONTRAST,
    bg="#000000",
    side="#000000",
    alt="#000000",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#FFFFFF",
    line="#8C8C8C",
    line2="#FFFFFF",
    ctl="#FFFFFF",
    accent="#FFE100",
    accentink="#000000",
    sel="#FFE100",
    selink="#000000",
    hover="#2B2B2B",
    band="#FFFFFF",
    bandink="#000000",
    late="#FF9B91",
    late_fill="#000000",
    warning="#FFD05C",
    warning_fill="#000000",
    with_us="#8FC7FF",
    done="#7DEB9E",
    neutral="#FFFFFF",
    hatch="#333333",
    focus_width=3,
    filled_states=False,
)


def tokens_for(theme: Theme, *, dark_system: bool = False) -> Tokens:
    """The colours of a theme; "system" is dark or light as the desktop is."""
    chosen = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}
    return chosen.get(theme, DARK if dark_system else LIGHT)
