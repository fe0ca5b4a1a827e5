"""Documents: the register of what is asked for, worked on like a sheet."""
