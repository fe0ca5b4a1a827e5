"""Tests of the evaluations and of the “act now” flags."""
