"""The self-evaluation: how the partnership judges itself, criterion by criterion."""
