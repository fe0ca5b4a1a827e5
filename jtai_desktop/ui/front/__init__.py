"""What stands before an inspection is open: first screen, unlocking, a new inspection."""
