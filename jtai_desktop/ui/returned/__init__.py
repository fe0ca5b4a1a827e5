"""A workbook or form that comes back: read, looked through before anything is written, taken in."""
