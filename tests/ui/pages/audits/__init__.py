"""Tests of the page of the case audits."""
