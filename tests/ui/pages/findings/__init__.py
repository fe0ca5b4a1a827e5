"""Tests of the page of findings."""
