"""Case audits: the matrix of cases by teams, and what is written down of an audit."""
