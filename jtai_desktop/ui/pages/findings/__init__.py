"""The page of findings, the action plan and the written statement."""
