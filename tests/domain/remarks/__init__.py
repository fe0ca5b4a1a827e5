"""Tests of what looks wrong on a day."""
