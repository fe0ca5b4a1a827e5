"""Findings of letters as they are kept: letters, findings, the written statement and its steps."""
