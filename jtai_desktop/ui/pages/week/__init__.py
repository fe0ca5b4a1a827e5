"""The week: who is where when, as a grid of days and hours and as a list."""
