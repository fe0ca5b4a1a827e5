"""Tests of the case audits."""
