"""What faults do to the vault: `python -m tests.faults`, the short form of it in the tests."""
