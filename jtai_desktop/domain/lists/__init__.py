"""The rules of the child-level lists: how headings and cells are read, and what must hold."""
