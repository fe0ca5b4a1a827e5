"""The same actions without a window."""
