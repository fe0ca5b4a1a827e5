"""Evaluations of the selected children: the joint one and each agency’s own, side by side."""
