"""What a person can do: one function for each action."""
