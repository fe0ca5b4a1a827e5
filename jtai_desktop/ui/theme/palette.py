"""Qt's palette from our colours, and our colours from the palette of a system in high contrast."""

from dataclasses import replace

from PySide6.QtGui import QColor, QPalette

from jtai_desktop.ui.theme.tokens import CONTRAST, Theme, Tokens

_Group = QPalette.ColorGroup
_Part = QPalette.ColorRole


def palette(tokens: Tokens) -> QPalette:
    """The palette that Qt's own widgets draw themselves with."""
    made = QPalette()
    for part, colour in _parts(tokens).items():
        made.setColor(part, QColor(colour))
    for part in (_Part.Text, _Part.WindowText, _Part.ButtonText):
        made.setColor(_Group.Disabled, part, QColor(tokens.off))
    return made


def _parts(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Part.Base: tokens.bg,
        _Part.Window: tokens.side,
        _Part.AlternateBase: tokens.alt,
        _Part.Text: tokens.ink,
        _Part.WindowText: tokens.ink,
        _Part.ButtonText: tokens.ink,
        _Part.Button: tokens.bg,
        _Part.BrightText: tokens.late,
        _Part.PlaceholderText: tokens.ink3,
        _Part.Highlight: tokens.sel,
        _Part.HighlightedText: tokens.selink,
        _Part.Accent: tokens.accent,
        _Part.Link: tokens.accent,
        _Part.LinkVisited: tokens.accent,
        _Part.ToolTipBase: tokens.bg,
        _Part.ToolTipText: tokens.ink,
        _Part.Light: tokens.line,
        _Part.Midlight: tokens.line,
        _Part.Mid: tokens.line2,
        _Part.Dark: tokens.ctl,
        _Part.Shadow: tokens.line2,
    }


def tokens_from(system: QPalette) -> Tokens:
    """Colours taken from the system's own high contrast; icon and word alone carry the state."""

    def of(part: QPalette.ColorRole) -> str:
        return system.color(part).name().upper()

    ground, ink = of(_Part.Base), of(_Part.Text)
    chosen, on_chosen = of(_Part.Highlight), of(_Part.HighlightedText)
    return replace(
        CONTRAST,
        name=Theme.SYSTEM,
        bg=ground,
        side=ground,
        alt=ground,
        hover=ground,
        bandink=ground,
        late_fill=ground,
        warning_fill=ground,
        ink=ink,
        ink2=ink,
        ink3=ink,
        line=ink,
        line2=ink,
        ctl=ink,
        band=ink,
        late=ink,
        warning=ink,
        with_us=ink,
        done=ink,
        neutral=ink,
        accent=chosen,
        sel=chosen,
        accentink=on_chosen,
        selink=on_chosen,
        hatch=of(_Part.Mid),
    )
