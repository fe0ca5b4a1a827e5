"""The windows that these tests look through."""

from tests.ui.windows import at_example, newcomer, own_computer

__all__ = ["at_example", "newcomer", "own_computer"]
