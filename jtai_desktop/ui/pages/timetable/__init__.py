"""Timetable: three weeks as a strip and as a table, and one milestone in full beside them."""
