"""Measurements: ratios within one run, since machines differ and drift."""
