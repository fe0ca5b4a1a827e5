"""Meetings of the fieldwork week and entries of one's own: the return, its updates, clashes."""
