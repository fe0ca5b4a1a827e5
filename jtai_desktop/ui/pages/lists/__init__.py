"""The page "Lists": the child-level lists, from the file to the inspectors."""
