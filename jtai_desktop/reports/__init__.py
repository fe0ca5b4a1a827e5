"""What each paper says; under `pdf`, how it looks."""
