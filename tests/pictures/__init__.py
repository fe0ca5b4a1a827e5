"""Every screen and every page of paper as PNG: to look at, and to compare with."""
