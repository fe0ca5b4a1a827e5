"""Help: one page for each screen, offline."""
