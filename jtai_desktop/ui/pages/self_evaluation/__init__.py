"""The page of the self-evaluation: criteria and markers by group, and the answers of one."""
