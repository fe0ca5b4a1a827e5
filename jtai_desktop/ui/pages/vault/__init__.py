"""The page "Vault": who can open it, its backups, and its state."""
