"""The documents: what is asked for, what there is, and what exactly the inspectors hold."""
