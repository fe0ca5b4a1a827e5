"""Which icon is drawn for the sign of a state."""

from types import MappingProxyType
from typing import Final

from jtai_desktop.reports.blocks import Sign
from jtai_desktop.reports.pdf.icons import Icon

ICONS: Final = MappingProxyType(
    {
        Sign.LATE: Icon.LATE,
        Sign.WARNING: Icon.WARNING,
        Sign.NOT_ASKED: Icon.RING,
        Sign.ASKED: Icon.HOURGLASS,
        Sign.TO_CHECK: Icon.TRAY,
        Sign.RETURNED: Icon.RETURNED,
        Sign.READY: Icon.TICK,
        Sign.SENT: Icon.PLANE,
        Sign.DOES_NOT_EXIST: Icon.STRUCK_RING,
        Sign.NOT_APPLICABLE: Icon.DASH,
        Sign.ON_REQUEST: Icon.RING_DOTS,
        Sign.NO_REPLY: Icon.HOURGLASS,
        Sign.RECEIVED: Icon.DOUBLE_TICK,
        Sign.QUERY: Icon.QUERY,
        Sign.ACCEPTED: Icon.TICK_SQUARE,
        Sign.TO_COME: Icon.RING,
        Sign.DUE_TODAY: Icon.CLOCK,
        Sign.DONE: Icon.TICK,
        Sign.LAPSED: Icon.DASH,
        Sign.AWAITED: Icon.DIAMOND,
        Sign.HAPPENED: Icon.DIAMOND_FULL,
        Sign.SET_BY_HAND: Icon.PEN,
        Sign.ASSUMED: Icon.WAVES,
        Sign.MOVED: Icon.MOVED,
        Sign.OVERRIDDEN: Icon.PEN,
        Sign.LEFT_OUT: Icon.DASH,
        Sign.DRAFTING: Icon.PEN,
        Sign.AGREED: Icon.RING_TICK,
        Sign.PLANNED: Icon.CALENDAR,
        Sign.CONFIRMED: Icon.DOUBLE_TICK,
        Sign.NEW: Icon.PLUS,
        Sign.CHANGED: Icon.PEN,
        Sign.CANCELLED: Icon.RING_CROSS,
        Sign.ERROR: Icon.LATE,
        Sign.REMARK: Icon.RING_DOTS,
        Sign.NOT_THERE: Icon.RING,
        Sign.NOT_STARTED: Icon.RING,
        Sign.AT_SIGNIFICANT_RISK: Icon.LATE,
        Sign.AT_MINOR_RISK: Icon.WARNING,
        Sign.ON_TRACK: Icon.RING_TICK,
        Sign.COMPLETED: Icon.TICK,
        Sign.IMPACT_EVIDENCED: Icon.DOUBLE_TICK,
    }
)
