"""Tests of the page of the self-evaluation."""
