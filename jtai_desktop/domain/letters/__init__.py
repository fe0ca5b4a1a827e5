"""Reading a published letter of findings: from positioned lines of text to findings."""
