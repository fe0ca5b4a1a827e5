"""The protective marking that stands on every screen and page until a council sets its own."""

USUAL_MARKING = "OFFICIAL-SENSITIVE"
