"""The window: pages, dialogs, widgets, models in PySide6. It calls services, nothing below."""
