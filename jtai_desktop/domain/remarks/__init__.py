"""Things that look wrong: each graded, and each leading to the place where it is mended."""
