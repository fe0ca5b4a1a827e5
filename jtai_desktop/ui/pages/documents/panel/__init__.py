"""The panel beside the register: one item with its documents, versions, notes and history."""
