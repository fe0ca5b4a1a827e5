"""The action plan in the window: a table worked on in place, and what there is to say of each."""
