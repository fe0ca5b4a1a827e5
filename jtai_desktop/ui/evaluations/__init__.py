"""Evaluations and “act now” flags in the window: the parts that pages put together."""
