"""The action plan: what answers the findings, how it stands, how that turned, what was issued."""
