"""Tests of what is recorded about talking with children, parents and carers."""
