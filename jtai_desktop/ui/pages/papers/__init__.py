"""Papers: what can be printed, a look at it first, and the log of what left."""
