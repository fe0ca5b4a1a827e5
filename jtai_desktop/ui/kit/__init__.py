"""The parts that every page is built from: chips, headings, buttons, fields, strips, tables."""
