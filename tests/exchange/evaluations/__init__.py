"""Forms of evaluations as files."""
