"""The inspection coordinator's program: one date in, the plan out, the pack on the table."""

__version__ = "0.1.0"
