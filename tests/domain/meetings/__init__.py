"""Tests of meetings, the return and clashes."""
