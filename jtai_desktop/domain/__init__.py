"""The rules of the inspection: pure functions over frozen records."""
