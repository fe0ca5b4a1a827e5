"""Case audits that a partnership holds together: cases, returns, forums, what was found."""
