"""Children: a grid of the selected children by kind of case-file document."""
