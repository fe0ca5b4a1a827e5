"""Tests of the page of the child-level lists."""
