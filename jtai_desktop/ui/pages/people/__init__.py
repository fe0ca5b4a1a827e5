"""People: who owns what, and how each person of each agency is reached."""
