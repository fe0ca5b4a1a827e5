"""Today: what to do now."""
