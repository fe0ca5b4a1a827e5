"""What the pages share about conversations: their looks, the forms of their steps, the panel."""
