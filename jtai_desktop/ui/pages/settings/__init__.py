"""Settings: the dates of this inspection, the council’s own, closure days, appearance."""
